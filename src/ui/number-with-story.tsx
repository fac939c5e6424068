import type { ReactNode } from 'react'
import { useText } from './i18n.ts'
import { Popover } from './popover.tsx'

export type NumberWithStoryProps = {
  /** The number as it is shown. */
  readonly children: ReactNode
  /** What the number is, for the button and the title of the story. */
  readonly label: string
  /** What it was computed from. */
  readonly inputs: readonly { readonly id: string; readonly name: ReactNode; readonly value: ReactNode }[]
  /** The formula with its values, left to right. */
  readonly formula?: string
  readonly policy?: ReactNode
  readonly changes?: ReactNode
  readonly className?: string
}

/** A number that opens: inputs, formula, policy version, changes. */
export function NumberWithStory({
  children,
  label,
  inputs,
  formula,
  policy,
  changes,
  className,
}: NumberWithStoryProps) {
  const { t } = useText()
  return (
    <Popover
      label={t('ui.story.open', { what: label })}
      trigger={
        <>
          <bdi className="underline decoration-line-control decoration-dotted underline-offset-4 hover:text-accent-text hover:decoration-accent-text">
            {children}
          </bdi>
          <span className="sr-only">{t('ui.story.open', { what: label })}</span>
        </>
      }
      triggerClassName={className ?? 'inline-flex min-h-6 min-w-6 items-center justify-center rounded-sm font-semibold'}
    >
      <h2 className="mb-2 text-sm font-semibold">{label}</h2>
      <dl className="flex flex-col gap-1 text-sm">
        {inputs.map((input) => (
          <div key={input.id} className="flex items-baseline justify-between gap-6">
            <dt className="text-ink-3">{input.name}</dt>
            <dd className="font-medium">
              <bdi>{input.value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {formula && (
        <p dir="ltr" className="mt-2.5 rounded-md bg-surface-2 px-2.5 py-1.5 text-sm tabular-nums">
          {formula}
        </p>
      )}
      {policy && <p className="mt-2 text-xs text-ink-3">{policy}</p>}
      {changes && <div className="mt-2 border-t border-line pt-2 text-xs text-ink-2">{changes}</div>}
    </Popover>
  )
}
