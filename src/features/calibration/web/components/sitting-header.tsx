import { Download, LockOpen, SquareCheckBig } from 'lucide-react'
import { useState } from 'react'
import { formatDate } from '../../../../shared/locale.ts'
import { toProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { download } from '../../../../ui/client.ts'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone, notifyProblem } from '../../../../ui/toast.tsx'
import type { SittingView } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'
import { blockedBy, offers } from './may.ts'
import { sittingName } from './sitting-name.ts'
import { SittingStatus } from './sitting-status.tsx'

type Move = 'open' | 'close'

/** Which sitting, its day and quorum; opening, closing and the minutes on paper. */
export function SittingHeader({ sitting }: { readonly sitting: SittingView }) {
  const text = useText()
  const { t, pick, language } = text
  const reader = usePreferences()
  const [asking, setAsking] = useState<Move | null>(null)
  const [printing, setPrinting] = useState(false)
  const { id, year, number, heldOn, status, quorum, calledBy, can } = sitting
  const name = sittingName(text, number)
  const move = useApiMutation({
    send: (chosen: Move) =>
      api('POST /api/calibration/sittings/:id/moves', {
        params: { id },
        body: { move: chosen },
        version: sitting.version,
      }),
    refresh: shownElsewhere,
    onDone: (_, chosen) => {
      setAsking(null)
      notifyDone(t(chosen === 'open' ? 'calibration.sitting.opened' : 'calibration.sitting.closed'))
    },
    onProblem: (problem) => {
      setAsking(null)
      notifyProblem(problem)
    },
  })
  const print = async () => {
    setPrinting(true)
    await download('GET /api/calibration/sittings/:id/minutes', { params: { id }, query: { language } }).catch(
      (thrown: unknown) => notifyProblem(toProblem(thrown)),
    )
    setPrinting(false)
  }
  const next: Move | null =
    status === 'called' && offers(can, 'open') ? 'open' : status === 'open' && offers(can, 'close') ? 'close' : null
  const counts = { present: quorum.present, needed: quorum.needed }
  return (
    <>
      <PageHeader
        title={name}
        context={t('calibration.titleOf', { year })}
        crumbs={[
          { label: t('calibration.committee'), to: '/committees/calibration' },
          { label: t('calibration.workbenchOf', { year }), to: `/committees/calibration/${year}` },
        ]}
        pill={<SittingStatus of={status} pill />}
        state={[
          formatDate(heldOn, { ...reader, style: 'weekday' }),
          ...(status === 'closed'
            ? []
            : [t(quorum.met ? 'calibration.sitting.quorumMet' : 'calibration.sitting.quorumNotMet', counts)]),
          ...(calledBy ? [t('calibration.sitting.calledBy', { name: pick(calledBy.name) })] : []),
        ].join(t('calibration.between'))}
        actions={
          <Button icon={Download} pending={printing} onPress={() => void print()}>
            {t('calibration.sitting.minutesPdf')}
          </Button>
        }
        mainAction={
          next && (
            <Button
              look="primary"
              icon={next === 'open' ? LockOpen : SquareCheckBig}
              {...blockedBy(can, next)}
              onPress={() => setAsking(next)}
            >
              {t(`calibration.sitting.${next}`)}
            </Button>
          )
        }
      />
      {asking && (
        <ConfirmDialog
          open
          title={t(`calibration.sitting.${asking}Title`, { name })}
          confirm={t(`calibration.sitting.${asking}`)}
          pending={move.isPending}
          onClose={() => setAsking(null)}
          onConfirm={() => move.mutate(asking)}
        >
          {t(`calibration.sitting.${asking}Body`)}
        </ConfirmDialog>
      )}
    </>
  )
}
