import type { Tx } from '../../../platform/db/database.ts'
import { refuse } from '../../../shared/refusal.ts'
import { isLate, valueText } from '../domain/measured.ts'
import { blocking, problemsOf } from '../domain/problems.ts'
import { errors } from '../errors.ts'
import { difficultiesOf } from '../repository/difficulties.ts'
import { linesOf } from '../repository/lines.ts'
import type { Seen } from './access.ts'
import { quantityOf } from './opening.ts'

/** Refuses what is not complete, with every place that lacks something. */
export async function refuseIncomplete(tx: Tx, { assessment, settings }: Seen): Promise<void> {
  const { documentId, cycle } = assessment
  const lines = (await linesOf(tx, { documentId })).map((line) => ({
    ...line,
    late: isLate(line.dataType, quantityOf(line, line.actual), cycle.endsOn),
  }))
  const difficulties = await difficultiesOf(tx, { documentId })
  const content = { lines, difficulties, ...assessment, ...settings }
  const fields = blocking(problemsOf(content))
  if (fields.length === 0) return
  throw refuse(errors.incomplete, {
    params: { count: fields.length },
    fields: fields.map(({ path, code, params }) => ({ path, code, ...(params && { params }) })),
  })
}

/** The values as they were sent or approved: one audit row holds the whole session of recording (H10). */
export async function sentLines(tx: Tx, { documentId }: { documentId: string }) {
  return (await linesOf(tx, { documentId })).map((line) => ({
    keyResultId: line.keyResultId,
    recorded: line.recorded,
    claimed: valueText(line.dataType, line.claimed),
    actual: valueText(line.dataType, line.actual),
    achievement: line.achievement,
    level: line.level,
    evidence: line.evidence,
  }))
}
