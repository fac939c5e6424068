import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'
import { cx } from './cx.ts'
import { Num } from './num.tsx'

type TabItem<V extends string> = {
  readonly value: V
  readonly label: string
  readonly count?: number
  readonly content?: ReactNode
}

export type TabsProps<V extends string> = {
  readonly label: string
  readonly value: V
  readonly onChange: (value: V) => void
  readonly tabs: readonly TabItem<V>[]
  readonly className?: string
}

/** Views of one thing; the chosen one is tinted. With `content` it shows the panel too. */
export function Tabs<V extends string>({ label, value, onChange, tabs, className }: TabsProps<V>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const chosen = tabs.find((tab) => tab.value === value)

  const move = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const at = tabs.findIndex((tab) => tab.value === value)
    const steps: Record<string, number> = { [forward]: at + 1, [back]: at - 1, Home: 0, End: tabs.length - 1 }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    const target = tabs[(next + tabs.length) % tabs.length]
    if (!target) return
    onChange(target.value)
    list.current?.querySelector<HTMLElement>(`[data-tab="${target.value}"]`)?.focus()
  }

  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        className={cx('-mx-1 flex gap-1 overflow-x-auto px-1 py-0.5', className)}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            data-tab={tab.value}
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={tab.value === value && chosen?.content !== undefined ? `${id}-panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className={cx(
              'flex h-7 shrink-0 items-center gap-1.5 rounded-sm px-2.5 text-sm font-medium whitespace-nowrap transition-colors duration-100 phone:h-9',
              tab.value === value ? 'bg-accent-soft text-accent-text' : 'text-ink-2 hover:bg-sunken',
            )}
          >
            {tab.label}
            {tab.count !== undefined && <Num>{tab.count}</Num>}
          </button>
        ))}
      </div>
      {chosen?.content !== undefined && (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${chosen.value}`} className="pt-3">
          {chosen.content}
        </div>
      )}
    </>
  )
}
