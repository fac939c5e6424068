import { CircleCheck, CornerUpLeft, Hourglass } from 'lucide-react'
import { useState } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Num } from '../../../../ui/num.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, type LineResults as Line, type LineRow, shownElsewhere } from '../api.ts'
import { shownPoints } from './points.ts'

/** The results of those below a higher official, how they are distributed, and the approval (RP-13, AMB-29). */
export function LineResults({ results }: { readonly results: Line }) {
  const { t, pick } = useText()
  const { year, distribution, rows } = results
  if (!year) return null
  const rank = (value: LineRow['final']) => (value ? t(`appraisalFiles.ranks.${value}`) : '—')
  const columns: Column<LineRow>[] = [
    {
      id: 'employee',
      header: t('appraisalFiles.why.person'),
      rowHeader: true,
      cell: (row) => (
        <span className="block min-w-0">
          <Link to={`/results/${row.employee.id}/${year.year}`}>{pick(row.employee.name)}</Link>
          {row.employee.division && <span className="block text-xs text-ink-3">{pick(row.employee.division)}</span>}
        </span>
      ),
    },
    {
      id: 'supervisor',
      header: t('appraisalFiles.why.supervisor'),
      cell: (row) => (row.supervisor ? pick(row.supervisor.name) : '—'),
    },
    {
      id: 'result',
      header: t('appraisal.why.computed'),
      align: 'center',
      cell: (row) =>
        row.result === null ? (
          <span className="text-ink-3">{t(`appraisalFiles.standings.${row.standing}`)}</span>
        ) : (
          <Num decimals={2}>{shownPoints(row.result)}</Num>
        ),
    },
    { id: 'band', header: t('appraisal.team.band'), cell: (row) => rank(row.band) },
    { id: 'view', header: t('appraisal.why.view'), cell: (row) => rank(row.view) },
    {
      id: 'final',
      header: t('appraisal.why.final'),
      cell: (row) => <strong className="font-semibold">{rank(row.final)}</strong>,
    },
    {
      id: 'changes',
      header: t('appraisal.why.changes'),
      align: 'center',
      cell: (row) => (row.changes > 0 ? <Num>{row.changes}</Num> : <span className="text-ink-3">—</span>),
    },
  ]
  return (
    <div className="flex flex-col gap-5">
      <Approval results={results} />
      <ul className="grid grid-cols-5 overflow-clip rounded-lg border border-line phone:grid-cols-1">
        {distribution.map((one) => (
          <li
            key={one.rank}
            className="flex items-baseline justify-between gap-2 border-line px-3 py-2 text-sm not-last:border-e phone:not-last:border-e-0 phone:not-last:border-b"
          >
            {t(`appraisalFiles.ranks.${one.rank}`)} <Num className="text-md font-semibold">{one.people}</Num>
          </li>
        ))}
      </ul>
      <Table
        label={t('appraisal.line.title')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.employee.id}
        empty={t('appraisal.line.empty')}
      />
    </div>
  )
}

const looks = {
  waiting: { icon: Hourglass, tone: 'amber' },
  approved: { icon: CircleCheck, tone: 'green' },
  objected: { icon: CornerUpLeft, tone: 'amber' },
} as const

function Approval({ results: { year, approval, can } }: { readonly results: Line }) {
  const { t, textFor } = useText()
  const [open, setOpen] = useState<'approved' | 'objected' | null>(null)
  if (!approval || !year) return null
  const { icon, tone } = looks[approval.status]
  const blocked = can.approve && !can.approve.allowed ? textFor(`errors.${can.approve.why}`) : undefined
  const decides = year.status === 'signed' && approval.status !== 'approved'
  return (
    <>
      <Banner
        tone={tone}
        icon={icon}
        action={
          decides && (
            <span className="flex flex-wrap gap-2">
              <Button look="primary" onPress={() => setOpen('approved')} {...(blocked && { reason: blocked })}>
                {t('appraisal.line.approve')}
              </Button>
              <Button onPress={() => setOpen('objected')}>{t('appraisal.line.object')}</Button>
            </span>
          )
        }
      >
        {t(`appraisal.line.status.${approval.status}`, { count: approval.people })} {approval.note}
      </Banner>
      {open && (
        <DecisionDialog
          decision={open}
          year={year.year}
          officialId={approval.official.id}
          version={approval.version}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

type DecisionProps = {
  readonly decision: 'approved' | 'objected'
  readonly year: number
  readonly officialId: string
  readonly version: number
  readonly onClose: () => void
}

function DecisionDialog({ decision, year, officialId, version, onClose }: DecisionProps) {
  const { t } = useText()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const decide = useApiMutation({
    send: () =>
      api('PUT /api/appraisal/years/:year/approvals/:officialId', {
        params: { year, officialId },
        body: { decision, ...(note.trim() !== '' && { note: note.trim() }) },
        version,
      }),
    refresh: shownElsewhere,
    onDone: () => {
      notifyDone(t(`appraisal.line.done.${decision}`))
      onClose()
    },
  })
  const missing = decision === 'objected' && note.trim().length < 3
  const title = t(decision === 'approved' ? 'appraisal.line.approve' : 'appraisal.line.object')
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="primary" type="submit" form="line" pending={decide.isPending}>
            {title}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="line"
        problem={decide.error}
        onSubmit={() => {
          setTried(true)
          if (!missing) decide.mutate()
        }}
      >
        <p className="text-ink-2">{t(`appraisal.line.body.${decision}`)}</p>
        <TextArea
          name="note"
          label={t('appraisal.line.note')}
          required={decision === 'objected'}
          rows={4}
          maxLength={4000}
          value={note}
          onChange={setNote}
          error={tried && missing ? t('errors.appraisal.objection_needs_note' as never) : undefined}
        />
      </Form>
    </Dialog>
  )
}
