import { ChevronDown, ChevronRight, UserRound } from 'lucide-react'
import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Tag } from '../../../../ui/tag.tsx'
import type { DivisionNode } from '../api.ts'

type TreeProps = {
  readonly divisions: readonly DivisionNode[]
  readonly open: ReadonlySet<string>
  readonly onToggle: (id: string) => void
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** The chart as nested lists: each division with its head and people; a button shows what is below. */
export function DivisionTree(props: TreeProps) {
  const below = Map.groupBy(props.divisions, (one) => one.parentId)
  return <Branch {...props} nodes={below.get(null) ?? []} below={below} depth={0} />
}

type BranchProps = TreeProps & {
  readonly nodes: readonly DivisionNode[]
  readonly below: ReadonlyMap<string | null, readonly DivisionNode[]>
  readonly depth: number
}

function Branch(props: BranchProps) {
  const { nodes, below, depth, open, onToggle, chosen, onChoose } = props
  const { t, pick } = useText()
  return (
    <ul className={cx(depth > 0 && 'ms-4 border-s border-line ps-2 phone:ms-2 phone:ps-1')}>
      {nodes.map((node) => {
        const children = below.get(node.id) ?? []
        const isOpen = open.has(node.id)
        const name = pick(node.name)
        return (
          <li key={node.id}>
            <div className={cx('flex items-start gap-1 rounded-md py-1', chosen === node.id && 'bg-accent-soft')}>
              {children.length > 0 ? (
                <IconButton
                  icon={isOpen ? ChevronDown : ChevronRight}
                  mirrored={!isOpen}
                  size="sm"
                  label={
                    isOpen
                      ? t('organization.divisions.collapse', { name })
                      : t('organization.divisions.expand', { name })
                  }
                  onPress={() => onToggle(node.id)}
                />
              ) : (
                <span className="size-7 shrink-0 phone:size-10" />
              )}
              <button
                type="button"
                onClick={() => onChoose(node.id)}
                aria-pressed={chosen === node.id}
                className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md px-2 py-0.5 text-start hover:bg-sunken"
              >
                <span className={cx('font-medium', chosen === node.id && 'text-accent-text')}>{name}</span>
                <Tag>{t(`organization.kinds.${node.kind}`)}</Tag>
                <span className="text-xs text-ink-3">
                  <Num code>{node.code}</Num>
                </span>
                <span className="ms-auto flex flex-wrap items-center gap-x-3 text-sm text-ink-3 phone:ms-0 phone:w-full">
                  <span className="inline-flex items-center gap-1.5">
                    <Icon icon={UserRound} size={14} />
                    {node.head ? (
                      <span className="text-ink-2">{pick(node.head.name)}</span>
                    ) : (
                      t('organization.divisions.vacant')
                    )}
                  </span>
                  <span>{t('organization.divisions.peopleCount', { count: node.people })}</span>
                </span>
              </button>
            </div>
            {isOpen && children.length > 0 && <Branch {...props} nodes={children} depth={depth + 1} />}
          </li>
        )
      })}
    </ul>
  )
}
