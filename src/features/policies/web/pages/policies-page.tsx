import { CalendarOff } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Select } from '../../../../ui/select.tsx'
import { policyGroups } from '../../domain/policy.ts'
import { api, keys, type PolicyItem, type PolicyList } from '../api.ts'
import { PolicyRow } from '../components/policy-row.tsx'
import { usePolicyWords } from '../components/policy-words.ts'
import { useYear, YearSelect } from '../public.tsx'

const EditPolicy = lazy(() => import('../components/edit-policy.tsx').then((file) => ({ default: file.EditPolicy })))
const PolicyHistory = lazy(() =>
  import('../components/policy-history.tsx').then((file) => ({ default: file.PolicyHistory })),
)

/** Every value that the guides leave to the entity (O-67). */
export function PoliciesPage() {
  const { t, textFor } = useText()
  const [year, setYear] = useYear()
  const { get, set } = useSearch()
  const asked = policyGroups.find((group) => group === get('subject'))
  const [editing, setEditing] = useState<PolicyItem>()
  const [looking, setLooking] = useState<PolicyItem>()
  const query = useApiQuery({
    key: keys.year(year),
    load: (signal) => api('GET /api/policies', { query: { year }, signal }),
    keepPrevious: true,
  })
  const subject = (group: string) => textFor(`policies.groups.${group}`) ?? group
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={t('policies.title')}
          state={t('policies.intro')}
          actions={
            <>
              <span data-print="no" className="inline-block w-48">
                <Select
                  label={t('policies.subject')}
                  hideLabel
                  value={asked ?? 'all'}
                  onChange={(group) => set({ subject: group === 'all' ? null : group })}
                  options={[
                    { value: 'all', label: t('policies.allSubjects') },
                    ...policyGroups.map((group) => ({ value: group, label: subject(group) })),
                  ]}
                />
              </span>
              <YearSelect value={year} onChange={setYear} />
              <Button icon={CalendarOff} to="/administration/holidays">
                {t('policies.holidays.title')}
              </Button>
            </>
          }
        />
      }
    >
      <Loaded query={query}>
        {({ policies, frozen, waiting }) => (
          <div className="mx-auto flex max-w-5xl flex-col gap-6">
            <WhatWaits policies={policies} waiting={waiting} />
            {frozen && <Banner tone="amber">{t('policies.frozen', { year })}</Banner>}
            {policyGroups
              .filter((group) => asked === undefined || group === asked)
              .map((group) => (
                <Card key={group} title={subject(group)} flush>
                  <ul className="divide-y divide-line">
                    {policies
                      .filter((policy) => policy.group === group)
                      .map((policy) => (
                        <PolicyRow
                          key={policy.key}
                          policy={policy}
                          year={year}
                          frozen={frozen}
                          onEdit={() => setEditing(policy)}
                          onHistory={() => setLooking(policy)}
                        />
                      ))}
                  </ul>
                </Card>
              ))}
          </div>
        )}
      </Loaded>
      <Suspense fallback={null}>
        {editing && <EditPolicy key={editing.key} policy={editing} year={year} onClose={() => setEditing(undefined)} />}
        {looking && <PolicyHistory policyKey={looking.key} onClose={() => setLooking(undefined)} />}
      </Suspense>
    </Page>
  )
}

type WhatWaitsProps = Pick<PolicyList, 'policies' | 'waiting'>

/** On top: the proposals of any year, each leading to its page, and what nobody has decided yet for this one. */
function WhatWaits({ policies, waiting }: WhatWaitsProps) {
  const { t } = useText()
  const words = usePolicyWords()
  const undecided = policies.filter((policy) => policy.value === null && !policy.proposal)
  if (waiting.length === 0 && undecided.length === 0) return null
  return (
    <Banner tone="blue">
      <ul className="flex flex-col gap-1">
        {waiting.map(({ id, key, year }) => (
          <li key={id}>
            <Link to={`/administration/policies/proposals/${id}`}>{words.title(key)}</Link>:{' '}
            {t('policies.proposals.waitsOfYear', { year })}
          </li>
        ))}
        {undecided.map(({ key }) => (
          <li key={key}>
            {words.title(key)}: {t('policies.undecidedFor', { owner: words.owners(key) })}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
