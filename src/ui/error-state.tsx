import { CircleAlert, LockKeyhole, RefreshCw, SearchX, WifiOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { type ApiProblem, sentenceFor } from './api-problem.ts'
import { Button } from './button.tsx'
import { useText } from './i18n.ts'
import { Icon } from './icon.tsx'
import { Num } from './num.tsx'

export type ErrorStateProps = {
  readonly problem: ApiProblem
  readonly onRetry?: () => void
  /** What was kept, such as «ما كُتب محفوظ في هذا الجهاز». */
  readonly kept?: ReactNode
  readonly action?: ReactNode
  /** It stands for the whole page, and so heads it. */
  readonly page?: boolean
}

const icons: Record<string, typeof CircleAlert> = {
  'http.offline': WifiOff,
  'http.not_found': SearchX,
  'http.forbidden': LockKeyhole,
}

/** A place that could not be shown: what happened, what was kept, what to do, and a reference number. */
export function ErrorState({ problem, onRetry, kept, action, page }: ErrorStateProps) {
  const { t } = useText()
  const Sentence = page ? 'h1' : 'p'
  return (
    <div role="alert" data-error-state className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      <Icon icon={icons[problem.code] ?? CircleAlert} size={20} className="text-ink-3" />
      <Sentence className="max-w-prose font-medium">{sentenceFor(problem.code, problem.params)}</Sentence>
      {kept && <p className="max-w-prose text-sm text-ink-2">{kept}</p>}
      {problem.reference && (
        <p className="text-xs text-ink-3">
          {t('ui.reference')} <Num code>{problem.reference}</Num>
        </p>
      )}
      <div className="mt-2 flex flex-wrap justify-center gap-2">
        {onRetry && (
          <Button icon={RefreshCw} onPress={onRetry}>
            {t('ui.retry')}
          </Button>
        )}
        {action}
      </div>
    </div>
  )
}
