import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { workerPool } from '../../../platform/workers/worker-pool.ts'
import { refuse } from '../../../shared/refusal.ts'
import { type FrozenPerson, frozenPeople, yearOf } from '../../appraisal/public.ts'
import { assessFairness } from '../domain/fairness/assess.ts'
import {
  defaultFairnessRules,
  type FairnessRow,
  type FairnessRules,
  type Finding,
} from '../domain/fairness/findings.ts'
import { errors } from '../errors.ts'
import * as runs from '../repository/check-runs.ts'
import { answerFinding, lockFinding, replaceFindings } from '../repository/findings.ts'
import { concernsMember } from '../views/findings.ts'
import { type Acting, enterToAct, requireFrozen, voters } from './access.ts'
import { type RankedPerson, rankedOf } from './group-curves.ts'
import { settingsOf } from './settings.ts'
import { tellReadyToSign } from './sign.ts'

export type FairnessTask = { readonly rows: readonly FairnessRow[]; readonly rules: FairnessRules }

/** Beyond so many people the tests would hold the server's thread. */
const inThread = 2000

const pool = workerPool<FairnessTask>({
  script: new URL('./fairness-worker.ts', import.meta.url),
  size: 1,
  timeoutMs: 120_000,
  idleMs: 30_000,
  maxHeapMb: 1024,
})

/** Runs the tests on the results as they stand; a finding that says the same keeps its answer. */
export async function runFairness(
  tx: Tx,
  { year, newId, now }: { year: number; newId: NewId; now: Date },
): Promise<void> {
  const state = await yearOf(tx, { year })
  if (!state || state.status === 'open') return
  const { policies } = await settingsOf(tx, { year, now })
  const { alpha, smallGroup, correction } = policies['fairness.rules'].value
  const rows = rankedOf(await frozenPeople(tx, { year })).flatMap(fairnessRow)
  const seed = `${year}/${state.freezes}`
  const rules = { ...defaultFairnessRules, alpha: alpha / 100, minimum: smallGroup, correction, seed }
  const findings = rows.length > inThread ? await pool.run<Finding[]>({ rows, rules }) : assessFairness(rows, rules)
  await replaceFindings(tx, { year, seed, findings, newId, now })
  await runs.done(tx, { year, kind: 'fairness', freeze: state.freezes, now })
}

/** Whoever has no rank of the curve yet is not compared. */
function fairnessRow(person: RankedPerson): FairnessRow[] {
  const { employeeId, result, curveRank, finalRank, viewRank, supervisorId } = person
  if (curveRank === null) return []
  const rank = finalRank ?? curveRank
  return [{ employeeId, result, rank, curveRank, viewRank, supervisorId, subjects: subjectsOf(person) }]
}

/** By the highest division below the entity; the entity's own staff stand for themselves. */
function subjectsOf({ divisionPath, level, gender, leaveDays, supervisorId }: FrozenPerson): FairnessRow['subjects'] {
  return {
    division: divisionPath[1] ?? divisionPath[0] ?? null,
    level: level === null ? null : String(level),
    gender,
    leave: leaveDays > 0 ? 'taken' : 'not_taken',
    supervisor: supervisorId,
  }
}

type Answer = Acting & {
  readonly year: number
  readonly id: string
  readonly version: number
  readonly answer: string
}

/** The committee's written answer; nobody answers about the own division or the own people. */
export async function answerFairness({ id, version, answer, ...acting }: Answer): Promise<{ version: number }> {
  const { year, actor, newId, now, tx } = acting
  const room = await enterToAct({ ...acting, needs: voters })
  requireFrozen(room)
  const found = await lockFinding(tx, { id, year })
  if (!found) throw refuse(errors.notFound)
  const by = room.me.employeeId
  if (await concernsMember(tx, { id, year, memberId: by })) throw refuse(errors.ownPeople)
  if (found.version !== version) throw await changedByOther(tx, { type: 'fairness_finding', id })
  await answerFinding(tx, { id, year, answer, by, now })
  audit.record(tx, {
    actor,
    action: 'calibration.answer_finding',
    subject: { type: 'fairness_finding', id },
    after: { year, answer },
    at: now,
  })
  await tellReadyToSign(tx, { year, yearId: room.state.id, by, newId, now })
  return { version: version + 1 }
}
