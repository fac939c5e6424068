import { ArrowDown, ArrowUp, Link2, Plus, Tag as TagIcon, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { FieldError } from '../../../../ui/field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Menu } from '../../../../ui/menu.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Rich } from '../../../../ui/rich.tsx'
import { NodeTag } from '../../../../ui/tag.tsx'
import type { Problem } from '../../domain/completeness.ts'
import { type Objective, objectiveClasses } from '../../domain/document.ts'
import { objectiveWeight } from '../../domain/weights.ts'
import { ClassTag, classIcons } from './class-tag.tsx'
import type { ObjectivePatch } from './draft.ts'
import { InlineText } from './inline-text.tsx'

type ObjectiveCardProps = {
  readonly objective: Objective
  readonly position: number
  readonly count: number
  readonly problems: readonly Problem[]
  readonly children: ReactNode
  readonly onEdit: (patch: ObjectivePatch) => void
  readonly onPause: () => void
  readonly onAddKeyResult: () => void
  readonly onLink: () => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One objective while it is being written: title, class, what it serves in the plan, its key results. */
export function ObjectiveCard(props: ObjectiveCardProps) {
  const { objective, position, problems, children, onEdit, onPause, onAddKeyResult, onLink } = props
  const { t, pick } = useText()
  const path = `objectives/${objective.id}`
  const own = problems.filter((problem) => problem.path.startsWith(`${path}/`))
  const title = own.find((problem) => problem.path === `${path}/title`)
  const others = own.filter((problem) => problem !== title)
  return (
    <section
      className="overflow-clip rounded-lg border border-line bg-surface"
      aria-label={`${position + 1}. ${objective.title || t('performance.editor.untitled')}`}
    >
      <header className="flex flex-wrap items-start gap-x-3 gap-y-1.5 px-3 py-2.5 lg:flex-nowrap">
        <div className="flex w-full items-start gap-2 lg:contents">
          <div className="min-w-0 flex-1 ps-2 lg:basis-72 phone:ps-0">
            <InlineText
              id={`${path}/title`}
              label={t('performance.fields.title')}
              placeholder={t('performance.editor.titlePlaceholder')}
              maxLength={300}
              strong
              value={objective.title}
              onChange={(value) => onEdit({ title: value })}
              onBlur={onPause}
              error={title && sentenceFor(title.code, title.params)}
            />
          </div>
          <div className="shrink-0 lg:order-last">
            <CardMenu {...props} />
          </div>
        </div>
        <div className="flex w-full min-w-0 flex-wrap items-center gap-2 pt-0.5 lg:w-auto lg:max-w-[62%] lg:justify-end">
          <ClassTag of={objective.class} />
          {objective.links.map((link) => (
            <NodeTag key={link.nodeId} to={`/plan/annual/nodes/${link.nodeId}`}>
              {pick(link.title)} <Num code>{link.code}</Num>
              {link.status !== 'approved' && ` · ${t(`performance.linkStatus.${link.status}`)}`}
            </NodeTag>
          ))}
          <span className="ms-auto text-sm whitespace-nowrap text-ink-3">
            <Rich text={t('performance.editor.objectiveWeight', { weight: objectiveWeight(objective) / 100 })} />
          </span>
        </div>
      </header>
      {others.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 pb-2 phone:px-3">
          {others.map((problem) =>
            problem.severity === 'blocks' ? (
              <FieldError key={problem.code}>{sentenceFor(problem.code, problem.params)}</FieldError>
            ) : (
              <p key={problem.code} className="text-xs text-amber-text">
                {sentenceFor(problem.code, problem.params)}
              </p>
            ),
          )}
          {others.some((problem) => problem.path.endsWith('/links')) && (
            <Button size="sm" look="link" icon={Link2} onPress={onLink}>
              {t('performance.editor.link')}
            </Button>
          )}
        </div>
      )}
      {children}
      <footer className="border-t border-line px-3 py-1.5">
        <Button look="link" size="sm" icon={Plus} onPress={onAddKeyResult}>
          {t('performance.editor.addKeyResult')}
        </Button>
      </footer>
    </section>
  )
}

function CardMenu({ objective, position, count, onEdit, onLink, onMove, onRemove, onPause }: ObjectiveCardProps) {
  const { t } = useText()
  const classes = objectiveClasses.map((one) => ({
    id: one,
    label: t(`performance.classes.${one}`),
    icon: classIcons[one],
    checked: one === objective.class,
    onPress: () => {
      onEdit({ class: one })
      onPause()
    },
  }))
  return (
    <Menu
      vertical
      label={t('performance.editor.objectiveMenu', { title: objective.title || t('performance.editor.untitled') })}
      groups={[
        { id: 'class', title: t('performance.fields.class'), actions: classes },
        {
          id: 'act',
          actions: [
            { id: 'link', label: t('performance.editor.link'), icon: TagIcon, onPress: onLink },
            {
              id: 'up',
              label: t('performance.editor.moveUp'),
              icon: ArrowUp,
              disabled: position === 0,
              onPress: () => onMove(-1),
            },
            {
              id: 'down',
              label: t('performance.editor.moveDown'),
              icon: ArrowDown,
              disabled: position === count - 1,
              onPress: () => onMove(1),
            },
          ],
        },
        {
          id: 'remove',
          actions: [
            {
              id: 'remove',
              label: t('performance.editor.removeObjective'),
              icon: Trash2,
              danger: true,
              onPress: onRemove,
            },
          ],
        },
      ]}
    />
  )
}
