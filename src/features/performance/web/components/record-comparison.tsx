import { CornerUpRight, Minus, Plus } from 'lucide-react'
import { formatWeight, type Reader } from '../../../../shared/locale.ts'
import { DiffValue } from '../../../../ui/diff-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Status } from '../../../../ui/status.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { KeyResult } from '../../domain/document.ts'
import { weightOf } from '../../domain/weights.ts'
import type { DocumentView } from '../../schema.ts'
import { ClassTag, classIcons } from './class-tag.tsx'
import { CommentThread, TalkButton, useTalk } from './comment-thread.tsx'
import { DirectionHint } from './direction-hint.tsx'
import { Pieces } from './pieces.tsx'
import { Line, LinkTags, ObjectiveFrame, ObjectiveWeight } from './record-lines.tsx'
import { targetText } from './target-text.ts'
import type { Comparison } from './use-comparison.ts'

type ObjectiveChange = Comparison['objectives'][number]
type LineChange = ObjectiveChange['keyResults'][number]
type ComparisonProps = { readonly view: DocumentView; readonly comparison: Comparison }

/** The same lines with what changed in them: new on green, old struck through on red. */
export function RecordComparison({ view, comparison }: ComparisonProps) {
  const { t } = useText()
  const numbers = numbersOf(comparison)
  return comparison.objectives.map((objective, at) => {
    const shown = objective.after ?? objective.before
    if (!shown) return null
    return (
      <ObjectiveFrame
        key={objective.id}
        label={`${at + 1}. ${shown.title || t('performance.editor.untitled')}`}
        title={<Pieces of={objective.title} />}
        tags={<ObjectiveTags objective={objective} />}
        weight={objective.after && <ObjectiveWeight>{objective.after.weight}</ObjectiveWeight>}
      >
        {objective.keyResults.map((line) => (
          <ComparedLine key={line.id} view={view} line={line} number={numbers.get(line) ?? '—'} />
        ))}
      </ObjectiveFrame>
    )
  })
}

function ObjectiveTags({ objective }: { readonly objective: ObjectiveChange }) {
  const { t } = useText()
  const { before, after, change, fields } = objective
  const shown = after ?? before
  if (!shown) return null
  return (
    <>
      {fields.includes('class') && before && (
        <del className="rounded-sm bg-diff-del text-red-text">
          <Tag icon={classIcons[before.class]}>{t(`performance.classes.${before.class}`)}</Tag>
        </del>
      )}
      <ClassTag of={shown.class} />
      {fields.includes('links') && before && (
        <del className="flex flex-wrap gap-2 text-red-text">
          <LinkTags links={before.links.filter((link) => !after?.links.some((one) => one.nodeId === link.nodeId))} />
        </del>
      )}
      <LinkTags links={shown.links} />
      {change === 'added' && (
        <Status icon={Plus} tone="green">
          {t('performance.record.objectiveAdded')}
        </Status>
      )}
      {change === 'removed' && (
        <Status icon={Minus} tone="red">
          {t('performance.record.objectiveRemoved')}
        </Status>
      )}
    </>
  )
}

type ComparedLineProps = { readonly view: DocumentView; readonly line: LineChange; readonly number: string }

function ComparedLine({ view, line, number }: ComparedLineProps) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const talk = useTalk(view, { keyResultId: line.id })
  const { before, after } = line
  const shown = after ?? before
  if (!shown) return null
  const reader = { language, digits }
  const target = (name: 'below' | 'meets' | 'exceeds') => (
    <Value
      before={targetOf(before, name, view, reader)}
      after={targetOf(after, name, view, reader)}
      change={line.change}
    />
  )
  return (
    <Line
      number={number}
      statement={<Pieces of={line.statement} />}
      direction={<LineNote line={line} keyResult={shown} />}
      dataType={
        <Value
          before={before && t(`performance.dataTypes.${before.dataType}`)}
          after={after && t(`performance.dataTypes.${after.dataType}`)}
          change={line.change}
        />
      }
      targets={{ below: target('below'), meets: target('meets'), exceeds: target('exceeds') }}
      weight={
        <DiffValue before={before ? weightShown(before, reader) : ''} after={after ? weightShown(after, reader) : ''} />
      }
      talk={after && <TalkButton talk={talk} number={number} />}
      under={talk.shown && <CommentThread view={view} comments={talk.comments} place={{ keyResultId: line.id }} />}
    />
  )
}

type ValueProps = {
  readonly before: string | null
  readonly after: string | null
  readonly change: LineChange['change']
}

/** Of a new line the statement and weight are marked; its other values are plain. */
function Value({ before, after, change }: ValueProps) {
  if (change === 'added') return <bdi>{after}</bdi>
  return <DiffValue before={before ?? ''} after={after ?? ''} />
}

function LineNote({ line, keyResult }: { readonly line: LineChange; readonly keyResult: KeyResult }) {
  const { t } = useText()
  if (line.change === 'removed') {
    return (
      <Status icon={Minus} tone="red" className="text-xs!">
        {t('performance.record.lineRemoved')}
      </Status>
    )
  }
  return (
    <span className="flex flex-wrap items-center gap-x-3">
      <DirectionHint keyResult={keyResult} />
      {line.change === 'added' && (
        <Status icon={Plus} tone="green" className="text-xs!">
          {t('performance.record.lineAdded')}
        </Status>
      )}
      {line.fields.includes('objective') && (
        <Status icon={CornerUpRight} mirrorIcon className="text-xs!">
          {t('performance.record.lineMoved')}
        </Status>
      )}
    </span>
  )
}

function targetOf(
  keyResult: KeyResult | null,
  name: 'below' | 'meets' | 'exceeds',
  { cycle }: DocumentView,
  reader: Reader,
): string | null {
  if (!keyResult) return null
  return targetText({ dataType: keyResult.dataType, value: keyResult.targets[name], year: cycle.year }, reader)
}

function weightShown(keyResult: KeyResult, reader: Reader): string {
  return keyResult.weight === null ? '—' : formatWeight(weightOf(keyResult), reader)
}

/** Numbers as the present version has them; what was removed has none. */
function numbersOf({ objectives }: Comparison): ReadonlyMap<LineChange, string> {
  const present = objectives.filter((objective) => objective.after !== null)
  return new Map(
    present.flatMap((objective, at) =>
      objective.keyResults
        .filter((line) => line.after !== null)
        .map((line, place) => [line, `${at + 1}.${place + 1}`] as const),
    ),
  )
}
