import { useState } from 'react'
import { cx } from '../../../../ui/cx.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { usePathParams, useSearch } from '../../../../ui/navigation.ts'
import { Page } from '../../../../ui/page.tsx'
import type { Workbench } from '../../schema.ts'
import { useWorkbench } from '../api.ts'
import { CannotStart } from '../components/cannot-start.tsx'
import { CaseDrawer } from '../components/case-drawer.tsx'
import { Distribution } from '../components/distribution.tsx'
import { FairnessCard } from '../components/fairness-card.tsx'
import { GroupChooser } from '../components/group-chooser.tsx'
import { ModeComparison } from '../components/mode-comparison.tsx'
import { RankedList } from '../components/ranked-list.tsx'
import { SeatsCard } from '../components/seats-card.tsx'
import { SignaturesCard } from '../components/signatures-card.tsx'
import { currentSitting } from '../components/sittings.ts'
import { SittingsCard } from '../components/sittings-card.tsx'
import { newTrialStore, TrialContext } from '../components/trial-store.ts'
import { WhatIfCard } from '../components/what-if-card.tsx'
import { WorkbenchHeader } from '../components/workbench-header.tsx'

/** The committee's workbench on the frozen results of a year (SC-14). */
export function WorkbenchPage() {
  const { year } = usePathParams<'year'>()
  const workbench = useWorkbench(Number(year))
  // The tests of fairness run on the server after a decision; what they find appears by itself.
  useWorkbench(Number(year), workbench.data?.fairness.running ? { every: 3_000 } : {})
  return <Loaded query={workbench}>{(data) => <Bench workbench={data} />}</Loaded>
}

function Bench({ workbench }: { readonly workbench: Workbench }) {
  const { get, set } = useSearch()
  const [trials] = useState(newTrialStore)
  const { groups, total, missing, sittings, status } = workbench
  const asked = groups.find((group) => group.id === get('group')) ?? null
  const group = groups.length === 1 ? (groups[0] ?? null) : asked
  const caseId = get('case')
  const modes = group?.modes ?? total?.modes ?? []
  const computed = modes.length > 0
  const canStart = missing.length === 0 && status !== 'open' && computed
  const sitting = currentSitting(workbench)
  return (
    <TrialContext value={trials}>
      <Page ground="bg" header={<WorkbenchHeader workbench={workbench} />}>
        <div className="flex flex-col gap-4">
          {!canStart && <CannotStart workbench={workbench} />}
          {groups.length > 1 && (
            <GroupChooser workbench={workbench} chosen={group} onChoose={(id) => set({ group: id })} />
          )}
          <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(320px,404px)]">
            <div className="flex min-w-0 flex-col gap-4">
              {(computed || workbench.histogram.length > 0) && (
                <div className={cx('grid rounded-lg border border-line bg-surface', computed && 'xl:grid-cols-2')}>
                  <div className="min-w-0 p-4">
                    <Distribution workbench={workbench} />
                  </div>
                  {computed && (
                    <div className="min-w-0 border-t border-line p-4 xl:border-s xl:border-t-0">
                      <ModeComparison workbench={workbench} modes={modes} />
                    </div>
                  )}
                </div>
              )}
              {canStart && (
                <RankedList workbench={workbench} groupId={asked?.id ?? null} onCase={(id) => set({ case: id })} />
              )}
            </div>
            <div className="flex min-w-0 flex-col gap-4">
              {computed && <SeatsCard workbench={workbench} group={group} />}
              {canStart && (
                <>
                  <FairnessCard workbench={workbench} />
                  <WhatIfCard key={group?.id ?? 'all'} workbench={workbench} groupId={asked?.id ?? null} />
                </>
              )}
              {status !== 'open' && <SittingsCard workbench={workbench} />}
              {(status !== 'frozen' || workbench.signing.signatures.length > 0) && (
                <SignaturesCard workbench={workbench} />
              )}
            </div>
          </div>
        </div>
        {caseId && (
          <CaseDrawer
            caseId={caseId}
            inSitting={sittings.some((sitting) => sitting.status === 'open')}
            sittingPath={
              sitting && sitting.status !== 'closed'
                ? `/committees/calibration/${workbench.year}/sittings/${sitting.id}`
                : null
            }
            onClose={() => set({ case: null })}
          />
        )}
      </Page>
    </TrialContext>
  )
}
