import { Search, X } from 'lucide-react'
import { type Ref, useEffect, useRef, useState } from 'react'
import { cx } from './cx.ts'
import { controlClass } from './field.tsx'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'

export type SearchFieldProps = {
  readonly label: string
  readonly value: string
  /** Called a moment after the typing rests. */
  readonly onChange: (value: string) => void
  readonly placeholder?: string
  readonly size?: 'sm' | 'md'
  readonly className?: string
  readonly ref?: Ref<HTMLInputElement>
}

export function SearchField({ label, value, onChange, placeholder, size, className, ref }: SearchFieldProps) {
  const { t } = useText()
  const [typed, setTyped] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(value)

  useEffect(() => {
    if (value !== latest.current) setTyped(value)
    latest.current = value
  }, [value])

  const change = (next: string, pause: number) => {
    setTyped(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      latest.current = next.trim()
      onChange(next.trim())
    }, pause)
  }

  return (
    <span className={cx('relative block min-w-0', className)}>
      <Icon icon={Search} className="pointer-events-none absolute start-3 top-1/2 -translate-y-1/2 text-ink-3" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        value={typed}
        placeholder={placeholder ?? label}
        onChange={(event) => change(event.target.value, 250)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.stopPropagation()
            change('', 0)
          }
        }}
        dir={typed === '' ? undefined : 'auto'}
        className={controlClass({ size, className: 'ps-9! pe-8! align-with-page' })}
      />
      {typed !== '' && (
        <button
          type="button"
          aria-label={t('ui.clear')}
          className="absolute end-1 top-1/2 flex size-7 -translate-y-1/2 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken"
          onClick={() => change('', 0)}
        >
          <Icon icon={X} size={14} />
        </button>
      )}
    </span>
  )
}
