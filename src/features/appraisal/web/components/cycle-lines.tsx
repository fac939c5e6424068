import { Paperclip, PencilRuler } from 'lucide-react'
import { formatWeight } from '../../../../shared/locale.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import { LevelPill } from '../../../assessment/web/public.tsx'
import type { Explained } from '../api.ts'
import { cycleTitle } from './cycle-title.ts'
import { FormulaOf } from './formula.tsx'
import { shownPoints, shownUnits } from './points.ts'
import { quantityOf, type ScoreLine } from './quantity.ts'

type Cycle = Explained['cycles'][number]
type Segment = Cycle['segments'][number]

/** One cycle line by line: targets, actual, achievement, weight, score and level, and what was corrected. */
export function CycleLines({ explanation, cycle }: { readonly explanation: Explained; readonly cycle: Cycle }) {
  const text = useText()
  const { t, pick } = text
  const title = cycleTitle(text, explanation.year.year, cycle)
  return (
    <Section title={t('appraisal.why.lineByLine', { cycle: title })} note={t('appraisal.why.scoreFormula')}>
      {cycle.status !== 'counted' && (
        <Banner className="mb-3" tone="blue">
          {t(`appraisal.why.cycleStatus.${cycle.status}`, { covered: cycle.coveredDays, days: cycle.cycleDays })}
          {cycle.decision && ` ${pick(cycle.decision.by.name)}: ${cycle.decision.reason}`}
        </Banner>
      )}
      <div className="flex flex-col gap-4">
        {cycle.segments.map((segment) => (
          <SegmentLines key={segment.documentId} cycle={cycle} segment={segment} year={explanation.year.year} />
        ))}
      </div>
      {cycle.segments.length > 1 && cycle.result !== null && (
        <p className="mt-3 rounded-md bg-surface-2 px-3 py-2 text-sm text-ink-2">
          {t('appraisal.why.dayWeighted')}{' '}
          <bdi dir="ltr" className="tabular-nums">
            {cycle.segments.map((one) => `${shownUnits(one.sum).toFixed(2)} × ${one.days}`).join(' + ')} ÷{' '}
            {cycle.segments.reduce((sum, one) => sum + one.days, 0)} = {shownUnits(cycle.result).toFixed(2)}
          </bdi>
        </p>
      )}
    </Section>
  )
}

function SegmentLines({
  cycle,
  segment,
  year,
}: {
  readonly cycle: Cycle
  readonly segment: Segment
  readonly year: number
}) {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const quantity = (line: ScoreLine, value: string | null) => quantityOf(line, value, year, text, reader)
  const columns: Column<ScoreLine>[] = [
    {
      id: 'statement',
      header: t('appraisal.why.heads.statement'),
      rowHeader: true,
      cell: (line) => <Statement line={line} />,
    },
    ...(['below', 'meets', 'exceeds'] as const).map((name) => ({
      id: name,
      header: t(`appraisal.why.heads.${name}`),
      align: 'center' as const,
      cell: (line: ScoreLine) => <span className="text-ink-3">{quantity(line, line.targets[name])}</span>,
    })),
    {
      id: 'actual',
      header: t('appraisal.why.heads.actual'),
      align: 'center',
      cell: (line) => (
        <span className="inline-flex flex-wrap items-baseline justify-center gap-x-1.5">
          <strong className="font-semibold">{quantity(line, line.actual)}</strong>
          {line.claimed !== line.actual && <del className="text-ink-3">{quantity(line, line.claimed)}</del>}
        </span>
      ),
    },
    {
      id: 'achievement',
      header: t('appraisal.why.heads.achievement'),
      align: 'center',
      cell: (line) => (
        <FormulaOf line={line} year={year}>
          <Num percent>{shownPoints(line.achievement)}</Num>
        </FormulaOf>
      ),
    },
    {
      id: 'weight',
      header: t('appraisal.why.heads.weight'),
      align: 'center',
      cell: (line) => <bdi>{formatWeight(line.weight, reader)}</bdi>,
    },
    {
      id: 'score',
      header: t('appraisal.why.heads.score'),
      align: 'center',
      cell: (line) => (
        <Num decimals={2} className="font-semibold">
          {shownUnits(line.score)}
        </Num>
      ),
    },
    { id: 'level', header: t('appraisal.why.heads.level'), cell: (line) => <LevelPill level={line.level} /> },
  ]
  return (
    <div>
      {cycle.segments.length > 1 && (
        <p className="mb-2 text-sm text-ink-2">
          <DateText date={segment.startsOn} style="medium" /> – <DateText date={segment.endsOn} style="medium" /> ·{' '}
          {t('appraisal.why.workingDays', { count: segment.days })}
          {segment.supervisor && ` · ${pick(segment.supervisor.name)}`}
        </p>
      )}
      <Table
        label={t('appraisal.why.linesTable')}
        columns={columns}
        rows={segment.lines}
        rowKey={(line) => line.id}
        footer={{
          statement: t('appraisal.why.cycleResult'),
          weight: <Num>{100}</Num>,
          score: <Num decimals={2}>{shownUnits(segment.sum)}</Num>,
          level: <span className="font-regular text-ink-3">{t('appraisal.why.atMost', { cap: 120 })}</span>,
        }}
      />
      <p className="mt-2 text-xs text-ink-3">
        {segment.provisional
          ? t('appraisal.why.provisional')
          : segment.approvedBy &&
            t(segment.onBehalfOf ? 'appraisal.why.approvedFor' : 'appraisal.why.approvedBy', {
              name: pick(segment.approvedBy.name),
              for: segment.onBehalfOf ? pick(segment.onBehalfOf.name) : '',
            })}{' '}
        {segment.literal !== null && (
          <>
            {t('appraisal.why.literalCycle')} <Num decimals={2}>{shownPoints(segment.literal)}</Num>.
          </>
        )}
      </p>
    </div>
  )
}

function Statement({ line }: { readonly line: ScoreLine }) {
  const { t } = useText()
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>{line.statement}</span>
      {line.corrections.length > 0 && (
        <Status icon={PencilRuler} tone="amber">
          {t('appraisal.why.corrected')}
        </Status>
      )}
      {line.evidence.length > 0 && (
        <span
          className="inline-flex items-center gap-1 text-xs text-ink-3"
          title={line.evidence.map((one) => one.name).join('، ')}
        >
          <Icon icon={Paperclip} size={13} /> {t('appraisal.why.evidence', { count: line.evidence.length })}
        </span>
      )}
    </span>
  )
}
