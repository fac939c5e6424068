import type { ReactNode } from 'react'
import { Avatar } from './avatar.tsx'
import { Checkbox } from './checkbox.tsx'
import { cx } from './cx.ts'
import { useText } from './i18n.ts'
import { Icon, type IconType } from './icon.tsx'
import { Status } from './status.tsx'

export type InboxRowProps = {
  readonly person: string
  readonly initials?: string | null
  /** What kind of thing waits, such as «وثيقة أداء للاعتماد». */
  readonly kind: string
  readonly kindIcon: IconType
  /** What is asked, in one line. */
  readonly ask: ReactNode
  readonly deadline: { readonly text: string; readonly icon: IconType; readonly tone: 'red' | 'amber' | 'neutral' }
  /** Since when: «ورد منذ 10 أيام». */
  readonly age: ReactNode
  /** One button of size `sm`. */
  readonly action: ReactNode
  /** One ghost button or menu. */
  readonly quiet?: ReactNode
  readonly selected?: boolean
  readonly onSelect?: (selected: boolean) => void
  /** Keeps the column of the checkbox empty, in a list whose other rows have one. */
  readonly unselectable?: boolean
  /** The first waiting row. */
  readonly highlighted?: boolean
}

/** The list that holds inbox rows: hairlines inside one border. */
export function InboxList({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <ul
      aria-label={label}
      className="overflow-clip rounded-lg border border-line-2 bg-surface phone:-mx-4 phone:rounded-none phone:border-x-0"
    >
      {children}
    </ul>
  )
}

/** One thing that waits for a decision. */
export function InboxRow(props: InboxRowProps) {
  const {
    person,
    initials,
    kind,
    kindIcon,
    ask,
    deadline,
    age,
    action,
    quiet,
    selected,
    onSelect,
    unselectable,
    highlighted,
  } = props
  const { t } = useText()
  return (
    <li
      className={cx(
        'grid min-h-[68px] items-center gap-x-3 border-b border-line px-3 py-2 last:border-b-0 phone:items-start phone:px-4 phone:py-3',
        onSelect || unselectable
          ? 'grid-cols-[auto_36px_minmax(0,1fr)_8.75rem_6rem_5.25rem]'
          : 'grid-cols-[36px_minmax(0,1fr)_8.75rem_6rem_5.25rem]',
        'phone:grid-cols-[36px_minmax(0,1fr)]',
        (highlighted || selected) && 'bg-surface-2',
      )}
    >
      {onSelect && (
        <span className="phone:hidden">
          <Checkbox
            label={t('ui.selectRow', { name: person })}
            hideLabel
            checked={selected ?? false}
            onChange={onSelect}
          />
        </span>
      )}
      {unselectable && <span className="w-[18px] phone:hidden" />}
      <Avatar name={person} initials={initials} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="font-semibold">{person}</span>
          <span className="flex items-center gap-1.5 text-xs text-ink-3 phone:hidden">
            <span aria-hidden className="size-1 rounded-full bg-line-2" />
            <Icon icon={kindIcon} size={14} />
            {kind}
          </span>
        </p>
        <p className="text-sm text-ink-2">{ask}</p>
        <p className="mt-1 hidden flex-wrap items-center gap-x-3 phone:flex">
          <span className="flex items-center gap-1.5 text-sm text-ink-3">
            <Icon icon={kindIcon} size={14} />
            {kind}
          </span>
          <Status icon={deadline.icon} tone={deadline.tone}>
            {deadline.text}
          </Status>
        </p>
      </div>
      <div className="flex min-w-0 flex-col phone:hidden">
        <Status icon={deadline.icon} tone={deadline.tone}>
          {deadline.text}
        </Status>
        <span className="text-xs text-ink-3">{age}</span>
      </div>
      <div className="phone:col-start-2 phone:mt-2 phone:flex phone:gap-2 [&>:is(a,button)]:min-w-[68px] sm:contents sm:*:justify-self-center">
        <span className="contents sm:block">{action}</span>
        {quiet ? (
          <span className="contents sm:block phone:[&_:is(a,button)]:border-line-2 phone:[&_:is(a,button)]:bg-surface">
            {quiet}
          </span>
        ) : (
          <span className="phone:hidden" />
        )}
      </div>
    </li>
  )
}
