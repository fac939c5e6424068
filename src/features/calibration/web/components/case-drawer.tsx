import { Drawer } from '../../../../ui/drawer.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import { api, keys } from '../api.ts'
import { CaseChanges } from './case-changes.tsx'
import { CaseDecision } from './case-decision.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseRecusals } from './case-recusals.tsx'
import { CaseVotes } from './case-votes.tsx'
import { TieTable } from './tie-table.tsx'
import { WithdrawCase } from './withdraw-case.tsx'

type CaseDrawerProps = {
  readonly caseId: string
  /** A sitting is open, so that what a member gives is a vote. */
  readonly inSitting: boolean
  /** The sitting to go to for a decision; null on its own page. */
  readonly sittingPath?: string | null
  readonly onClose: () => void
}

/** One case beside the list: the values, judgements and votes, recusals, and the decision with its reason. */
export function CaseDrawer({ caseId, inSitting, sittingPath = null, onClose }: CaseDrawerProps) {
  const { t, pick } = useText()
  const found = useApiQuery({
    key: keys.case(caseId),
    load: (signal) => api('GET /api/calibration/cases/:id', { params: { id: caseId }, signal }),
  })
  const name = found.data && pick(found.data.employee.name)
  return (
    <Drawer open onClose={onClose} title={name ? t('calibration.case.title', { name }) : t('ui.loading')}>
      <Loaded query={found} waiting={<RowsSkeleton rows={6} />}>
        {(view) => (
          <div className="flex flex-col gap-5">
            <CaseFacts view={view} />
            {view.tie && <TieTable tie={view.tie} here={view.employee.id} />}
            <CaseVotes key={`${view.version} ${inSitting}`} view={view} inSitting={inSitting} />
            <CaseDecision key={view.id} view={view} sittingPath={sittingPath} />
            <CaseRecusals view={view} />
            <CaseChanges changes={view.changes} />
            <WithdrawCase view={view} onDone={onClose} />
          </div>
        )}
      </Loaded>
    </Drawer>
  )
}
