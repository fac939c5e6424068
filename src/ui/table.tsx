import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useMemo } from 'react'
import { Checkbox } from './checkbox.tsx'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import type { Sort } from './list-state.ts'
import { Skeleton } from './skeleton.tsx'

export type Column<Row> = {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  readonly sortable?: boolean
  /** Numbers are centred and tabular. */
  readonly align?: 'start' | 'center' | 'end'
  readonly width?: string
  /** The column that names the row; the first one unless told otherwise. */
  readonly rowHeader?: boolean
  /** In the blocks of a phone: beside its head (`fact`), alone without a head (`bare`), or not at all. */
  readonly phone?: 'fact' | 'bare' | 'hidden'
  /** Offered in the column chooser, not shown at first. */
  readonly optional?: boolean
  /** Cannot be taken off. */
  readonly fixed?: boolean
}

export type TableProps<Row> = {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** Names the row for its checkbox. */
  readonly rowName?: (row: Row) => string
  readonly sort?: Sort | undefined
  readonly onSort?: (sort: Sort) => void
  readonly selected?: ReadonlySet<string>
  readonly onSelect?: (selected: ReadonlySet<string>) => void
  /** `amber` for the row that needs work; `accent` for the chosen one. */
  readonly tone?: (row: Row) => 'amber' | 'red' | 'accent' | undefined
  /** Draws one teal rule over this row: a threshold. */
  readonly ruleAbove?: (row: Row) => boolean
  readonly loading?: boolean
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode
  readonly density?: 'compact' | 'comfortable'
  /** A last row, such as totals: cells by column id. */
  readonly footer?: Readonly<Record<string, ReactNode>>
  /** Columns to show, from `useColumns`. */
  readonly shown?: ReadonlySet<string>
  /** Without its own border, inside a flush card. */
  readonly bare?: boolean
  /** Keeps the table a table on phones, scrolling inside itself; for matrices. */
  readonly keepTable?: boolean
}

/** Said aloud, because rows that become blocks on a phone lose the roles that their elements have by themselves. */
const as = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
} as const

const aligns = { start: 'text-start', center: 'text-center', end: 'text-end' } as const
const grounds = { amber: 'bg-amber-soft', red: 'bg-red-soft', accent: 'bg-accent-soft' } as const

