import { policiesOfYear } from '../../features/appraisal/usecases/settings.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Random } from '../../shared/random.ts'
import { bandOf, type Rank } from '../../shared/ranks.ts'
import type { ReasonCode } from '../../shared/reasons.ts'
import { addRow, type Rows } from './copy.ts'
import { bands, type Distribution, decidedMode, distribute, type Frozen, shares } from './freeze.ts'
import type { Person } from './people.ts'
import { at } from './working-calendar.ts'
import type { YearDays } from './year-days.ts'

/** Who does what with the results of a year. */
export type Offices = {
  readonly ejada: Person
  readonly head: Person
  /** The review committee: its chair first, the secretary apart. */
  readonly committee: readonly Person[]
  readonly secretary: Person
  /** The committee of grievances, its chair first. */
  readonly grievances: readonly Person[]
  readonly lowPerformance: readonly Person[]
}

export type Decision = { readonly to: Rank; readonly code: ReasonCode; readonly text: string }

export type YearRequest = {
  readonly year: number
  readonly days: YearDays
  readonly frozen: readonly Frozen[]
  readonly offices: Offices
  readonly random: Random
  readonly ids: () => string
}

/** What became of one person's rank; null where nobody has looked yet. */
export type Outcome = {
  readonly view: Rank | null
  readonly final: Rank | null
  /** By a grievance, beyond the quotas. */
  readonly addedSeat: boolean
  readonly status: 'preliminary' | 'final'
  readonly publishedAt: Date | null
  readonly grievancesUntil: Date | null
  readonly readAt: Date | null
}

export type Year = {
  readonly id: string
  readonly distribution: Distribution
  readonly groupId: string
  readonly policies: string
}

/** Distribution and its group; the rows of the people follow when it is known what became of them. */
export function openYear(rows: Rows, { year, frozen, ids }: YearRequest): Year {
  const distribution = distribute(frozen)
  const { summary, ties } = distribution.curve
  const groupId = ids()
  addRow(rows, 'calibration_groups', {
    id: groupId,
    year,
    division_id: null,
    job_family: null,
    size: summary.people,
    mode: distribution.mode,
    quotas: JSON.stringify(distribution.quotas),
    outcome: plain({ ...summary, ties, hasQuotas: true, pooled: [] }),
  })
  return { id: ids(), distribution, groupId, policies: policiesOf(year) }
}

/** The source of the two values that the head decides every year (AMB-10, AMB-13). */
export const circular = (year: number) => `تعميم تجريبي رقم 3 لسنة ${year}`

/** The policies of a year as its freeze keeps them: two decided by the head, the rest as the catalogue has them. */
function policiesOf(year: number): string {
  const decided: Readonly<Record<string, unknown>> = { 'curve.shares': policyShares, 'curve.mode': decidedMode }
  return JSON.stringify(
    Object.fromEntries(
      policiesOfYear.map((key) => [
        key,
        key in decided
          ? { value: decided[key], version: 1, setForYear: year, source: circular(year), official: true }
          : {
              value: catalogue[key].default,
              version: 0,
              setForYear: null,
              source: catalogue[key].reference,
              official: catalogue[key].official,
            },
      ]),
    ),
  )
}

export const policyShares = {
  weak: shares.weak,
  average: shares.average,
  good: shares.good,
  veryGood: shares.very_good,
  excellent: shares.excellent,
}

/** Results of everybody with the four values of a rank, and the reasons that the curve's arithmetic gives (H3). */
export function addResults(
  rows: Rows,
  { year, frozen, days, ids }: YearRequest,
  { distribution, groupId }: Year,
  outcomeOf: (one: Frozen) => Outcome,
): void {
  const curvedAt = at(days.frozenOn, '09:45')
  const seen = new Set<string>()
  const tied = new Set<string>()
  for (const { ranking } of distribution.order) (seen.has(String(ranking)) ? tied : seen).add(String(ranking))
  for (const one of frozen) {
    const placed = distribution.placed.get(one.person.id)
    const outcome = outcomeOf(one)
    addRow(rows, 'annual_results', {
      year,
      employee_id: one.person.id,
      status: outcome.status,
      standing: one.standing,
      result: text(one.result),
      literal: text(one.literal),
      ranking: text(one.result),
      counted: one.counted,
      lowest_cycle: text(one.lowest),
      last_cycle: text(one.last),
      plan_score: placed && tied.has(String(placed.ranking)) ? text(one.plan) : null,
      segment_days: one.segmentDays && JSON.stringify(one.segmentDays),
      division_id: one.divisionId,
      division_path: one.divisionPath,
      job_family: one.jobFamily,
      level: one.level,
      gender: one.person.gender,
      supervisor_id: one.supervisor.id,
      higher_official_id: one.higher?.id ?? null,
      // Results that have not been signed have nobody to approve them yet.
      approver_id: outcome.status === 'final' && one.standing === 'ranked' ? (one.higher?.id ?? null) : null,
      leave_days: one.leaveDays,
      band: one.result === null ? null : bandOf(one.result, bands),
      group_id: placed ? groupId : null,
      position: placed?.position ?? null,
      curve_rank: placed?.curveRank ?? null,
      view_rank: outcome.view,
      final_rank: outcome.final,
      added_seat: outcome.addedSeat,
      version: 1 + Number(outcome.view !== null) + Number(outcome.final !== null),
      published_at: outcome.publishedAt,
      grievances_until: outcome.grievancesUntil,
      read_at: outcome.readAt,
    })
    if (!placed?.reason) continue
    addRow(rows, 'rank_changes', {
      id: ids(),
      year,
      employee_id: one.person.id,
      stage: 'curve',
      from_rank: placed.band,
      to_rank: placed.curveRank,
      from_result: text(one.result),
      to_result: text(one.result),
      reason_code: placed.reason.code,
      params: JSON.stringify(placed.reason.params),
      at: curvedAt,
    })
  }
}

type Change = {
  readonly year: number
  readonly frozen: Frozen
  readonly stage: 'supervisor' | 'committee' | 'excellence' | 'grievance'
  readonly from: Rank
  readonly decision: Decision
  readonly by: Person
  readonly sourceId: string | null
  readonly at: Date
}

/** A person's change of a rank, with its reason, in the record and in the audit. */
export function addChange(
  rows: Rows,
  audit: AuditEvent[],
  { ids }: Pick<YearRequest, 'ids'>,
  { year, frozen, stage, from, decision, by, sourceId, at: when }: Change,
): void {
  addRow(rows, 'rank_changes', {
    id: ids(),
    year,
    employee_id: frozen.person.id,
    stage,
    from_rank: from,
    to_rank: decision.to,
    from_result: text(frozen.result),
    to_result: text(frozen.result),
    reason_code: decision.code,
    params: '{}',
    reason_text: decision.text,
    made_by: by.id,
    source_id: sourceId,
    at: when,
  })
  const seen = stage === 'supervisor'
  audit.push({
    actor: actorOf(by),
    action: seen ? 'appraisal.record_view' : `appraisal.change_rank_${stage}`,
    subject: { type: 'annual_result', id: frozen.person.id },
    before: seen ? { year, view: null } : { year, rank: from },
    after: seen ? { year, view: decision.to } : { year, rank: decision.to, reasonCode: decision.code, sourceId },
    reason: decision.text,
    at: when,
  })
}

export function actorOf(person: Person): AuditEvent['actor'] {
  return { identityId: person.identityId, employeeId: person.id }
}

/** JSON in which exact numbers are texts. */
function plain(value: unknown): string {
  return JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? String(one) : one))
}

function text(value: bigint | null): string | null {
  return value === null ? null : String(value)
}
