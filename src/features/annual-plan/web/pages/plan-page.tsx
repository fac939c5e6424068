import { ChevronsDownUp, ChevronsUpDown, FileStack, Map as MapIcon, Printer } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { useYear, YearSelect } from '../../../policies/web/public.tsx'
import { nodeKinds } from '../../domain/node.ts'
import { filtered } from '../../domain/tree.ts'
import type { Plan } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { PlanFilters, usePlanFilter } from '../components/plan-filters.tsx'
import { PlanStatus, useStateSentence } from '../components/plan-status.tsx'
import { PlanTree } from '../components/plan-tree.tsx'

/** The annual plan as everyone reads it (SC-03). */
export function PlanPage() {
  const { t } = useText()
  const stateOf = useStateSentence()
  const [year, setYear] = useYear()
  const version = useSearch().get('version')
  const query = useApiQuery({
    key: keys.plan(year, version),
    load: (signal) => api('GET /api/plan', { query: { year, ...(version && { version }) }, signal }),
    keepPrevious: true,
  })
  const plan = query.data
  return (
    <Page
      ground="bg"
      header={
        <PageHeader
          title={t('annualPlan.title')}
          context={<Counts plan={plan} />}
          pill={plan?.version && <PlanStatus status={plan.version.status} />}
          state={plan?.version ? stateOf(plan.version) : t('annualPlan.intro')}
          actions={
            <>
              <YearSelect value={year} onChange={setYear} years={plan?.years ?? []} />
              {plan?.can.manage && (
                <Button icon={FileStack} to={`/administration/plan?year=${year}`}>
                  {t('annualPlan.toVersions')}
                </Button>
              )}
              <Button icon={Printer} onPress={() => window.print()}>
                {t('annualPlan.print')}
              </Button>
            </>
          }
        />
      }
    >
      <Loaded query={query}>{(data) => <Content plan={data} />}</Loaded>
    </Page>
  )
}

function Content({ plan }: { readonly plan: Plan }) {
  const { t } = useText()
  const [filter, isOn] = usePlanFilter()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const { nodes } = plan
  if (!plan.version) {
    return (
      <EmptyState
        icon={MapIcon}
        action={
          plan.can.manage && <Button to={`/administration/plan?year=${plan.year}`}>{t('annualPlan.toVersions')}</Button>
        }
      >
        {plan.can.manage ? t('annualPlan.emptyForPlanner') : t('annualPlan.empty')}
      </EmptyState>
    )
  }
  const { shown, matches } = filtered(nodes, filter)
  const parents = new Set(nodes.flatMap((node) => (node.parentId ? [node.parentId] : [])))
  const allOpen = [...parents].every((id) => opened.has(id))
  const toggle = (id: string) =>
    setOpened((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-3">
        <PlanFilters nodes={nodes} matches={matches} />
        {!isOn && (
          <Button
            look="ghost"
            icon={allOpen ? ChevronsDownUp : ChevronsUpDown}
            onPress={() => setOpened(allOpen ? new Set() : parents)}
          >
            {allOpen ? t('annualPlan.closeAll') : t('annualPlan.openAll')}
          </Button>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState icon={MapIcon}>{t('annualPlan.noMatches')}</EmptyState>
      ) : (
        <PlanTree nodes={shown} isOpen={(id) => isOn || opened.has(id)} onToggle={toggle} />
      )}
    </>
  )
}

function Counts({ plan }: { readonly plan: Plan | undefined }) {
  const { t, language } = useText()
  if (!plan?.version) return null
  const counts = nodeKinds.flatMap((kind) => {
    const count = plan.nodes.filter((node) => node.kind === kind).length
    return count > 0 ? [t(`annualPlan.counts.${kind}`, { count })] : []
  })
  return counts.join(language === 'ar' ? '، ' : ', ')
}
