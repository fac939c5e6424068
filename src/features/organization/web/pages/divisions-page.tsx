import { Network, Plus } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { api, type DivisionNode } from '../api.ts'
import { AsOf, useAsOf } from '../components/as-of.tsx'
import { AddDivisionDialog } from '../components/division-dialogs.tsx'
import { DivisionPanel } from '../components/division-panel.tsx'
import { DivisionTree } from '../components/division-tree.tsx'

export function DivisionsPage() {
  const { t } = useText()
  const on = useAsOf()
  const { get, set } = useSearch()
  const [adding, setAdding] = useState(false)
  const chosen = get('division')
  const panel = useRef<HTMLDivElement>(null)
  const choose = (id: string) => {
    set({ division: id })
    // On narrow screens the record stands below the chart.
    requestAnimationFrame(() => panel.current?.scrollIntoView({ block: 'nearest' }))
  }
  const query = useApiQuery({
    key: ['organization', 'divisions', on ?? ''],
    load: (signal) => api('GET /api/organization/divisions', { query: on ? { on } : {}, signal }),
    keepPrevious: true,
  })
  const data = query.data
  const root = data?.divisions.find((one) => one.parentId === null)
  return (
    <Page
      sideWidth="wide"
      sideLabel={t('organization.divisions.details')}
      header={
        <PageHeader
          title={t('organization.divisions.title')}
          context={data && t('organization.divisions.count', { count: data.divisions.length })}
          actions={<AsOf shown={data?.on} />}
          mainAction={
            data?.can.change?.allowed && (
              <Button look="primary" icon={Plus} onPress={() => setAdding(true)}>
                {t('organization.divisions.add')}
              </Button>
            )
          }
        />
      }
      side={
        chosen ? (
          <div ref={panel} className="flex min-h-64 scroll-my-16 flex-col gap-5">
            <DivisionPanel id={chosen} on={on} onChoose={choose} />
          </div>
        ) : (
          <EmptyState icon={Network}>{t('organization.divisions.choose')}</EmptyState>
        )
      }
    >
      <Loaded query={query}>
        {({ divisions }) => <Chart divisions={divisions} chosen={chosen} onChoose={choose} />}
      </Loaded>
      {adding && data && (
        <AddDivisionDialog parentId={root?.id ?? null} on={data.on} onClose={() => setAdding(false)} onAdded={choose} />
      )}
    </Page>
  )
}

type ChartProps = {
  readonly divisions: readonly DivisionNode[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

function Chart({ divisions, chosen, onChoose }: ChartProps) {
  const { t } = useText()
  const parents = useMemo(() => new Set(divisions.flatMap((one) => one.parentId ?? [])), [divisions])
  const top = useMemo(() => rootsOf(divisions), [divisions])
  const [toggled, setToggled] = useState<ReadonlySet<string>>()
  const open = toggled ?? top
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setToggled(next)
  }
  if (divisions.length === 0) {
    return (
      <EmptyState
        icon={Network}
        action={<Button to="/administration/import">{t('organization.divisions.importFile')}</Button>}
      >
        {t('organization.divisions.empty')}
      </EmptyState>
    )
  }
  const allOpen = [...parents].every((id) => open.has(id))
  return (
    <>
      <div className="mb-2 flex justify-end">
        <Button look="ghost" size="sm" onPress={() => setToggled(allOpen ? top : parents)}>
          {allOpen ? t('organization.divisions.collapseAll') : t('organization.divisions.expandAll')}
        </Button>
      </div>
      <DivisionTree divisions={divisions} open={open} onToggle={toggle} chosen={chosen} onChoose={onChoose} />
    </>
  )
}

/** Only the root is open at first: it shows what is directly below it. */
function rootsOf(divisions: readonly DivisionNode[]): ReadonlySet<string> {
  return new Set(divisions.filter((one) => one.parentId === null).map((one) => one.id))
}
