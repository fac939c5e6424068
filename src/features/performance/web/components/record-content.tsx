import { sentenceFor } from '../../../../ui/api-problem.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { KeyResult } from '../../domain/document.ts'
import { weightOf } from '../../domain/weights.ts'
import type { DocumentView } from '../../schema.ts'
import { ClassTag } from './class-tag.tsx'
import { CommentThread, TalkButton, useTalk } from './comment-thread.tsx'
import { DirectionHint } from './direction-hint.tsx'
import { Line, LinkTags, ObjectiveFrame, ObjectiveWeight } from './record-lines.tsx'
import { targetText } from './target-text.ts'

type Content = NonNullable<DocumentView['content']>

/** The document as it is now, to be read and talked about line by line. */
export function RecordContent({ view, content }: { readonly view: DocumentView; readonly content: Content }) {
  const { t } = useText()
  return content.objectives.map((objective, at) => (
    <ObjectiveFrame
      key={objective.id}
      label={`${at + 1}. ${objective.title || t('performance.editor.untitled')}`}
      title={<bdi>{objective.title || t('performance.editor.untitled')}</bdi>}
      tags={
        <>
          <ClassTag of={objective.class} />
          <LinkTags links={objective.links} />
        </>
      }
      weight={<ObjectiveWeight>{objective.weight}</ObjectiveWeight>}
    >
      {objective.keyResults.map((keyResult, line) => (
        <ReadLine key={keyResult.id} view={view} keyResult={keyResult} number={`${at + 1}.${line + 1}`} />
      ))}
    </ObjectiveFrame>
  ))
}

type ReadLineProps = { readonly view: DocumentView; readonly keyResult: KeyResult; readonly number: string }

function ReadLine({ view, keyResult, number }: ReadLineProps) {
  const { t } = useText()
  const talk = useTalk(view, { keyResultId: keyResult.id })
  const { dataType, targets } = keyResult
  return (
    <Line
      number={number}
      statement={<bdi>{keyResult.statement || '—'}</bdi>}
      direction={<DirectionHint keyResult={keyResult} />}
      dataType={t(`performance.dataTypes.${dataType}`)}
      targets={{
        below: <TargetValue {...{ dataType, value: targets.below, year: view.cycle.year }} />,
        meets: <TargetValue {...{ dataType, value: targets.meets, year: view.cycle.year }} />,
        exceeds: <TargetValue {...{ dataType, value: targets.exceeds, year: view.cycle.year }} />,
      }}
      weight={keyResult.weight === null ? '—' : <Num>{weightOf(keyResult) / 100}</Num>}
      talk={<TalkButton talk={talk} number={number} />}
      under={
        <>
          <Remarks view={view} keyResultId={keyResult.id} />
          {talk.shown && <CommentThread view={view} comments={talk.comments} place={{ keyResultId: keyResult.id }} />}
        </>
      }
    />
  )
}

type TargetValueProps = {
  readonly dataType: KeyResult['dataType']
  readonly value: string | null
  readonly year: number
}

function TargetValue(props: TargetValueProps) {
  const { language, digits } = usePreferences()
  return <bdi>{targetText(props, { language, digits })}</bdi>
}

/** What a reader should think about before deciding (AMB-06, AMB-65). */
function Remarks({ view, keyResultId }: { readonly view: DocumentView; readonly keyResultId: string }) {
  const remarks = view.problems.filter((problem) => problem.path.startsWith(`keyResults/${keyResultId}/`))
  return remarks.map((problem) => (
    <p key={problem.path + problem.code} className="text-xs text-amber-text">
      {sentenceFor(problem.code, problem.params)}
    </p>
  ))
}
