import { History, Info, Lock, PenLine, UserCheck, UsersRound } from 'lucide-react'
import { formatDate } from '../../../../shared/locale.ts'
import { localDate } from '../../../../shared/time-zone.ts'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Tag } from '../../../../ui/tag.tsx'
import { catalogue } from '../../domain/catalogue.ts'
import type { PolicyItem } from '../api.ts'
import { PolicyValue } from './policy-value.tsx'
import { usePolicyWords } from './policy-words.ts'
import { ProposalNote } from './proposal-note.tsx'

type PolicyRowProps = {
  readonly policy: PolicyItem
  readonly year: number
  /** The results of the year are frozen. */
  readonly frozen: boolean
  readonly onEdit: () => void
  readonly onHistory: () => void
}

/** One value: what it is for, whose decision it is, what holds, who decided it and why, and what waits. */
export function PolicyRow({ policy, year, frozen, onEdit, onHistory }: PolicyRowProps) {
  const { t } = useText()
  const words = usePolicyWords()
  const { decidesGrades = false } = catalogue[policy.key]
  const kept = frozen && decidesGrades
  return (
    <li className="grid gap-x-8 gap-y-3 px-4 py-4 lg:grid-cols-[minmax(0,1fr)_minmax(18rem,24rem)]">
      <div className="min-w-0">
        <h3 className="font-semibold">{words.title(policy.key)}</h3>
        <p className="max-w-prose text-sm text-ink-2">{words.explanation(policy.key)}</p>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-3">
          <Origin policy={policy} />
          <span>{t('policies.owners', { roles: words.owners(policy.key) })}</span>
          {decidesGrades && (
            <span className="flex items-center gap-1.5">
              <Icon icon={kept ? Lock : UsersRound} size={14} />
              {kept ? t('policies.kept') : t('policies.secondPerson')}
            </span>
          )}
        </p>
        <WhoAndWhy policy={policy} year={year} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <PolicyValue policyKey={policy.key} shape={catalogue[policy.key].shape} value={policy.value} />
        {policy.proposal && <ProposalNote proposal={policy.proposal} />}
        <div className="flex flex-wrap gap-1.5" data-print="no">
          {policy.can.set && !kept && (
            <Button
              size="sm"
              icon={PenLine}
              onPress={onEdit}
              label={`${t(decidesGrades ? 'policies.propose' : 'policies.edit')}: ${words.title(policy.key)}`}
            >
              {t(decidesGrades ? 'policies.propose' : 'policies.edit')}
            </Button>
          )}
          <Button
            size="sm"
            look="ghost"
            icon={History}
            onPress={onHistory}
            label={t('policies.historyTitle', { title: words.title(policy.key) })}
          >
            {t('policies.history')}
          </Button>
        </div>
      </div>
    </li>
  )
}

/** Whether an official text or a decision that the entity named stands behind the value that holds. */
function Origin({ policy }: { readonly policy: PolicyItem }) {
  const { t } = useText()
  if (policy.value === null) return <Tag icon={Info}>{t('policies.mustBeDecided')}</Tag>
  const official = policy.setForYear === null ? policy.official : policy.source !== null
  return official ? null : <Tag icon={Info}>{t('policies.noOfficialSource')}</Tag>
}

function WhoAndWhy({ policy, year }: { readonly policy: PolicyItem; readonly year: number }) {
  const { t, pick } = useText()
  const { language, digits, timeZone } = usePreferences()
  if (policy.setForYear === null || policy.setAt === null) return null
  const day = localDate(new Date(policy.setAt), timeZone)
  const date = formatDate(day, { language, digits, style: 'long' })
  return (
    <div className="mt-2 flex flex-col gap-0.5 text-xs text-ink-3">
      <span className="flex items-center gap-1.5 text-ink-2">
        <Icon icon={UserCheck} size={14} />
        {policy.setBy ? t('policies.setBy', { name: pick(policy.setBy), date }) : t('policies.setByPlatform', { date })}
        {policy.confirmedBy && ` · ${t('policies.confirmedBy', { name: pick(policy.confirmedBy) })}`}
        {policy.setForYear !== year && ` · ${t('policies.carried', { year: policy.setForYear })}`}
      </span>
      <span>
        {t('policies.reason')}: <bdi>{policy.reason}</bdi>
      </span>
      {policy.source && (
        <span>
          {t('policies.source')}: <bdi>{policy.source}</bdi>
        </span>
      )}
    </div>
  )
}
