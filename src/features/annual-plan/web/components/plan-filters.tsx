import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useSearch } from '../../../../ui/navigation.ts'
import { SearchField } from '../../../../ui/search-field.tsx'
import { Select } from '../../../../ui/select.tsx'
import type { PlanFilter } from '../../domain/tree.ts'
import type { Node } from '../api.ts'

/** The filters of the plan, kept in the address. */
export function usePlanFilter(): readonly [filter: PlanFilter, isOn: boolean] {
  const { get } = useSearch()
  const filter = { text: get('q'), divisionId: get('division'), priority: get('priority') }
  return [filter, Object.values(filter).some(Boolean)]
}

const everything = 'all'

export function PlanFilters({ nodes, matches }: { readonly nodes: readonly Node[]; readonly matches: number }) {
  const { t, pick } = useText()
  const { get, set } = useSearch()
  const [, isOn] = usePlanFilter()
  const divisions = new Map(nodes.flatMap(({ owner }) => (owner ? [[owner.id, pick(owner.name)] as const] : [])))
  const priorities = new Map(
    nodes.flatMap(({ serves }) => serves.map(({ priority }) => [priority.code, pick(priority.name)] as const)),
  )
  const options = (all: string, known: ReadonlyMap<string, string>) => [
    { value: everything, label: all },
    ...[...known].map(([value, label]) => ({ value, label })),
  ]
  const choose = (name: string) => (value: string) => set({ [name]: value === everything ? null : value })
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3" data-print="no">
      <SearchField
        label={t('annualPlan.search')}
        value={get('q') ?? ''}
        onChange={(q) => set({ q })}
        className="w-80 phone:w-full"
      />
      <Select
        label={t('annualPlan.division')}
        hideLabel
        value={get('division') ?? everything}
        onChange={choose('division')}
        options={options(t('annualPlan.allDivisions'), divisions)}
        className="w-64 phone:w-full"
      />
      <Select
        label={t('annualPlan.priority')}
        hideLabel
        value={get('priority') ?? everything}
        onChange={choose('priority')}
        options={options(t('annualPlan.allPriorities'), priorities)}
        className="w-64 phone:w-full"
      />
      {isOn && (
        <>
          <span role="status" className="text-sm text-ink-3">
            {t('annualPlan.matches', { count: matches })}
          </span>
          <Button look="link" onPress={() => set({ q: null, division: null, priority: null })}>
            {t('annualPlan.clearFilters')}
          </Button>
        </>
      )}
    </div>
  )
}
