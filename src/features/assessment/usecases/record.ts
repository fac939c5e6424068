import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { parseQuantity, type Quantity } from '../../../shared/measure.ts'
import { refuse } from '../../../shared/refusal.ts'
import { mayRecord } from '../domain/acts.ts'
import { lineScore, percentText, storedQuantity, totalsOf, valueText, worthOf } from '../domain/measured.ts'
import { problemsOf } from '../domain/problems.ts'
import { errors, problemOf } from '../errors.ts'
import * as assessments from '../repository/assessments.ts'
import { difficultiesOf } from '../repository/difficulties.ts'
import * as lines from '../repository/lines.ts'
import { lockVisible, refuseStale, type Visible } from './access.ts'
import { openBySelf } from './move.ts'
import { measureOf, quantityOf } from './opening.ts'

type Request = {
  readonly documentId: string
  readonly version: number
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

/** Records what was reached; what it is worth is computed here and nowhere else (AMB-02). */
export async function recordActual(
  request: Request & { keyResultId: string; actual?: string | null | undefined; remark?: string | undefined },
) {
  const { documentId, keyResultId, now, tx } = request
  const { seen, version } = await lockToRecord(request)
  const line = (await lines.linesOf(tx, { documentId })).find((one) => one.keyResultId === keyResultId)
  if (!line) throw refuse(errors.lineNotFound)
  const said = request.actual === undefined ? unchanged(line) : read(line, request.actual)
  const { scale, cycle } = scaleOf(seen)
  const worth = worthOf(measureOf(line), said.value, { scale, cycleEndsOn: cycle.endsOn })
  const value = said.value === null ? null : storedQuantity(line.dataType, said.value)
  const remark = request.remark ?? line.remark
  const { achievement, level } = said.recorded ? worth : { achievement: 0, level: 'under_below' as const }
  await lines.record(tx, { keyResultId, recorded: said.recorded, value, achievement, level, remark, now })
  await assessments.save(tx, { documentId, by: request.actor.employeeId, now })
  const text = valueText(line.dataType, value)
  const { totals, problems } = await standOf(tx, seen)
  return {
    version: version + 1,
    savedAt: now.toISOString(),
    line: {
      keyResultId,
      recorded: said.recorded,
      claimed: text,
      actual: text,
      late: worth.late,
      achievement: percentText(achievement),
      level,
      score: lineScore({ achievement, weight: line.weight }),
      remark,
    },
    totals,
    problems: problems.map((one) => ({ ...one })),
    notice: worth.late ? ('late_delivery' as const) : null,
  }
}

/** The lock for whoever records; the first entry of an agreed document begins its closing early. */
export async function lockToRecord(request: Request): Promise<{ seen: Visible; version: number }> {
  const { tx } = request
  const seen = await lockVisible(request)
  const may = mayRecord(seen.facts, seen.asker)
  if (!may.allowed && may.why === errors.onlyEmployeeRecords.code) throw refuse(errors.onlyEmployeeRecords)
  await refuseStale(tx, seen.assessment, request.version)
  if (!may.allowed) throw refuse(problemOf(may.why))
  if (seen.facts.status === 'assessing') return { seen, version: seen.assessment.version }
  return openBySelf({ ...request, seen })
}

function unchanged(line: lines.StoredLine) {
  return { recorded: line.recorded, value: quantityOf(line, line.claimed) }
}

/** Null is "not delivered"; an empty text takes the record back. */
function read(line: lines.StoredLine, typed: string | null): { recorded: boolean; value: Quantity | null } {
  if (typed === null) return { recorded: true, value: null }
  if (typed.trim() === '') return { recorded: false, value: null }
  const parsed = parseQuantity(line.dataType, typed)
  if (parsed.ok) return { recorded: true, value: parsed.value }
  throw refuse(errors.invalidActual, { fields: [{ path: 'actual', code: parsed.why }] })
}

/** The scale that was frozen when the closing began. */
function scaleOf({ assessment, settings }: Visible) {
  return { scale: assessment.scale ?? settings.scale, cycle: assessment.cycle }
}

async function standOf(tx: Tx, { assessment, settings }: Visible) {
  const { documentId, cycle } = assessment
  const all = await lines.linesOf(tx, { documentId })
  const late = (line: lines.StoredLine) =>
    worthOf(measureOf(line), quantityOf(line, line.actual), {
      scale: assessment.scale ?? settings.scale,
      cycleEndsOn: cycle.endsOn,
    }).late
  const problems = problemsOf({
    lines: all.map((line) => ({ ...line, late: late(line) })),
    noDifficulties: assessment.noDifficulties,
    difficulties: await difficultiesOf(tx, { documentId }),
    evidenceRequired: settings.evidenceRequired,
  })
  return { totals: totalsOf(all), problems }
}
