import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Num } from '../../../../ui/num.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { TeamResults, TeamRow } from '../api.ts'
import { reasonName } from './change-text.ts'
import { shownPoints } from './points.ts'
import { ViewDialog } from './view-dialog.tsx'

/** The results of the direct reports, each with its four values, and the supervisor's view where it may be recorded. */
export function TeamTable({ results: { year, rows } }: { readonly results: TeamResults }) {
  const text = useText()
  const { t, pick } = text
  const [open, setOpen] = useState<string | null>(null)
  const chosen = rows.find((row) => row.employee.id === open)
  if (!year) return null
  const rank = (value: TeamRow['final']) => (value ? t(`appraisalFiles.ranks.${value}`) : '—')
  const columns: Column<TeamRow>[] = [
    {
      id: 'employee',
      header: t('appraisalFiles.why.person'),
      rowHeader: true,
      cell: (row) => (
        <span className="block min-w-0">
          <Link to={`/results/${row.employee.id}/${year.year}`}>{pick(row.employee.name)}</Link>
          {row.employee.title && <span className="block text-xs text-ink-3">{pick(row.employee.title)}</span>}
        </span>
      ),
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
    { id: 'curve', header: t('appraisal.team.curve'), cell: (row) => rank(row.curve) },
    {
      id: 'view',
      header: t('appraisal.why.view'),
      cell: (row) =>
        row.view ? (
          <span className="block">
            <strong className="font-semibold">{rank(row.view.rank)}</strong>
            <span className="block text-xs text-ink-3">{reasonName(text, row.view.reasonCode)}</span>
          </span>
        ) : (
          <span className="text-ink-3">—</span>
        ),
    },
    {
      id: 'final',
      header: t('appraisal.why.final'),
      cell: (row) => <strong className="font-semibold">{rank(row.final)}</strong>,
    },
    {
      id: 'act',
      header: t('appraisal.team.action'),
      phone: 'bare',
      cell: (row) =>
        row.can.view?.allowed && (
          <Button size="sm" onPress={() => setOpen(row.employee.id)}>
            {t(row.view ? 'appraisal.team.changeView' : 'appraisal.team.giveView')}
          </Button>
        ),
    },
  ]
  return (
    <>
      <Table
        label={t('appraisal.pages.team')}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.employee.id}
        empty={t('appraisal.team.empty')}
      />
      {chosen && <ViewDialog row={chosen} year={year.year} onClose={() => setOpen(null)} />}
    </>
  )
}
