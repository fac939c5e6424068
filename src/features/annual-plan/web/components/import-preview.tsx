import { CircleCheck, CircleDot, CircleMinus, CirclePlus, type LucideIcon } from 'lucide-react'
import { fieldSentence } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Status } from '../../../../ui/status.tsx'
import { type Column, Table } from '../../../../ui/table.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import type { PlanPreview } from '../../schema.ts'
import { NodeCode } from './node-code.tsx'

type Problem = PlanPreview['problems'][number]
type Change = PlanPreview['nodes'][number]['change'] | 'removed'
type Line = {
  readonly code: string
  readonly title: PlanPreview['nodes'][number]['title']
  readonly owner: PlanPreview['nodes'][number]['owner']
  readonly kind: PlanPreview['nodes'][number]['kind'] | null
  readonly change: Change
}

const looks: Readonly<Record<Change, { icon: LucideIcon; tone: Tone }>> = {
  added: { icon: CirclePlus, tone: 'green' },
  changed: { icon: CircleDot, tone: 'amber' },
  same: { icon: CircleCheck, tone: 'neutral' },
  removed: { icon: CircleMinus, tone: 'red' },
}

/** What a checked file holds: its problems with remedies, or what would change. */
export function ImportPreview({ preview }: { readonly preview: PlanPreview }) {
  const { t, language } = useText()
  const { problems, problemCount } = preview
  return (
    <div className="flex flex-col gap-3">
      {problemCount > 0 ? (
        <>
          <Banner tone="red" live>
            <strong>{t('annualPlan.versions.problems', { count: problemCount })}</strong>{' '}
            {problemCount > problems.length
              ? t('annualPlan.versions.firstProblems', { count: problems.length })
              : t('annualPlan.versions.correct')}
          </Banner>
          <Problems problems={problems} />
        </>
      ) : (
        <>
          <Banner tone="green" live>
            {t('annualPlan.versions.ready', { count: preview.nodes.length })}
          </Banner>
          {preview.removed.length > 0 && (
            <Banner tone="amber" icon={CircleMinus}>
              {t('annualPlan.versions.removed', { count: preview.removed.length })}
            </Banner>
          )}
          {preview.unknownColumns.length > 0 && (
            <Banner tone="neutral">
              {t('annualPlan.versions.unknownColumns', {
                names: preview.unknownColumns.join(language === 'ar' ? '، ' : ', '),
              })}
            </Banner>
          )}
          <Lines preview={preview} />
        </>
      )}
    </div>
  )
}

function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t, textFor } = useText()
  const columns: Column<Problem>[] = [
    {
      id: 'row',
      header: t('annualPlan.versions.row'),
      width: '5rem',
      align: 'center',
      cell: ({ line }) => <Num>{line}</Num>,
    },
    {
      id: 'column',
      header: t('annualPlan.versions.column'),
      width: '11rem',
      cell: ({ column }) =>
        column ? (textFor(`annualPlan.columns.${column}`) ?? column) : t('annualPlan.versions.wholeRow'),
    },
    {
      id: 'problem',
      header: t('annualPlan.versions.problem'),
      phone: 'bare',
      cell: ({ code, params }) => fieldSentence({ path: '', code, ...(params && { params }) }),
    },
  ]
  return (
    <Table
      label={t('annualPlan.versions.problem')}
      columns={columns}
      rows={problems}
      rowKey={({ line, column, code }) => `${line}${column}${code}`}
      density="compact"
    />
  )
}

function Lines({ preview }: { readonly preview: PlanPreview }) {
  const { t, pick } = useText()
  const rows: Line[] = [
    ...preview.nodes,
    ...preview.removed.map((node) => ({ ...node, kind: null, owner: null, change: 'removed' as const })),
  ]
  const columns: Column<Line>[] = [
    {
      id: 'title',
      header: t('annualPlan.columns.titleAr'),
      cell: ({ code, title }) => (
        <>
          {pick(title)}
          <NodeCode code={code} />
        </>
      ),
    },
    {
      id: 'kind',
      header: t('annualPlan.columns.kind'),
      width: '6rem',
      cell: ({ kind }) => kind && t(`annualPlan.kinds.${kind}`),
    },
    { id: 'owner', header: t('annualPlan.owner'), cell: ({ owner }) => owner && pick(owner) },
    {
      id: 'change',
      header: t('annualPlan.versions.change'),
      width: '7rem',
      cell: ({ change }) => <Status {...looks[change]}>{t(`annualPlan.versions.changes.${change}`)}</Status>,
    },
  ]
  return (
    <Table
      label={t('annualPlan.versions.contents')}
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      density="compact"
    />
  )
}
