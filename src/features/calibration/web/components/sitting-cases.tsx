import { Lock } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { CaseRow, SittingView } from '../../schema.ts'
import { points, rankName } from './rank-name.ts'
import { reasonWords } from './reason-words.ts'

type SittingCasesProps = { readonly sitting: SittingView; readonly onCase: (caseId: string) => void }

/** What lies before the sitting, or what it has decided. */
export function SittingCases({ sitting, onCase }: SittingCasesProps) {
  const text = useText()
  const { t, pick } = text
  const open = sitting.cases.filter((one) => one.status === 'open').length
  const columns: readonly Column<CaseRow>[] = [
    {
      id: 'case',
      header: t('calibration.sitting.columns.case'),
      cell: (row) => (
        <span className="flex flex-col">
          {pick(row.employee.name)}
          <span className="text-xs font-regular text-ink-3">
            {row.division && `${pick(row.division)}${t('calibration.between')}`}
            <Num decimals={2}>{points(row.result)}</Num>
            {t('calibration.between')}
            {rankName(text, row.curve)}
          </span>
        </span>
      ),
    },
    {
      id: 'asked',
      header: t('calibration.sitting.columns.asked'),
      cell: (row) => (
        <span className="text-ink-2">
          {row.view
            ? t('calibration.list.viewIs', { rank: rankName(text, row.view.rank) })
            : t(`calibration.list.origins.${row.origin}`)}
        </span>
      ),
    },
    {
      id: 'before',
      header: t('calibration.sitting.columns.before'),
      align: 'center',
      cell: (row) => <Given of={row.before} words="calibration.sitting.mineBefore" />,
    },
    {
      id: 'votes',
      header: t('calibration.sitting.columns.votes'),
      align: 'center',
      cell: (row) => <Given of={row.sitting} words="calibration.sitting.mine" />,
    },
    {
      id: 'decision',
      header: t('calibration.sitting.columns.decision'),
      cell: (row) =>
        row.decision ? (
          <>
            <b>{rankName(text, row.decision.rank)}</b>
            <span className="block text-xs text-ink-3">{reasonWords(text, row.decision.code)}</span>
          </>
        ) : row.recused ? (
          <Status icon={Lock}>{t(`calibration.case.causes.${row.recused}`)}</Status>
        ) : (
          <span className="text-ink-3">—</span>
        ),
    },
    {
      id: 'act',
      header: t('calibration.sitting.columns.act'),
      phone: 'bare',
      align: 'end',
      cell: (row) => (
        <Button
          size="sm"
          className="whitespace-nowrap"
          label={`${t('calibration.list.seeCase')}: ${pick(row.employee.name)}`}
          onPress={() => onCase(row.id)}
        >
          {t('calibration.list.seeCase')}
        </Button>
      ),
    },
  ]
  return (
    <Card
      flush
      title={t(sitting.status === 'closed' ? 'calibration.sitting.decidedHere' : 'calibration.sitting.cases')}
      note={sitting.status !== 'closed' && t('calibration.sitting.casesNote', { count: open })}
    >
      <Table
        bare
        label={t('calibration.sitting.cases')}
        columns={columns}
        rows={sitting.cases}
        rowKey={(row) => row.id}
        empty={<EmptyState>{t('calibration.sitting.noCases')}</EmptyState>}
      />
    </Card>
  )
}

type GivenProps = {
  readonly of: CaseRow['before']
  readonly words: 'calibration.sitting.mine' | 'calibration.sitting.mineBefore'
}

function Given({ of: { votes, voters, mine }, words }: GivenProps) {
  const text = useText()
  const { t } = text
  return (
    <span className="whitespace-nowrap">
      {t('calibration.case.given', { votes, voters })}
      {mine && <span className="block text-xs text-ink-3">{t(words, { rank: rankName(text, mine) })}</span>}
    </span>
  )
}
