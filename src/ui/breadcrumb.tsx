import { ChevronRight } from 'lucide-react'
import { Fragment } from 'react'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export type Crumb = { readonly label: string; readonly to?: string }

/** Where the page stands; the last one is the page itself. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const { t } = useText()
  return (
    <nav aria-label={t('ui.breadcrumb')} className="min-w-0">
      <ol className="flex min-w-0 items-center gap-1.5 text-sm">
        {crumbs.map((crumb, at) => {
          const last = at === crumbs.length - 1
          return (
            <Fragment key={`${crumb.label}${crumb.to}`}>
              <li
                className={last ? 'min-w-0 truncate font-medium text-ink' : 'shrink-0 text-ink-3'}
                {...(last && { 'aria-current': 'page' as const })}
              >
                {crumb.to && !last ? (
                  <Link to={crumb.to} look="plain" className="hover:text-ink hover:underline underline-offset-4">
                    {crumb.label}
                  </Link>
                ) : (
                  crumb.label
                )}
              </li>
              {!last && (
                <li aria-hidden className="text-ink-3">
                  <Icon icon={ChevronRight} size={13} mirrored />
                </li>
              )}
            </Fragment>
          )
        })}
      </ol>
    </nav>
  )
}