/** Rows of one kind: sorted and paged by the server, hairlines only; on a phone each row becomes a block. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    label,
    columns,
    rows,
    rowKey,
    rowName,
    sort,
    onSort,
    selected,
    onSelect,
    tone,
    ruleAbove,
    loading,
    empty,
    footer,
    shown,
    bare,
    keepTable,
  } = props
  const { t } = useText()
  const visible = useMemo(
    () => columns.filter((column) => (shown ? shown.has(column.id) : !column.optional)),
    [columns, shown],
  )
  const headId = visible.find((column) => column.rowHeader)?.id ?? visible[0]?.id
  const compact = props.density === 'compact'
  const keys = rows.map(rowKey)
  const chosen = selected ? keys.filter((key) => selected.has(key)).length : 0
  const block = !keepTable

  const choose = (key: string, on: boolean) => {
    const next = new Set(selected)
    if (on) next.add(key)
    else next.delete(key)
    onSelect?.(next)
  }
  const chooseAll = (on: boolean) => {
    const next = new Set(selected)
    for (const key of keys) on ? next.add(key) : next.delete(key)
    onSelect?.(next)
  }

  const cellPadding = cx('first:ps-4 last:pe-4', compact ? 'px-2 py-1.5' : 'px-3 py-2.5')

  return (
    <div
      className={cx(
        'min-w-0 overflow-x-auto',
        !bare && 'rounded-lg border border-line bg-surface',
        block && 'phone:overflow-x-visible',
        block && !bare && 'phone:-mx-4 phone:border-x-0 phone:rounded-none',
      )}
      aria-busy={loading || undefined}
    >
      <table {...as.table} aria-label={label} className={cx('w-full border-collapse text-sm', block && 'phone:block')}>
        <thead {...as.rowgroup} className={cx(block && 'phone:sr-only')}>
          <tr {...as.row} className="border-b border-line bg-surface-2">
            {onSelect && (
              <th {...as.columnheader} scope="col" className="w-10 ps-4 text-start">
                <Checkbox
                  label={t('ui.selectAll')}
                  hideLabel
                  checked={keys.length > 0 && chosen === keys.length}
                  partly={chosen > 0 && chosen < keys.length}
                  onChange={chooseAll}
                />
              </th>
            )}
            {visible.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} compact={compact} />
            ))}
          </tr>
        </thead>
        <tbody {...as.rowgroup} className={cx(block && 'phone:block')} onKeyDown={moveBetweenRows}>
          {loading && rows.length === 0
            ? Array.from({ length: 6 }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows without content
                <tr key={at} className="border-b border-line last:border-b-0">
                  {visible.map((column) => (
                    <td key={column.id} className={cellPadding}>
                      <Skeleton className="h-3.5 w-3/4" />
                    </td>
                  ))}
                </tr>
              ))
            : rows.map((row, at) => {
                const key = keys[at] ?? ''
                const ground = tone?.(row)
                return (
                  <tr
                    {...as.row}
                    key={key}
                    className={cx(
                      'border-b border-line last:border-b-0',
                      ground ? grounds[ground] : 'hover:bg-surface-2',
                      ruleAbove?.(row) && 'border-t-2 border-t-accent',
                      block && 'phone:block phone:px-4 phone:py-3',
                    )}
                  >
                    {onSelect && (
                      <td
                        {...as.cell}
                        className={cx('w-10 ps-4', block && 'phone:float-end phone:block phone:w-auto phone:p-0')}
                      >
                        <Checkbox
                          label={t('ui.selectRow', { name: rowName?.(row) ?? key })}
                          hideLabel
                          checked={selected?.has(key) ?? false}
                          onChange={(on) => choose(key, on)}
                        />
                      </td>
                    )}
                    {visible.map((column) => {
                      const isHead = column.id === headId
                      const Cell = isHead ? 'th' : 'td'
                      return (
                        <Cell
                          key={column.id}
                          {...(isHead ? as.rowheader : as.cell)}
                          {...(isHead && { scope: 'row' as const })}
                          className={cx(
                            cellPadding,
                            aligns[column.align ?? 'start'],
                            isHead ? 'font-medium' : '',
                            block && 'phone:flex phone:p-0! phone:py-0.5! phone:text-start',
                            block && !isHead && column.phone !== 'bare' && 'phone:justify-between phone:gap-4',
                            block && isHead && 'phone:mb-1 phone:text-md',
                            block && column.phone === 'hidden' && 'phone:hidden',
                          )}
                        >
                          {block && !isHead && column.phone !== 'bare' && (
                            <span aria-hidden className="hidden shrink-0 text-ink-3 phone:inline">
                              {column.header}
                            </span>
                          )}
                          {block ? (
                            <span className="phone:min-w-0 phone:[&:not(:first-child)]:text-end">
                              {column.cell(row)}
                            </span>
                          ) : (
                            column.cell(row)
                          )}
                        </Cell>
                      )
                    })}
                  </tr>
                )
              })}
        </tbody>
        {footer && rows.length > 0 && (
          <tfoot {...as.rowgroup} className={cx(block && 'phone:block')}>
            <tr
              {...as.row}
              className={cx('border-t border-line font-semibold', block && 'phone:block phone:px-4 phone:py-3')}
            >
              {onSelect && <td />}
              {visible.map((column) => (
                <td
                  key={column.id}
                  {...as.cell}
                  className={cx(
                    cellPadding,
                    aligns[column.align ?? 'start'],
                    block && 'phone:flex phone:justify-between phone:p-0! phone:py-0.5!',
                    footer[column.id] === undefined && block && 'phone:hidden',
                  )}
                >
                  {block && column.id !== headId && footer[column.id] !== undefined && (
                    <span aria-hidden className="hidden font-regular text-ink-3 phone:inline">
                      {column.header}
                    </span>
                  )}
                  {footer[column.id]}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
      {!loading && rows.length === 0 && empty}
    </div>
  )
}

type HeadCellProps<Row> = {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
  readonly compact: boolean
}

function HeadCell<Row>({ column, sort, onSort, compact }: HeadCellProps<Row>) {
  const active = sort?.column === column.id ? sort.direction : undefined
  const style = cx(
    'py-2 first:ps-4 last:pe-4 text-xs font-medium text-ink-3',
    compact ? 'px-2' : 'px-3',
    aligns[column.align ?? 'start'],
  )
  return (
    <th
      {...as.columnheader}
      scope="col"
      className={style}
      style={column.width ? { inlineSize: column.width } : undefined}
      aria-sort={active ?? (column.sortable ? 'none' : undefined)}
    >
      {column.sortable && onSort ? (
        <button
          type="button"
          className={cx('-mx-1 inline-flex items-center gap-1 rounded-sm px-1 hover:text-ink', active && 'text-ink')}
          onClick={() => onSort({ column: column.id, direction: active === 'ascending' ? 'descending' : 'ascending' })}
        >
          {column.header}
          {active && <Icon icon={active === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

/** Arrow keys go from the link or button of a row to the same place in the next. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const from = event.target as HTMLElement
  if (step === 0 || !from.matches('a, button, input[type="checkbox"]')) return
  const row = from.closest('tr')
  const target = step === 1 ? row?.nextElementSibling : row?.previousElementSibling
  const stops = (element: Element | null | undefined) => [
    ...(element?.querySelectorAll<HTMLElement>('a, button, input[type="checkbox"]') ?? []),
  ]
  const place = stops(row).indexOf(from)
  const next = stops(target)
  const stop = next[Math.min(place, next.length - 1)]
  if (!stop) return
  event.preventDefault()
  stop.focus()
}
