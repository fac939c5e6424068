import { type RawBuilder, sql } from 'kysely'

type Expression = RawBuilder<unknown>

/** The days of a document `d` of the employee `e` in the cycle `c`, cut by transfer, hiring and exit (AMB-16, 17, 20). */
export const spanStart = sql`greatest(coalesce(d.starts_on, c.starts_on), e.hired_on)`
export const spanEnd = sql`greatest(least(coalesce(d.ends_on, c.ends_on), coalesce(e.exited_on, c.ends_on)), ${spanStart})`

/** Units of 10^-10 percentage points as exact percent text. */
export function scoreText(expression: Expression): Expression {
  return sql`trim_scale((${expression})::numeric / 10000000000)::text`
}

/** Micro-percent as exact percent text. */
export function percentText(expression: Expression): Expression {
  return sql`trim_scale((${expression})::numeric / 1000000)::text`
}

/** The sum of the scores of a document so far, as text; null while nothing has been opened. */
export function resultSoFar(documentId: string): Expression {
  return scoreText(sql`(SELECT sum(h.score) FROM achievements h WHERE h.document_id = ${sql.ref(documentId)})`)
}

export function lineCount(documentId: string): Expression {
  return sql`(SELECT count(*)::int FROM key_results k WHERE k.document_id = ${sql.ref(documentId)})`
}

export function recordedCount(documentId: string): Expression {
  return sql`(SELECT count(*)::int FROM achievements h WHERE h.document_id = ${sql.ref(documentId)} AND h.recorded)`
}

/** What a closed cycle counts, from `cycle_results r`; null without one. `person` makes the one who decided. */
export function resultJson(person: Expression): Expression {
  return sql`CASE WHEN r.cycle_id IS NOT NULL THEN json_build_object('status', r.status, 'cause', r.cause,
      'coveredDays', r.covered_days, 'cycleDays', r.cycle_days, 'weighted', ${scoreText(sql`r.result`)},
      'literal', ${percentText(sql`r.literal`)}, 'segments', r.segments, 'decidedBy', ${person},
      'decidedAt', r.decided_at, 'reason', r.decision_reason) END`
}
