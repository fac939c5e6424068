import { cx } from './cx.ts'
import { type Tone, toneFill } from './tone.ts'

export type ProgressProps = {
  readonly label: string
  /** 0 to 100. */
  readonly value: number
  readonly tone?: Tone | 'mid'
  readonly thin?: boolean
  readonly className?: string
}

/** How far something has come; fills from the start side. */
export function Progress({ label, value, tone = 'accent', thin, className }: ProgressProps) {
  const shown = Math.min(100, Math.max(0, value))
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(shown)}
      className={cx('w-full overflow-hidden rounded-full bg-sunken', thin ? 'h-1' : 'h-2', className)}
    >
      <div
        className={cx(
          'h-full rounded-full transition-[width] duration-200',
          tone === 'mid' ? 'bg-accent-mid' : toneFill[tone],
        )}
        style={{ inlineSize: `${shown}%` }}
      />
    </div>
  )
}

export type ShareBarProps = {
  readonly label: string
  readonly parts: readonly {
    readonly id: string
    readonly label: string
    readonly count: number
    readonly tone: 'accent' | 'soft' | 'rest'
  }[]
  readonly className?: string
}

const shares = { accent: 'bg-accent', soft: 'bg-accent-line', rest: 'bg-line-2' } as const

/** How a whole divides, with a legend in words: «معتمدة 5، قيد الاعتماد 2، لم تبدأ 2». */
export function ShareBar({ label, parts, className }: ShareBarProps) {
  const total = Math.max(
    1,
    parts.reduce((sum, part) => sum + part.count, 0),
  )
  return (
    <div className={className}>
      <div className="flex h-2 gap-px overflow-hidden rounded-full bg-sunken" aria-hidden>
        {parts
          .filter((part) => part.tone !== 'rest')
          .map((part) => (
            <span
              key={part.id}
              className={shares[part.tone]}
              style={{ inlineSize: `${(part.count / total) * 100}%` }}
            />
          ))}
      </div>
      <ul aria-label={label} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3">
        {parts.map((part) => (
          <li key={part.id} className="flex items-center gap-1.5">
            <span className={cx('size-2 rounded-full', shares[part.tone])} aria-hidden />
            {part.label} <bdi>{part.count}</bdi>
          </li>
        ))}
      </ul>
    </div>
  )
}
