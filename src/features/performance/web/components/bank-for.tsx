import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { NodeTag } from '../../../../ui/tag.tsx'
import type { BankObjective } from '../api.ts'

/** For whom an objective of the bank is meant, and what it serves in the plan. */
export function BankFor({ objective }: { readonly objective: BankObjective }) {
  const { t, pick } = useText()
  const { division, post, planNode } = objective
  const who = [division && pick(division.name), post && pick(post.title)].filter(Boolean).join(' · ')
  return (
    <span className="flex flex-wrap items-center gap-2">
      {who || t('performance.bankKeeping.everyone')}
      {planNode && (
        <NodeTag to={`/plan/annual/nodes/${planNode.id}`}>
          {pick(planNode.title)} <Num code>{planNode.code}</Num>
        </NodeTag>
      )}
    </span>
  )
}
