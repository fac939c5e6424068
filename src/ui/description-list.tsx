import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type Fact = { readonly term: ReactNode; readonly value: ReactNode; readonly id?: string }

type DescriptionListProps = {
  readonly facts: readonly Fact[]
  /** `beside` the term (side panels), `stacked` under it, or `columns` of stacked facts. */
  readonly look?: 'beside' | 'stacked' | 'columns'
  readonly className?: string
}

/** Facts of a record: name in grey, value in ink. */
export function DescriptionList({ facts, look = 'beside', className }: DescriptionListProps) {
  return (
    <dl
      className={cx(
        'text-sm',
        look === 'beside' && 'grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-4 gap-y-1.5',
        look === 'stacked' && 'flex flex-col gap-3',
        look === 'columns' && 'grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-x-6 gap-y-3',
        className,
      )}
    >
      {facts.map((fact, at) => (
        <div key={fact.id ?? at} className={look === 'beside' ? 'contents' : 'min-w-0'}>
          <dt className="text-ink-3">{fact.term}</dt>
          <dd className="min-w-0 text-ink">{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
