import { Check, X } from 'lucide-react'
import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Link } from '../../../../ui/link.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { api, keys, type QueueItem, shownElsewhere } from '../api.ts'

type Left = { readonly item: QueueItem; readonly why: string }
type BulkApprovalProps = { readonly chosen: readonly QueueItem[]; readonly onClear: () => void }

/** Several assessments approved as recorded; each answers for itself, and what is left says why. */
export function BulkApproval({ chosen, onClear }: BulkApprovalProps) {
  const { t, pick } = useText()
  const [asking, setAsking] = useState(false)
  const [outcome, setOutcome] = useState<{ readonly done: number; readonly left: readonly Left[] } | null>(null)
  const approve = useApiMutation({
    send: () =>
      api('POST /api/assessment/decisions', {
        body: {
          move: 'approve',
          documents: chosen.flatMap(({ documentId, version }) => (documentId ? [{ id: documentId, version }] : [])),
        },
      }),
    refresh: [...shownElsewhere, keys.all],
    onDone: ({ results }) => {
      const left = results.flatMap((result): Left[] => {
        const item = chosen.find((one) => one.documentId === result.id)
        return result.done || !item ? [] : [{ item, why: sentenceFor(result.code, result.params) }]
      })
      setOutcome({ done: results.filter(({ done }) => done).length, left })
      setAsking(false)
      onClear()
    },
    onProblem: (problem) => {
      setAsking(false)
      notifyProblem(problem)
    },
  })
  return (
    <>
      {outcome && (
        <Banner
          live
          tone={outcome.left.length > 0 ? 'amber' : 'green'}
          action={<IconButton icon={X} size="sm" label={t('ui.close')} onPress={() => setOutcome(null)} />}
        >
          {t('assessment.bulk.done', { count: outcome.done })}{' '}
          {t('assessment.bulk.left', { count: outcome.left.length })}
          <ul>
            {outcome.left.map(({ item, why }) => (
              <li key={item.documentId}>
                <Link to={`/assessments/${item.documentId}`}>{pick(item.employee.name)}</Link>: {why}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {chosen.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-2" role="status">
          <span className="me-auto text-sm font-medium text-accent-text">
            {t('assessment.bulk.selected', { count: chosen.length })}
          </span>
          <Button size="sm" icon={Check} onPress={() => setAsking(true)}>
            {t('assessment.bulk.approve')}
          </Button>
          <Button size="sm" look="ghost" onPress={onClear}>
            {t('assessment.bulk.clear')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        title={t('assessment.bulk.title')}
        confirm={t('assessment.moves.approve')}
        pending={approve.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => approve.mutate()}
      >
        <p>{t('assessment.bulk.body')}</p>
        <ul className="list-disc ps-5 text-sm text-ink-2">
          {chosen.map((item) => (
            <li key={item.documentId}>{pick(item.employee.name)}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </>
  )
}
