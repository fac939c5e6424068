import { formatNumber } from '../../../../shared/locale.ts'
import { useText } from '../../../../ui/i18n.ts'
import type { IconType } from '../../../../ui/icon.tsx'
import { Icon } from '../../../../ui/icon.tsx'
import { Link } from '../../../../ui/link.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Section } from '../../../../ui/section.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { cycleName, DocumentStatus } from '../../../performance/web/public.tsx'
import type { MyAssessments } from '../api.ts'
import { pointsText } from './measured-text.ts'
import { ResultStatus } from './result-status.tsx'

type Row = MyAssessments['assessments'][number]
type EarlierCyclesProps = { readonly assessments: readonly Row[]; readonly icon: IconType }

/** My cycles, the newest first: how far each is and what it counts. */
export function EarlierCycles({ assessments, icon }: EarlierCyclesProps) {
  const text = useText()
  const { t } = text
  const { language, digits } = usePreferences()
  const reader = { language, digits }
  const columns: readonly Column<Row>[] = [
    {
      id: 'cycle',
      header: t('assessment.mine.columns.cycle'),
      cell: (row) => (
        <span>
          <Link to={`/assessments/${row.documentId}`}>{cycleName(text, row.cycle)}</Link>
          {row.segment.of > 1 && (
            <span className="text-ink-3">
              {' '}
              · {t('assessment.mine.segment', { number: row.segment.number, of: row.segment.of })}
            </span>
          )}
        </span>
      ),
    },
    { id: 'status', header: t('assessment.mine.columns.status'), cell: (row) => <DocumentStatus of={row.status} /> },
    {
      id: 'recorded',
      header: t('assessment.mine.columns.recorded'),
      align: 'center',
      cell: (row) => (
        <bdi>
          {t('assessment.mine.of', {
            recorded: formatNumber(row.recorded, reader),
            lines: formatNumber(row.lines, reader),
          })}
        </bdi>
      ),
    },
    {
      id: 'result',
      header: t('assessment.result.title'),
      align: 'center',
      cell: (row) =>
        row.weighted === null ? '—' : <bdi className="font-semibold">{pointsText(row.weighted, reader)}</bdi>,
    },
    {
      id: 'counted',
      header: t('assessment.mine.columns.counted'),
      cell: (row) => (row.result ? <ResultStatus of={row.result.status} /> : '—'),
    },
  ]
  if (assessments.length === 0) return null
  return (
    <Section
      className="mt-6"
      title={
        <span className="flex items-center gap-2">
          <Icon icon={icon} className="text-ink-3" />
          {t('assessment.mine.all')}
        </span>
      }
    >
      <Table label={t('assessment.mine.all')} columns={columns} rows={assessments} rowKey={(row) => row.documentId} />
    </Section>
  )
}
