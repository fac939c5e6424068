import { CalendarOff } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { policyGroups } from '../../domain/policy.ts'
import { api, keys, type PolicyItem } from '../api.ts'
import { PolicyRow } from '../components/policy-row.tsx'
import { useYear, YearSelect } from '../public.tsx'

const EditPolicy = lazy(() => import('../components/edit-policy.tsx').then((file) => ({ default: file.EditPolicy })))
const PolicyHistory = lazy(() =>
  import('../components/policy-history.tsx').then((file) => ({ default: file.PolicyHistory })),
)

/** Every value that the guides leave to the entity (O-67). */
export function PoliciesPage() {
  const { t, textFor } = useText()
  const [year, setYear] = useYear()
  const [editing, setEditing] = useState<PolicyItem>()
  const [looking, setLooking] = useState<PolicyItem>()
  const query = useApiQuery({
    key: keys.year(year),
    load: (signal) => api('GET /api/policies', { query: { year }, signal }),
    keepPrevious: true,
  })
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={t('policies.title')}
          state={t('policies.intro')}
          actions={
            <>
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
        {({ policies, can }) => (
          <div className="mx-auto flex max-w-5xl flex-col gap-6">
            {policyGroups.map((group) => (
              <Card key={group} title={textFor(`policies.groups.${group}`)} flush>
                <ul className="divide-y divide-line">
                  {policies
                    .filter((policy) => policy.group === group)
                    .map((policy) => (
                      <PolicyRow
                        key={policy.key}
                        policy={policy}
                        year={year}
                        onEdit={can.set ? () => setEditing(policy) : undefined}
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
