import { Check, CornerUpLeft, X } from 'lucide-react'
import { useState } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Link } from '../../../../ui/link.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { type Approval, api, keys, shownElsewhere } from '../api.ts'

type Move = 'agree' | 'sendBack'
type Left = { readonly item: Approval; readonly why: string }
type Outcome = { readonly done: number; readonly left: readonly Left[] }

type BulkDecisionProps = {
  readonly chosen: readonly Approval[]
  readonly bulk: { readonly agree: boolean; readonly sendBack: boolean }
  readonly onClear: () => void
}

/** The same decision about several documents; each answers for itself, and what is left says why. */
export function BulkDecision({ chosen, bulk, onClear }: BulkDecisionProps) {
  const { t, pick } = useText()
  const [asking, setAsking] = useState<Move | null>(null)
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const decide = useApiMutation({
    send: (move: Move) =>
      api('POST /api/performance/decisions', {
        body: {
          move,
          ...(note.trim() !== '' && { note: note.trim() }),
          documents: chosen.map((item) => ({ id: item.documentId, version: item.version })),
        },
      }),
    refresh: [...shownElsewhere, keys.all],
    onDone: ({ results }) => {
      const left = results.flatMap((result): Left[] => {
        const item = chosen.find((one) => one.documentId === result.id)
        return result.done || !item ? [] : [{ item, why: sentenceFor(result.code, result.params) }]
      })
      setOutcome({ done: results.filter((result) => result.done).length, left })
      setAsking(null)
      setNote('')
      setTried(false)
      onClear()
    },
  })
  const missing = asking === 'sendBack' && note.trim().length < 3
  return (
    <>
      {outcome && (
        <Banner
          live
          tone={outcome.left.length > 0 ? 'amber' : 'green'}
          action={<IconButton icon={X} size="sm" label={t('ui.close')} onPress={() => setOutcome(null)} />}
        >
          {t('performance.approvals.bulkDone', { count: outcome.done })}{' '}
          {t('performance.approvals.bulkLeft', { count: outcome.left.length })}
          <ul>
            {outcome.left.map(({ item, why }) => (
              <li key={item.documentId}>
                <Link to={`/documents/${item.documentId}`}>{pick(item.employee.name)}</Link>: {why}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {chosen.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 rounded-md bg-accent-soft px-3 py-2" role="status">
          <span className="me-auto text-sm font-medium text-accent-text">
            {t('performance.approvals.selected', { count: chosen.length })}
          </span>
          {bulk.agree && (
            <Button size="sm" icon={Check} onPress={() => setAsking('agree')}>
              {t('performance.approvals.bulkAgree')}
            </Button>
          )}
          {bulk.sendBack && (
            <Button size="sm" icon={CornerUpLeft} mirrorIcon onPress={() => setAsking('sendBack')}>
              {t('performance.approvals.bulkSendBack')}
            </Button>
          )}
          <Button size="sm" look="ghost" onPress={onClear}>
            {t('performance.approvals.clear')}
          </Button>
        </div>
      )}
      {asking && (
        <Dialog
          open
          onClose={() => setAsking(null)}
          title={t(
            asking === 'agree' ? 'performance.approvals.bulkAgreeTitle' : 'performance.approvals.bulkSendBackTitle',
          )}
          actions={
            <>
              <Button look="primary" type="submit" form="bulk" pending={decide.isPending}>
                {t(`performance.moves.${asking}`)}
              </Button>
              <Button look="ghost" onPress={() => setAsking(null)}>
                {t('ui.cancel')}
              </Button>
            </>
          }
        >
          <Form
            id="bulk"
            problem={decide.error}
            onSubmit={() => {
              setTried(true)
              if (!missing) decide.mutate(asking)
            }}
          >
            <p className="text-ink-2">{t('performance.approvals.bulkBody')}</p>
            <ul className="list-disc ps-5 text-sm text-ink-2">
              {chosen.map((item) => (
                <li key={item.documentId}>{pick(item.employee.name)}</li>
              ))}
            </ul>
            {asking === 'sendBack' && (
              <TextArea
                name="note"
                label={t('performance.dialogs.note')}
                required
                autoFocus
                maxLength={4000}
                value={note}
                onChange={setNote}
                error={tried && missing ? t('performance.dialogs.noteNeeded') : undefined}
              />
            )}
          </Form>
        </Dialog>
      )}
    </>
  )
}
