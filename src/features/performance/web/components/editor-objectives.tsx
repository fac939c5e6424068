import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import type { Problem } from '../../domain/completeness.ts'
import type { Content } from '../../domain/document.ts'
import type { DocumentView } from '../../schema.ts'
import { LineComments } from './comment-thread.tsx'
import type { Draft } from './draft.ts'
import { KeyResultLine, lineColumns } from './key-result-line.tsx'
import { ObjectiveCard } from './objective-card.tsx'
import type { DraftChanges } from './use-draft-changes.ts'

type EditorObjectivesProps = {
  readonly view: DocumentView
  readonly content: Content
  readonly problems: readonly Problem[]
  readonly draft: Draft
  readonly changes: DraftChanges
  readonly onLink: (objectiveId: string) => void
  readonly onRemove: (objectiveId: string) => void
}

/** The cards of a document that is being written, under one head for all of them. */
export function EditorObjectives({ view, content, problems, draft, changes, onLink, onRemove }: EditorObjectivesProps) {
  const { t } = useText()
  const { objectives } = content
  const pause = () => void draft.flush()
  return (
    <div className="flex flex-col gap-3">
      <div aria-hidden className={cx('hidden items-end gap-x-2 px-3 text-xs text-ink-3 lg:grid', lineColumns)}>
        <span />
        <span>{t('performance.editor.lineHead')}</span>
        <span>{t('performance.fields.dataType')}</span>
        <span className="mx-auto max-w-14 text-center">{t('performance.editor.heads.below')}</span>
        <span className="mx-auto max-w-14 text-center">{t('performance.editor.heads.meets')}</span>
        <span className="mx-auto max-w-14 text-center">{t('performance.editor.heads.exceeds')}</span>
        <span className="text-center">{t('performance.fields.weight')}</span>
        <span />
      </div>
      {objectives.map((objective, at) => (
        <ObjectiveCard
          key={objective.id}
          objective={objective}
          position={at}
          count={objectives.length}
          problems={problems}
          onEdit={(patch) => draft.editObjective(objective.id, patch)}
          onPause={pause}
          onAddKeyResult={() => void changes.addKeyResult(objective.id)}
          onLink={() => onLink(objective.id)}
          onMove={(by) => void changes.moveObjective(objective.id, by)}
          onRemove={() => onRemove(objective.id)}
        >
          {objective.keyResults.map((keyResult, line) => (
            <KeyResultLine
              key={keyResult.id}
              keyResult={keyResult}
              number={`${at + 1}.${line + 1}`}
              year={view.cycle.year}
              problems={problems}
              onEdit={(patch) => draft.editKeyResult(keyResult.id, patch)}
              onPause={pause}
              onAct={(act) => void changes.actOnLine(objective.id, keyResult.id, act)}
              canMove={{
                up: line > 0 || at > 0,
                down: line < objective.keyResults.length - 1 || at < objectives.length - 1,
              }}
              elsewhere={objectives.filter((one) => one.id !== objective.id)}
            >
              <LineComments view={view} keyResultId={keyResult.id} />
            </KeyResultLine>
          ))}
        </ObjectiveCard>
      ))}
    </div>
  )
}
