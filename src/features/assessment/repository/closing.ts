import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { leaveKinds } from '../domain/outcome.ts'

export type CountedCycle = { readonly id: string; readonly startsOn: string; readonly endsOn: string }

/**
 * The working days of a stretch of dates as the database counts them: `passed[i]` is how many there are up to and
 * including the date `base + i`, so that any two dates need two look-ups and no join.
 */
export type CountedDays = { readonly base: string; readonly passed: readonly number[] }

type Counting = {
  readonly cycles: readonly CountedCycle[]
  /** Only these people; null for everyone. */
  readonly employeeIds: readonly string[] | null
  readonly days: CountedDays
  /** Percent (AMB-07). */
  readonly coverageShare: number
  /** AMB-19. */
  readonly hostMonths: number
  readonly now: Date
}

/**
 * What closed cycles count for everyone, in one statement over any number of cycles (AMB-07, 16..20, H1, H9): the same
 * rule as `domain/outcome.ts`, to which a test holds it over random years. Repeating it changes only what is different;
 * a decision of a higher official stays while there is still something to decide. Answers how many rows were written.
 */
export async function countCycles(tx: Tx, counting: Counting): Promise<number> {
  const { cycles, employeeIds, days, coverageShare, hostMonths, now } = counting
  if (cycles.length === 0) return 0
  const only = (column: string): RawBuilder<unknown> =>
    employeeIds === null ? sql`true` : sql`${sql.ref(column)} = ANY (${[...employeeIds]}::uuid[])`
  const passed = sql`${[...days.passed]}::int[]`
  const base = sql`${days.base}::date`
  /** Working days from one date to another, both included; none when the first is later. */
  const worked = (from: RawBuilder<unknown>, to: RawBuilder<unknown>) =>
    sql`CASE WHEN ${from} <= ${to} THEN (${passed})[${to} - ${base}] - (${passed})[${from} - ${base} - 1] ELSE 0 END`
  const isLeave = sql`a.kind = ANY (${[...leaveKinds]}::text[])`
  const isHosted = sql`a.kind = 'secondment' AND a.ends_on >= a.starts_on + ${hostMonths * 30 - 1}::int`
  const result = await sql`
    WITH chosen AS MATERIALIZED (
      SELECT c.id, c.starts_on, c.ends_on, ${worked(sql`c.starts_on`, sql`c.ends_on`)} AS days
        FROM cycles c WHERE c.id = ANY (${cycles.map((one) => one.id)}::uuid[])
    ), spans AS (
      SELECT d.id, d.cycle_id, d.employee_id, d.agreed_at IS NOT NULL AS agreed, d.status = 'closed' AS closed,
             greatest(coalesce(d.starts_on, c.starts_on), e.hired_on) AS starts_on,
             least(coalesce(d.ends_on, c.ends_on), coalesce(e.exited_on, c.ends_on)) AS ends_on
        FROM performance_documents d
        JOIN chosen c ON c.id = d.cycle_id
        JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
       WHERE ${only('d.employee_id')}
    ), away AS (
      SELECT s.id, sum(${worked(sql`greatest(s.starts_on, a.starts_on)`, sql`least(s.ends_on, a.ends_on)`)})::int AS days
        FROM spans s
        JOIN absences a ON a.employee_id = s.employee_id AND a.starts_on <= s.ends_on AND a.ends_on >= s.starts_on
       WHERE s.agreed AND ${isLeave} GROUP BY s.id
    ), sums AS (
      SELECT h.document_id, sum(h.score)::bigint AS score, count(*)::int AS lines
        FROM achievements h JOIN spans s ON s.id = h.document_id AND s.closed GROUP BY h.document_id
    ), segments AS (
      SELECT s.cycle_id, s.employee_id, s.agreed, s.closed, h.score, coalesce(h.lines, 0) AS lines,
             CASE WHEN s.agreed THEN ${worked(sql`s.starts_on`, sql`s.ends_on`)} - coalesce(w.days, 0) ELSE 0 END AS days
        FROM spans s LEFT JOIN away w ON w.id = s.id LEFT JOIN sums h ON h.document_id = s.id
    ), documents AS (
      SELECT g.cycle_id, g.employee_id, count(*) AS documents, sum(g.days)::int AS covered,
             count(*) FILTER (WHERE g.days > 0 AND NOT g.closed) AS waiting,
             count(*) FILTER (WHERE g.days > 0 AND g.closed)::int AS closed,
             coalesce(sum(g.lines) FILTER (WHERE g.days > 0 AND g.closed), 0)::int AS lines,
             sum(g.days) FILTER (WHERE g.days > 0 AND g.closed)::bigint AS days,
             max(g.score) FILTER (WHERE g.days > 0 AND g.closed) AS only_score,
             sum(g.score * g.days) FILTER (WHERE g.days > 0 AND g.closed)::bigint AS weighted,
             sum((2 * g.score + g.lines * 10000) / (2 * g.lines * 10000) * g.days)
               FILTER (WHERE g.days > 0 AND g.closed AND g.lines > 0)::bigint AS literal
        FROM segments g GROUP BY g.cycle_id, g.employee_id
    ), absent AS (
      SELECT x.cycle_id, x.employee_id, coalesce(sum(x.days) FILTER (WHERE x.leave), 0)::int AS leave,
             coalesce(sum(x.days) FILTER (WHERE NOT x.leave), 0)::int AS hosted
        FROM (SELECT c.id AS cycle_id, a.employee_id, ${isLeave} AS leave,
                     ${worked(sql`greatest(a.starts_on, c.starts_on, e.hired_on)`, sql`least(a.ends_on, c.ends_on, e.exited_on)`)} AS days
                FROM chosen c
                JOIN absences a ON a.starts_on <= c.ends_on AND a.ends_on >= c.starts_on AND (${isLeave} OR ${isHosted}) AND ${only('a.employee_id')}
                JOIN employees e ON e.entity_id = a.entity_id AND e.id = a.employee_id) x
       GROUP BY x.cycle_id, x.employee_id
    ), facts AS (
      SELECT c.id AS cycle_id, e.id AS employee_id, c.days AS cycle_days, coalesce(d.documents, 0) AS documents,
             coalesce(d.covered, 0) AS covered, coalesce(d.waiting, 0) AS waiting, coalesce(d.closed, 0) AS closed,
             coalesce(d.lines, 0) AS lines, d.days, d.only_score, d.weighted, d.literal,
             coalesce(n.leave, 0) AS leave, coalesce(n.leave, 0) + coalesce(n.hosted, 0) AS excused,
             ${worked(sql`c.starts_on`, sql`least(e.hired_on - 1, c.ends_on)`)} AS before,
             CASE WHEN e.exited_on IS NULL THEN 0
                  ELSE ${worked(sql`greatest(e.exited_on + 1, c.starts_on)`, sql`c.ends_on`)} END AS after
        FROM chosen c
        CROSS JOIN employees e
        LEFT JOIN documents d ON d.cycle_id = c.id AND d.employee_id = e.id
        LEFT JOIN absent n ON n.cycle_id = c.id AND n.employee_id = e.id
       WHERE ${only('e.id')} AND (d.documents > 0 OR e.in_scope AND e.hired_on <= c.ends_on
             AND (e.exited_on IS NULL OR e.exited_on >= c.starts_on))
    ), judged AS (
      SELECT f.*, CASE WHEN f.leave * 2 >= f.cycle_days THEN 'excused'
                       WHEN f.covered * 100 >= ${coverageShare} * f.cycle_days
                       THEN CASE WHEN f.waiting > 0 THEN 'undecided' ELSE 'counted' END
                       WHEN (f.cycle_days - f.before - f.after - f.excused) * 100 < ${coverageShare} * f.cycle_days THEN 'excused'
                       ELSE 'undecided' END AS status
        FROM facts f
    )
    INSERT INTO cycle_results (cycle_id, employee_id, status, cause, covered_days, cycle_days, result, literal, key_results,
                               segments, closed_at)
    SELECT j.cycle_id, j.employee_id, j.status,
           CASE WHEN j.status = 'counted' THEN NULL
                WHEN j.status = 'excused' THEN
                     CASE WHEN j.leave * 2 >= j.cycle_days OR j.excused >= j.before AND j.excused >= j.after THEN 'leave'
                          WHEN j.before >= j.after THEN 'joined' ELSE 'left' END
                WHEN j.covered * 100 >= ${coverageShare} * j.cycle_days THEN 'not_assessed'
                WHEN j.documents = 0 THEN 'no_document' ELSE 'not_agreed' END,
           j.covered, j.cycle_days,
           CASE WHEN j.status <> 'counted' THEN NULL WHEN j.closed = 1 THEN j.only_score
                ELSE (2 * j.weighted + j.days * 10000) / (2 * j.days * 10000) * 10000 END,
           CASE WHEN j.status = 'counted' THEN (2 * j.literal + j.days) / (2 * j.days) END,
           j.lines, j.closed, ${now}::timestamptz
      FROM judged j
        ON CONFLICT (entity_id, cycle_id, employee_id) DO UPDATE
       SET (status, result, literal, decided_by, decided_at, decision_reason) = (
             SELECT o.status, o.result, o.literal, o.decided_by, o.decided_at, o.reason
               FROM (VALUES (true, cycle_results.status, cycle_results.result, cycle_results.literal, cycle_results.decided_by,
                             cycle_results.decided_at, cycle_results.decision_reason),
                            (false, excluded.status, excluded.result, excluded.literal, NULL, NULL, NULL))
                 AS o (kept, status, result, literal, decided_by, decided_at, reason)
              WHERE o.kept = (excluded.status = 'undecided' AND cycle_results.decided_by IS NOT NULL)),
           cause = excluded.cause, covered_days = excluded.covered_days, cycle_days = excluded.cycle_days,
           key_results = excluded.key_results, segments = excluded.segments, version = cycle_results.version + 1
     WHERE (cycle_results.covered_days, cycle_results.cycle_days, cycle_results.key_results, cycle_results.segments)
           IS DISTINCT FROM (excluded.covered_days, excluded.cycle_days, excluded.key_results, excluded.segments)
        OR cycle_results.cause IS DISTINCT FROM excluded.cause
        OR (cycle_results.decided_by IS NULL OR excluded.status <> 'undecided')
           AND (cycle_results.status, cycle_results.result, cycle_results.literal)
               IS DISTINCT FROM (excluded.status, excluded.result, excluded.literal)`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

export type LockedResult = {
  readonly status: string
  readonly cause: string | null
  readonly version: number
  readonly decidedBy: string | null
  readonly updatedAt: Date
}

export async function lockResult(
  tx: Tx,
  { cycleId, employeeId }: { cycleId: string; employeeId: string },
): Promise<LockedResult | null> {
  await sql`SELECT FROM cycles WHERE id = ${cycleId}::uuid FOR SHARE`.execute(tx)
  const { rows } = await sql<LockedResult>`
    SELECT status, cause, version, decided_by AS "decidedBy", coalesce(decided_at, closed_at) AS "updatedAt"
      FROM cycle_results WHERE cycle_id = ${cycleId}::uuid AND employee_id = ${employeeId}::uuid FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

type Decision = {
  readonly cycleId: string
  readonly employeeId: string
  readonly decision: 'excluded' | 'zero'
  readonly reason: string
  readonly by: string
  readonly now: Date
}

/** What the higher official says a cycle counts that nobody assessed (H9). */
export async function decide(tx: Tx, { cycleId, employeeId, decision, reason, by, now }: Decision): Promise<void> {
  const nothing = decision === 'zero' ? 0 : null
  await sql`
    UPDATE cycle_results SET status = ${decision}, result = ${nothing}::bigint, literal = ${nothing}::bigint, decided_by = ${by}::uuid,
           decided_at = ${now}, decision_reason = ${reason}, version = version + 1
     WHERE cycle_id = ${cycleId}::uuid AND employee_id = ${employeeId}::uuid`.execute(tx)
}
