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
  /** Where something was typed here that the server does not have. */
  readonly typedIn: ReadonlySet<string>
  readonly onChoose: (server: { content: Content; version: number }, choice: 'mine' | 'theirs') => void
}

/** Another tab or person was faster: both versions, line by line, and the writer chooses. Nothing is lost before. */
export function ConflictDialog({ documentId, problem, mine, typedIn, onChoose }: ConflictDialogProps) {
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
      <Loaded query={server}>
        {({ content }) => (content ? <Differences mine={mine} theirs={content} typedIn={typedIn} /> : null)}
      </Loaded>
    </Dialog>
  )
}

type DifferencesProps = Pick<ConflictDialogProps, 'mine' | 'typedIn'> & { readonly theirs: Content }

/** What was typed here beside what stands there now; what nobody typed here is the other version's anyway. */
function Differences({ mine, theirs, typedIn }: DifferencesProps) {
  const { t } = useText()
  const before = saidIn(theirs)
  const changed = [...saidIn(mine)].filter(([id, words]) => typedIn.has(id) && before.get(id) !== words)
  if (changed.length === 0) return <p>{t('performance.conflict.otherLines')}</p>
  return (
    <>
      <p className="mb-2 text-sm text-ink-3">{t('performance.conflict.legend')}</p>
      <ul className="flex flex-col gap-2">
        {changed.map(([id, words]) => (
          <li key={id} className="rounded-md border border-line px-3 py-2">
            <DiffValue className="items-start!" before={before.get(id) ?? ''} after={words} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Each objective and key result in one line of words. */
function saidIn({ objectives }: Content): ReadonlyMap<string, string> {
  return new Map(
    objectives.flatMap((one) => [
      [one.id, one.title] as const,
      ...one.keyResults.map((line) => [line.id, said(line)] as const),
    ]),
  )
}

function said({ statement, targets: { below, meets, exceeds }, weight }: KeyResult): string {
  return [statement, `${below ?? '—'} / ${meets ?? '—'} / ${exceeds ?? '—'}`, weight ?? '—'].join(' · ')
}
