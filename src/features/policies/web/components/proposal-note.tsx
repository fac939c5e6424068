import { Hourglass } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { catalogue } from '../../domain/catalogue.ts'
import type { ProposalItem } from '../api.ts'
import { PolicyValue } from './policy-value.tsx'
import { usePolicyWords } from './policy-words.ts'

/** Beside a value that holds: what would take its place, who proposes it and for whom it waits. */
export function ProposalNote({ proposal }: { readonly proposal: ProposalItem }) {
  const { t, pick } = useText()
  const words = usePolicyWords()
  const decide = proposal.can.confirm
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-md border border-amber-line bg-amber-soft p-3">
      <p className="flex items-start gap-1.5 text-sm font-medium text-amber-text">
        <Icon icon={Hourglass} size={16} className="mt-0.5" />
        <span>{t('policies.proposals.waits')}</span>
      </p>
      <PolicyValue policyKey={proposal.key} shape={catalogue[proposal.key].shape} value={proposal.value} />
      <p className="text-xs text-ink-2">
        {t('policies.proposals.by', { name: pick(proposal.proposer.name) })} · <DateTimeText at={proposal.proposedAt} />
      </p>
      <WaitsFor proposal={proposal} />
      <div data-print="no">
        <Button
          size="sm"
          look={decide ? 'primary' : 'secondary'}
          to={`/administration/policies/proposals/${proposal.id}`}
          label={`${t(decide ? 'policies.proposals.decide' : 'policies.proposals.look')}: ${words.title(proposal.key)}`}
        >
          {t(decide ? 'policies.proposals.decide' : 'policies.proposals.look')}
        </Button>
      </div>
    </div>
  )
}

/** The people who may confirm; where there is nobody, what has to be done first. */
export function WaitsFor({ proposal }: { readonly proposal: ProposalItem }) {
  const { t, pick, language } = useText()
  const names = proposal.waitsFor.map(pick)
  return (
    <p className="text-xs text-ink-2">
      {names.length === 0
        ? t('policies.proposals.nobody')
        : t('policies.proposals.waitsFor', { names: names.join(language === 'ar' ? '، ' : ', ') })}
    </p>
  )
}
