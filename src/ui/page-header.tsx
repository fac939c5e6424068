import type { ReactNode } from 'react'
import type { Crumb } from './breadcrumb.tsx'
import { usePageTitle } from './page-title.ts'

export type PageHeaderProps = {
  readonly title: string
  /** In grey beside the title: the cycle, a count. */
  readonly context?: ReactNode
  /** One status pill. */
  readonly pill?: ReactNode
  /** The state as a sentence: «تنتظر قرارك منذ 10 أيام». */
  readonly state?: ReactNode
  /** Something before the title, such as the person's avatar (44). */
  readonly lead?: ReactNode
  /** Secondary buttons. */
  readonly actions?: ReactNode
  /** The one primary button; on a phone it sticks to the bottom edge. */
  readonly mainAction?: ReactNode
  /** On a phone, what stands beside the main action, such as the weight sentence. */
  readonly mainNote?: ReactNode
  /** Under the first lines, across the page: weight bar, banner, three numbers. */
  readonly children?: ReactNode
  /** What stands between the menu group and this page in the top bar. */
  readonly crumbs?: readonly Crumb[]
}

export function PageHeader({
  title,
  context,
  pill,
  state,
  lead,
  actions,
  mainAction,
  mainNote,
  children,
  crumbs,
}: PageHeaderProps) {
  usePageTitle(title, crumbs)
  return (
    <header className="border-b border-line bg-surface px-6 py-4 phone:px-4 phone:py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 items-center gap-4">
          {lead}
          <div className="min-w-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-xl font-semibold">{title}</h1>
              {context && <span className="text-sm text-ink-3">{context}</span>}
              {pill}
            </div>
            {state && <div className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">{state}</div>}
          </div>
        </div>
        {(actions || mainAction) && (
          <div className="ms-auto flex flex-wrap items-center gap-2 phone:ms-0 phone:w-full phone:empty:hidden">
            {actions}
            {mainAction && (
              <div
                data-main-action
                className="flex items-center gap-2 phone:fixed phone:inset-x-0 phone:bottom-0 phone:z-(--z-sticky) phone:justify-between phone:gap-4 phone:border-t phone:border-line phone:bg-surface phone:px-4 phone:pt-3 phone:pb-[max(0.75rem,env(safe-area-inset-bottom))]"
              >
                {mainNote && <div className="hidden min-w-0 text-sm phone:block">{mainNote}</div>}
                <div className={mainNote ? 'shrink-0' : 'phone:flex-1 phone:[&_:is(a,button)]:w-full'}>
                  {mainAction}
                </div>
              </div>
            )}
          </div>
        )}
      </div>
      {children && <div className="mt-3">{children}</div>}
    </header>
  )
}
