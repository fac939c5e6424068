import { CircleAlert } from 'lucide-react'
import type { Ref } from 'react'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { Num } from './num.tsx'

export type SummaryItem = { readonly sentence: string; readonly id?: string; readonly label?: string }

type ErrorSummaryProps = {
  readonly title: string
  readonly items?: readonly SummaryItem[]
  readonly reference?: string | undefined
  readonly ref?: Ref<HTMLDivElement>
}

/** All problems of a form in one place, each leading to its field. */
export function ErrorSummary({ title, items = [], reference, ref }: ErrorSummaryProps) {
  const { t } = useText()
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded-md border border-red-line bg-red-soft px-3 py-2.5 text-sm text-ink"
    >
      <Icon icon={CircleAlert} className="mt-0.5 text-red-text" />
      <div className="min-w-0">
        <p className="font-medium text-red-text">{title}</p>
        {items.length > 0 && (
          <ul className="mt-1 flex flex-col gap-0.5">
            {items.map((item) => (
              <li key={`${item.id}${item.label}${item.sentence}`}>
                {item.id ? (
                  <a
                    href={`#${item.id}`}
                    className="underline underline-offset-4 hover:no-underline"
                    onClick={(event) => {
                      event.preventDefault()
                      focusOn(item.id)
                    }}
                  >
                    {item.label}
                  </a>
                ) : (
                  item.label
                )}
                {item.label && ': '}
                {item.sentence}
              </li>
            ))}
          </ul>
        )}
        {reference && (
          <p className="mt-1 text-xs text-ink-3">
            {t('ui.reference')} <Num code>{reference}</Num>
          </p>
        )}
      </div>
    </div>
  )
}

/** A date field is a group: its first part takes the focus. */
function focusOn(id: string | undefined): void {
  const place = document.getElementById(id ?? '')
  place?.focus()
  if (document.activeElement !== place) place?.querySelector<HTMLElement>('[tabindex="0"], input, button')?.focus()
}
