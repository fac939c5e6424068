import { useQueryClient } from '@tanstack/react-query'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import type { AssessmentView } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { FeedbackRead } from './feedback-read.tsx'
import { SaveNote } from './save-note.tsx'
import { useAutosave } from './use-autosave.ts'

type Words = { readonly strengths?: string; readonly improvements?: string }

/** Strengths and improvements: written by the reviewer and saved while typing, read by everyone else. */
export function FeedbackCard({ view }: { readonly view: AssessmentView }) {
  if (view.can.feedback?.allowed !== true) return <FeedbackRead view={view} />
  return <FeedbackWriting key={view.documentId} view={view} />
}

function FeedbackWriting({ view }: { readonly view: AssessmentView }) {
  const { t } = useText()
  const { documentId } = view
  const queries = useQueryClient()
  const { autosave, state } = useAutosave<Words>({
    record: documentId,
    place: `feedback.${documentId}`,
    version: view.version,
    send: async (_, words, version) => {
      const body = { strengths: view.strengths, improvements: view.improvements, ...words }
      const saved = await api('PUT /api/assessments/:documentId/feedback', { params: { documentId }, body, version })
      queries.setQueryData<AssessmentView>(
        keys.document(documentId),
        (before) => before && { ...before, ...body, version: saved.version, updatedAt: saved.savedAt },
      )
      // The page learns of new data a moment later: what was typed must not be forgotten before.
      await new Promise((resume) => setTimeout(resume))
      return saved
    },
  })
  const words = { strengths: view.strengths, improvements: view.improvements, ...state.pending.feedback }
  const type = (change: Words) => autosave.type('feedback', { ...words, ...change })
  return (
    <Card
      title={t('assessment.feedback.title')}
      note={t('assessment.feedback.note')}
      aside={
        state.phase === 'saved' && state.savedAt === null ? undefined : (
          <SaveNote state={state} updatedAt={view.updatedAt} />
        )
      }
      className="phone:-mx-4 phone:rounded-none phone:border-x-0"
    >
      <div className="grid gap-4 lg:grid-cols-2">
        {(['strengths', 'improvements'] as const).map((name) => (
          <TextArea
            key={name}
            label={t(`assessment.feedback.${name}`)}
            placeholder={t(`assessment.feedback.${name}Placeholder`)}
            rows={3}
            maxLength={4000}
            value={words[name] ?? ''}
            onChange={(value) => type({ [name]: value })}
            onBlur={() => void autosave.flush()}
          />
        ))}
      </div>
      {state.phase === 'conflict' && (
        <ConflictDialog
          documentId={documentId}
          problem={state.problem}
          typed={(['strengths', 'improvements'] as const).map((name) => ({
            id: name,
            label: t(`assessment.feedback.${name}`),
            mine: words[name] ?? '',
            theirs: (server) => server[name],
          }))}
          onChoose={(server, choice) => autosave.resolve(server.version, choice)}
        />
      )}
    </Card>
  )
}
