import { Columns3 } from 'lucide-react'
import { useState } from 'react'
import { buttonClass } from './button-style.ts'
import { Checkbox } from './checkbox.tsx'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { Popover } from './popover.tsx'
import type { Column } from './table.tsx'

type Columns = { readonly shown: ReadonlySet<string>; readonly toggle: (id: string, on: boolean) => void }

/** Which columns a person sees in one table, remembered in this browser under `name`. */
export function useColumns<Row>(name: string, columns: readonly Column<Row>[]): Columns {
  const storageKey = `itqan.columns.${name}`
  const [changed, setChanged] = useState<Readonly<Record<string, boolean>>>(() => {
    try {
      return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, boolean>
    } catch {
      return {}
    }
  })
  const shown = new Set(
    columns.filter((column) => column.fixed || (changed[column.id] ?? !column.optional)).map((column) => column.id),
  )
  const toggle = (id: string, on: boolean) => {
    const next = { ...changed, [id]: on }
    setChanged(next)
    try {
      localStorage.setItem(storageKey, JSON.stringify(next))
    } catch {
      // The choice then lasts for this visit.
    }
  }
  return { shown, toggle }
}

type ColumnChooserProps<Row> = { readonly columns: readonly Column<Row>[]; readonly state: Columns }

export function ColumnChooser<Row>({ columns, state }: ColumnChooserProps<Row>) {
  const { t } = useText()
  return (
    <Popover
      label={t('ui.columns')}
      triggerClassName={buttonClass({ look: 'ghost' })}
      trigger={
        <>
          <Icon icon={Columns3} />
          {t('ui.columns')}
        </>
      }
    >
      <div className="flex flex-col gap-2">
        {columns
          .filter((column) => !column.fixed)
          .map((column) => (
            <Checkbox
              key={column.id}
              label={column.header}
              checked={state.shown.has(column.id)}
              onChange={(on) => state.toggle(column.id, on)}
            />
          ))}
      </div>
    </Popover>
  )
}
