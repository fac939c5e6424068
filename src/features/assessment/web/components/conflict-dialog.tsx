import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { DiffValue } from '../../../../ui/diff-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import type { AssessmentView } from '../../schema.ts'
import { keys, loadAssessment } from '../api.ts'

/** Something that was typed here, and the same in what the server has. */
type Typed = {
  readonly id: string
  readonly label: string
  readonly mine: string
  readonly theirs: (view: AssessmentView) => string
}

type ConflictDialogProps = {
  readonly documentId: string
  readonly problem: ApiProblem | null
  readonly typed: readonly Typed[]
  readonly onChoose: (server: AssessmentView, choice: 'mine' | 'theirs') => void
}

/** Another tab or person was faster: both versions, and the writer chooses. Nothing is lost before. */
export function ConflictDialog({ documentId, problem, typed, onChoose }: ConflictDialogProps) {
  const { t } = useText()
  const server = useApiQuery({
    key: [...keys.document(documentId), 'conflict'],
    load: (signal) => loadAssessment(documentId, signal),
  })
  const choose = (choice: 'mine' | 'theirs') => server.data && onChoose(server.data, choice)
  return (
    <Dialog
      open
      persistent
      alert
      onClose={() => {}}
      title={t('assessment.conflict.title')}
      actions={
        <>
          <Button look="primary" disabled={!server.data} onPress={() => choose('mine')}>
            {t('assessment.conflict.mine')}
          </Button>
          <Button disabled={!server.data} onPress={() => choose('theirs')}>
            {t('assessment.conflict.theirs')}
          </Button>
        </>
      }
    >
      {problem && <p className="mb-3 text-ink-2">{sentenceFor(problem.code, problem.params)}</p>}
      <Loaded query={server}>
        {(view) => (
          <>
            <p className="mb-2 text-sm text-ink-3">{t('assessment.conflict.legend')}</p>
            <ul className="flex flex-col gap-2">
              {typed.map(({ id, label, mine, theirs }) => (
                <li key={id} className="rounded-md border border-line px-3 py-2 text-sm">
                  <span className="block text-ink-3">
                    <bdi>{label}</bdi>
                  </span>
                  <DiffValue className="items-start!" before={theirs(view)} after={mine} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
    </Dialog>
  )
}
