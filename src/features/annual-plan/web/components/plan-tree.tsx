import { ChevronDown, ChevronLeft } from 'lucide-react'
import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Link } from '../../../../ui/link.tsx'
import { type Branch, forestOf } from '../../domain/tree.ts'
import type { Node } from '../api.ts'
import { NodeCode } from './node-code.tsx'
import { ContributionLine, IndicatorLines, NodeDates, ServesLine, ServesTags } from './node-facts.tsx'
import { kindIcons } from './node-kind.ts'

type PlanTreeProps = {
  readonly nodes: readonly Node[]
  readonly isOpen: (id: string) => boolean
  readonly onToggle: (id: string) => void
}

const columns = 'lg:grid lg:grid-cols-[minmax(0,1fr)_11rem_8.5rem_9rem] lg:gap-x-5'

/** The plan as it is built: objectives as cards, what carries them out below as rows that open. */
export function PlanTree({ nodes, isOpen, onToggle }: PlanTreeProps) {
  const { t } = useText()
  return (
    <div className="flex flex-col gap-4">
      <div className={cx('hidden px-4 text-xs font-medium text-ink-3', columns)} aria-hidden>
        <span />
        <span>{t('annualPlan.owner')}</span>
        <span>{t('annualPlan.dates')}</span>
        <span>{t('annualPlan.contributes')}</span>
      </div>
      {forestOf(nodes).map((branch) => (
        <section
          key={branch.node.id}
          className="overflow-clip rounded-lg border border-line bg-surface"
          aria-labelledby={branch.node.id}
        >
          <Objective branch={branch} />
          {branch.children.length > 0 && (
            <Children branches={branch.children} isOpen={isOpen} onToggle={onToggle} hidden={false} />
          )}
        </section>
      ))}
    </div>
  )
}

function Objective({ branch: { node } }: { readonly branch: Branch<Node> }) {
  const { pick } = useText()
  return (
    <header className={cx('flex flex-col gap-3 px-4 py-3.5', columns)}>
      <div className="flex min-w-0 flex-col gap-2">
        <h2 id={node.id} className="flex items-start gap-2.5 text-md font-semibold">
          <Icon icon={kindIcons[node.kind]} size={18} className="mt-0.5 text-accent-text" />
          <span className="min-w-0">
            <Link to={`/plan/annual/nodes/${node.id}`} look="plain" className="hover:underline">
              {pick(node.title)}
            </Link>
            <NodeCode code={node.code} />
          </span>
        </h2>
        <div className="flex flex-col gap-2 ps-7">
          <IndicatorLines indicators={node.indicators} />
          <ServesTags serves={node.serves} />
        </div>
      </div>
      <Facts node={node} className="ps-7" />
    </header>
  )
}

type ChildrenProps = Omit<PlanTreeProps, 'nodes'> & {
  readonly branches: readonly Branch<Node>[]
  /** Folded away on the screen; paper shows all. */
  readonly hidden: boolean
}

function Children({ branches, isOpen, onToggle, hidden }: ChildrenProps) {
  return (
    <ul className={cx('border-t border-line', hidden && 'hidden print:block')}>
      {branches.map((branch) => (
        <Row key={branch.node.id} branch={branch} isOpen={isOpen} onToggle={onToggle} />
      ))}
    </ul>
  )
}

const indents = ['ps-4', 'ps-4', 'ps-11 phone:ps-8', 'ps-18 phone:ps-12']

function Row({ branch, isOpen, onToggle }: Omit<PlanTreeProps, 'nodes'> & { readonly branch: Branch<Node> }) {
  const { t, pick } = useText()
  const { node, children, depth } = branch
  const open = isOpen(node.id)
  const title = pick(node.title)
  return (
    <li className="border-b border-line last:border-b-0">
      <div className={cx('flex flex-col gap-2 py-2.5 pe-4', columns, indents[depth], depth > 1 && 'bg-surface-2')}>
        <div className="flex min-w-0 items-start gap-1.5">
          {children.length > 0 ? (
            <button
              type="button"
              aria-expanded={open}
              aria-label={t(open ? 'annualPlan.opened' : 'annualPlan.closed', { title })}
              onClick={() => onToggle(node.id)}
              className="-ms-1 inline-flex size-6 shrink-0 items-center justify-center rounded-sm text-ink-3 hover:bg-sunken phone:size-9"
            >
              <Icon icon={open ? ChevronDown : ChevronLeft} {...(!open && { className: 'ltr:-scale-x-100' })} />
            </button>
          ) : (
            <span className="-ms-1 size-6 shrink-0 phone:hidden" />
          )}
          <Icon icon={kindIcons[node.kind]} className="mt-1 text-ink-3" label={t(`annualPlan.kinds.${node.kind}`)} />
          <div className="flex min-w-0 flex-col gap-0.5 ps-1">
            <span>
              <Link to={`/plan/annual/nodes/${node.id}`} look="plain" className="font-medium hover:underline">
                {title}
              </Link>
              <NodeCode code={node.code} />
            </span>
            <IndicatorLines indicators={node.indicators} />
            <ServesLine serves={node.serves} />
          </div>
        </div>
        <Facts node={node} className={cx('ps-14', children.length > 0 ? 'phone:ps-16' : 'phone:ps-6.5')} />
      </div>
      {children.length > 0 && <Children branches={children} isOpen={isOpen} onToggle={onToggle} hidden={!open} />}
    </li>
  )
}

function Facts({ node, className }: { readonly node: Node; readonly className: string }) {
  const { t, pick } = useText()
  return (
    <div className={cx('flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-2 lg:contents', className)}>
      <span className="min-w-0">
        {node.owner ? pick(node.owner.name) : <span className="text-ink-3">{t('annualPlan.noOwner')}</span>}
      </span>
      <span>
        <NodeDates node={node} />
      </span>
      <span>
        <ContributionLine contribution={node.contribution} />
      </span>
    </div>
  )
}
