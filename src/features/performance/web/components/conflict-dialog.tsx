import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { DiffValue } from '../../../../ui/diff-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import type { Content, KeyResult } from '../../domain/document.ts'
import { keys, loadDocument } from '../api.ts'
import { changedSentence } from './changed-sentence.ts'

type ConflictDialogProps = {
  readonly documentId: string
  readonly problem: ApiProblem | null
  readonly mine: Content
  readonly onChoose: (server: { content: Content; version: number }, choice: 'mine' | 'theirs') => void
}

/** Another tab or person was faster: both versions, line by line, and the writer chooses. Nothing is lost before. */
export function ConflictDialog({ documentId, problem, mine, onChoose }: ConflictDialogProps) {
  const text = useText()
  const { t } = text
  const reader = usePreferences()
  const server = useApiQuery({
    key: [...keys.document(documentId), 'conflict'],
    load: (signal) => loadDocument(documentId, signal),
  })
  const content = server.data?.content
  const version = server.data?.version
  return (
    <Dialog
      open
      persistent
      alert
      size="lg"
      onClose={() => {}}
      title={t('performance.conflict.title')}
      actions={
        <>
          <Button
            look="primary"
            disabled={!content}
            onPress={() => content && version !== undefined && onChoose({ content, version }, 'mine')}
          >
            {t('performance.conflict.mine')}
          </Button>
          <Button
            disabled={!content}
            onPress={() => content && version !== undefined && onChoose({ content, version }, 'theirs')}
          >
            {t('performance.conflict.theirs')}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-ink-2">{problem && changedSentence(problem, text, reader)}</p>
      <Loaded query={server}>{({ content }) => (content ? <Differences mine={mine} theirs={content} /> : null)}</Loaded>
    </Dialog>
  )
}

function Differences({ mine, theirs }: { readonly mine: Content; readonly theirs: Content }) {
  const { t } = useText()
  const before = new Map(theirs.objectives.flatMap((one) => one.keyResults.map((line) => [line.id, line] as const)))
  const lines = mine.objectives
    .flatMap((one) => one.keyResults)
    .filter((line) => said(before.get(line.id)) !== said(line))
  if (lines.length === 0) return <p>{t('performance.conflict.otherLines')}</p>
  return (
    <ul className="flex flex-col gap-2">
      {lines.map((line) => (
        <li key={line.id} className="rounded-md border border-line px-3 py-2">
          <DiffValue before={said(before.get(line.id))} after={said(line)} />
        </li>
      ))}
    </ul>
  )
}

function said(line: KeyResult | undefined): string {
  if (!line) return ''
  const { below, meets, exceeds } = line.targets
  return [line.statement, `${below ?? '—'} / ${meets ?? '—'} / ${exceeds ?? '—'}`, line.weight ?? '—'].join(' · ')
}
