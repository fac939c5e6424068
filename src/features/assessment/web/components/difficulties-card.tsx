import { Ban, CircleCheck, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Rich } from '../../../../ui/rich.tsx'
import { Status } from '../../../../ui/status.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import { cycleName } from '../../../performance/web/public.tsx'
import type { AssessmentView } from '../../schema.ts'
import type { Difficulty } from '../api.ts'
import { DifficultyDialog } from './difficulty-dialog.tsx'
import { ResolveDialog } from './resolve-dialog.tsx'
import { type DifficultyDraft, useDifficulties } from './use-difficulties.ts'

type DifficultiesCardProps = {
  readonly view: AssessmentView
  /** Runs a change upon the version of what is typed on the page. */
  readonly change?: Parameters<typeof useDifficulties>[1]
  readonly missing?: string | undefined
}

/** The prompt of the guide: what stood in the way, carried ones among them, or that nothing did (E 12.5). */
export function DifficultiesCard({ view, change, missing }: DifficultiesCardProps) {
  const { t } = useText()
  const difficulties = useDifficulties(view, change)
  const [editing, setEditing] = useState<Difficulty | 'new' | null>(null)
  const [resolving, setResolving] = useState<Difficulty | null>(null)
  const mayWrite = change !== undefined && view.can.difficulties?.allowed === true
  const { difficulties: all, noDifficulties } = view
  const put = (draft: DifficultyDraft) => {
    const others = all.filter(({ id }) => id !== draft.id)
    difficulties.save({ none: false, items: [...others, draft] }, () => {
      setEditing(null)
      setResolving(null)
    })
  }
  return (
    <Card
      title={t('assessment.difficulties.title')}
      note={t('assessment.difficulties.note')}
      tone={missing ? 'amber' : 'plain'}
      className="phone:-mx-4 phone:rounded-none phone:border-x-0"
    >
      <div className="flex flex-col gap-3" id="difficulties">
        {missing && <p className="text-sm text-amber-text">{missing}</p>}
        {all.length > 0 && (
          <ul className="flex flex-col divide-y divide-line">
            {all.map((difficulty) => (
              <li key={difficulty.id} className="flex items-start gap-3 py-2 first:pt-0 last:pb-0">
                <DifficultyText difficulty={difficulty} view={view} />
                {mayWrite && difficulty.status === 'open' && (
                  <span className="flex shrink-0 gap-1">
                    <IconButton
                      icon={CircleCheck}
                      size="sm"
                      label={t('assessment.difficulties.resolve')}
                      onPress={() => setResolving(difficulty)}
                    />
                    <IconButton
                      icon={Pencil}
                      size="sm"
                      label={t('assessment.difficulties.edit')}
                      onPress={() => setEditing(difficulty)}
                    />
                    {!difficulty.carriedFrom && (
                      <IconButton
                        icon={Trash2}
                        size="sm"
                        label={t('assessment.difficulties.remove')}
                        onPress={() =>
                          difficulties.save({ none: false, items: all.filter(({ id }) => id !== difficulty.id) })
                        }
                      />
                    )}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {noDifficulties && all.length === 0 && (
          <Status icon={CircleCheck} tone="green">
            {t('assessment.difficulties.none')}
          </Status>
        )}
        {!mayWrite && all.length === 0 && !noDifficulties && (
          <p className="text-sm text-ink-3">{t('assessment.difficulties.unanswered')}</p>
        )}
        {mayWrite && (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" icon={Plus} onPress={() => setEditing('new')}>
              {t('assessment.difficulties.add')}
            </Button>
            {all.length === 0 && !noDifficulties && (
              <Button
                size="sm"
                icon={Ban}
                pending={difficulties.pending}
                onPress={() => difficulties.save({ none: true, items: [] })}
              >
                {t('assessment.difficulties.sayNone')}
              </Button>
            )}
          </div>
        )}
      </div>
      {editing && (
        <DifficultyDialog
          view={view}
          difficulty={editing === 'new' ? null : editing}
          pending={difficulties.pending}
          problem={difficulties.problem}
          onClose={() => setEditing(null)}
          onSave={put}
        />
      )}
      {resolving && (
        <ResolveDialog
          difficulty={resolving}
          pending={difficulties.pending}
          problem={difficulties.problem}
          onClose={() => setResolving(null)}
          onSave={(resolution) => put({ ...resolving, resolution })}
        />
      )}
    </Card>
  )
}

function DifficultyText({ difficulty, view }: { readonly difficulty: Difficulty; readonly view: AssessmentView }) {
  const text = useText()
  const { t } = text
  const line = view.objectives
    .flatMap((objective) => objective.lines)
    .find(({ keyResultId }) => keyResultId === difficulty.keyResultId)
  return (
    <div className="min-w-0 flex-1 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Tag>{t(`assessment.difficulties.kinds.${difficulty.kind}`)}</Tag>
        {difficulty.carriedFrom && (
          <span className="text-xs text-ink-3">
            {t('assessment.difficulties.carried', { cycle: cycleName(text, difficulty.carriedFrom) })}
          </span>
        )}
        {difficulty.status !== 'open' && (
          <Status icon={CircleCheck} tone={difficulty.status === 'resolved' ? 'green' : 'neutral'}>
            {t(`assessment.difficulties.statuses.${difficulty.status}`)}
          </Status>
        )}
      </p>
      <p className="whitespace-pre-wrap">
        <bdi>{difficulty.body}</bdi>
      </p>
      {line && (
        <p className="text-xs text-ink-3">
          <bdi>{line.statement}</bdi>
        </p>
      )}
      {difficulty.resolution && (
        <p className="text-ink-2">
          <Rich text={t('assessment.difficulties.resolvedBy', { resolution: difficulty.resolution })} />
        </p>
      )}
    </div>
  )
}
