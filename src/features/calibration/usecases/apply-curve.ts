import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { frozenPeople, storeCurve, yearOf } from '../../appraisal/public.ts'
import * as cases from '../repository/cases.ts'
import { withdrawSignatures } from '../repository/signatures.ts'
import { askForChecks } from './checks.ts'
import { type CurvedGroup, curvesOf, rankedOf } from './group-curves.ts'
import { missingPolicies, settingsOf } from './settings.ts'

type Request = { readonly year: number; readonly newId: NewId; readonly now: Date }

/**
 * Gives everybody ranked a rank of the curve: groups, quotas, ranks and reasons from the policies of the year, as one
 * set. Nothing happens while the year does not lie before the committee, or a policy is missing (AMB-10, AMB-13). What
 * people decided stays (H3); what was signed no longer is.
 */
export async function applyCurve(tx: Tx, { year, newId, now }: Request): Promise<boolean> {
  const state = await yearOf(tx, { year })
  if (state?.status !== 'frozen') return false
  const settings = await settingsOf(tx, { year, now })
  const { shares, mode } = settings
  if (missingPolicies(settings).length > 0 || !shares || !mode) return false
  const people = rankedOf(await frozenPeople(tx, { year }))
  const groups = curvesOf({ people, settings, shares, mode, newId })
  await storeCurve(tx, {
    year,
    groups: groups.map(storedGroup),
    ranks: groups.flatMap(({ id, curve }) =>
      curve.people.map((one) => ({
        employeeId: one.employeeId,
        groupId: id,
        position: one.position,
        rank: one.curveRank,
        reason: one.reason,
      })),
    ),
    newId,
    now,
  })
  await withdrawSignatures(tx, { year, now })
  await cases.openFound(tx, { year, tied: groups.flatMap(tiedPeople), newId, now })
  audit.record(tx, {
    actor: null,
    action: 'calibration.apply_curve',
    subject: { type: 'appraisal_year', id: state.id },
    after: { year, freeze: state.freezes, mode, shares, groups: groups.length, people: people.length },
    at: now,
  })
  await askForChecks(tx, { year, kinds: ['fairness', 'integrity'], newId, now })
  return true
}

function storedGroup({ id, group, mode, quotas, pool, curve }: CurvedGroup) {
  const { people: _, lastLifted, ...summary } = curve.summary
  return {
    id,
    divisionId: group.divisionId,
    jobFamily: group.family,
    size: group.employeeIds.length,
    mode,
    quotas,
    outcome: {
      ...summary,
      pool,
      lastLifted: lastLifted === null ? null : String(lastLifted),
      hasQuotas: group.hasQuotas,
      pooled: group.pooled,
      ties: curve.ties.map((tie) => ({ ...tie, ranking: String(tie.ranking) })),
    },
  }
}

function tiedPeople({ curve }: CurvedGroup): string[] {
  return curve.ties.flatMap((tie) => tie.employeeIds)
}
