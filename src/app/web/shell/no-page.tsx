import { House, RefreshCw } from 'lucide-react'
import { ApiProblem } from '../../../ui/api-problem.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorState } from '../../../ui/error-state.tsx'
import { useText } from '../../../ui/i18n.ts'
import { usePageTitle } from '../../../ui/page-title.ts'

/** No page stands at this address. */
export function MissingPage() {
  const { t } = useText()
  usePageTitle(t('shell.nothingHere'))
  return (
    <EmptyState
      page
      action={
        <Button to="/" icon={House}>
          {t('shell.toHome')}
        </Button>
      }
    >
      {t('shell.nothingHere')}
    </EmptyState>
  )
}

/** A page that broke while it was drawn, or whose code belongs to an older release. */
export function CrashedPage({ thrown }: { readonly thrown: unknown }) {
  const { t } = useText()
  const outdated = /dynamically imported module|Importing a module script/i.test(String(thrown))
  if (outdated) {
    return (
      <EmptyState
        page
        icon={RefreshCw}
        action={
          <Button look="primary" onPress={() => location.reload()}>
            {t('ui.refresh')}
          </Button>
        }
      >
        {t('shell.updated')}
      </EmptyState>
    )
  }
  return (
    <ErrorState
      page
      problem={thrown instanceof ApiProblem ? thrown : new ApiProblem({ status: 0, code: 'http.page_crashed' })}
      onRetry={() => location.reload()}
    />
  )
}
