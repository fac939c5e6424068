import { FlaskConical } from 'lucide-react'
import { formatNumber, formatPercent, formatYear } from '../../../../shared/locale.ts'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { type Column, Table } from '../../../../ui/table.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { VisionIndicator } from '../../schema.ts'

type IndicatorTableProps = { readonly label: string; readonly indicators: readonly VisionIndicator[] }

/** Indicators of a priority with baseline and targets; each value that is no official one says so. */
export function IndicatorTable({ label, indicators }: IndicatorTableProps) {
  const { t, pick, textFor } = useText()
  const { language, digits } = usePreferences()
  const reader = { language, digits }
  const shown = (value: string | null, unit: VisionIndicator['unit']) =>
    value === null ? (
      <span className="text-ink-3">{t('vision.notKnown')}</span>
    ) : unit === 'percent' ? (
      formatPercent(value, reader)
    ) : (
      formatNumber(value, reader)
    )
  const columns: Column<VisionIndicator>[] = [
    {
      id: 'name',
      header: t('vision.indicator'),
      cell: (one) => (
        <span id={one.id} className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-regular">
          {pick(one.name)}
          <span className="text-xs text-ink-3">{textFor(`vision.units.${one.unit}`)}</span>
          {one.direction === 'lower' && <span className="text-xs text-ink-3">{t('vision.lowerIsBetter')}</span>}
          {one.demonstration && <Tag icon={FlaskConical}>{t('vision.demonstration')}</Tag>}
        </span>
      ),
    },
    {
      id: 'baseline',
      header: t('vision.baseline'),
      align: 'center',
      width: '9rem',
      cell: (one) => (
        <>
          {shown(one.baseline, one.unit)}
          {one.baselineYear !== null && (
            <span className="ms-1.5 text-xs text-ink-3">({formatYear(one.baselineYear, reader)})</span>
          )}
        </>
      ),
    },
    {
      id: 'target2030',
      header: t('vision.target2030'),
      align: 'center',
      width: '8rem',
      cell: (one) => shown(one.target2030, one.unit),
    },
    {
      id: 'target2040',
      header: t('vision.target2040'),
      align: 'center',
      width: '8rem',
      cell: (one) => <strong>{shown(one.target2040, one.unit)}</strong>,
    },
  ]
  return <Table label={label} columns={columns} rows={indicators} rowKey={(one) => one.id} density="compact" bare />
}
