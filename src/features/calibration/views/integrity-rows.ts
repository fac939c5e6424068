import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { DataType, Targets } from '../../../shared/measure.ts'
import type { WrittenObjective } from '../domain/integrity/copied-objectives.ts'
import type { EvidenceFile } from '../domain/integrity/identical-evidence.ts'
import type { Entry } from '../domain/integrity/last-day.ts'
import type { RepeatedTarget } from '../domain/integrity/low-targets.ts'
import type { MeasuredLine } from '../domain/integrity/near-threshold.ts'
import type { SupervisorsReview } from '../domain/integrity/never-differs.ts'

/**
 * Rows for the detectors of `domain/integrity`. Each statement leaves out whom no detector could ask about, so that a
 * ministry's millions of key results never travel; the detectors alone decide.
 */

type Year = { readonly year: number }

/** The closed documents of ranked people: `d`, with their assessment `s` and cycle `y`. */
const ofYear = (year: number): RawBuilder<unknown> => sql`performance_documents d
  JOIN cycles y ON y.entity_id = d.entity_id AND y.id = d.cycle_id AND y.year = ${year}
  JOIN annual_results r ON r.entity_id = d.entity_id AND r.year = ${year} AND r.employee_id = d.employee_id AND r.standing = 'ranked'`

/** Ten-thousandths, or days since 1970 for a date: how `shared/measure.ts` counts. */
const quantity = (column: string, type = 'a.data_type'): RawBuilder<unknown> =>
  sql`(CASE WHEN ${sql.ref(type)} = 'date' THEN ${sql.ref(column)} ELSE ${sql.ref(column)} * 10000 END)::bigint::text`

type LineRow = { personId: string; below: string; meets: string; exceeds: string; actual: string }

export async function measuredLines(
  tx: Tx,
  { year, margin, minimum }: Year & { margin: number; minimum: number },
): Promise<MeasuredLine[]> {
  const near = (target: string, before: string): RawBuilder<boolean> =>
    sql`abs(a.actual - ${sql.ref(target)}) * 10000 <= abs(${sql.ref(target)} - ${sql.ref(before)}) * ${margin}`
  const { rows } = await sql<LineRow>`
    WITH line AS (
      SELECT d.employee_id, a.data_type, a.target_below, a.target_meets, a.target_exceeds, a.actual,
             (${near('a.target_meets', 'a.target_below')} OR ${near('a.target_exceeds', 'a.target_meets')}) AS near
        FROM ${ofYear(year)} JOIN achievements a ON a.entity_id = d.entity_id AND a.document_id = d.id
       WHERE a.actual IS NOT NULL),
    asked AS (SELECT employee_id FROM line GROUP BY employee_id HAVING count(*) FILTER (WHERE near) >= ${minimum})
    SELECT a.employee_id AS "personId", ${quantity('a.target_below')} AS below, ${quantity('a.target_meets')} AS meets,
           ${quantity('a.target_exceeds')} AS exceeds, ${quantity('a.actual')} AS actual
      FROM line a JOIN asked ON asked.employee_id = a.employee_id`.execute(tx)
  return rows.map(({ personId, actual, ...targets }) => ({
    personId,
    targets: targetsOf(targets),
    actual: BigInt(actual),
  }))
}

type Window = { readonly cycleId: string; readonly lastDay: string }

/** When values were entered, beside the last day on which they could be in their cycle. */
export async function entries(
  tx: Tx,
  request: Year & { timeZone: string; windows: readonly Window[]; share: number; minimum: number },
): Promise<Entry[]> {
  const { year, timeZone, windows, share, minimum } = request
  const { rows } = await sql<Entry>`
    WITH entry AS (
      SELECT d.employee_id, (a.recorded_at AT TIME ZONE ${timeZone})::date AS entered_on, w.last_day
        FROM ${ofYear(year)}
        JOIN unnest(${windows.map((one) => one.cycleId)}::uuid[], ${windows.map((one) => one.lastDay)}::date[])
             AS w (cycle_id, last_day) ON w.cycle_id = d.cycle_id
        JOIN achievements a ON a.entity_id = d.entity_id AND a.document_id = d.id
       WHERE a.recorded AND a.recorded_at IS NOT NULL),
    asked AS (
      SELECT employee_id FROM entry GROUP BY employee_id
      HAVING count(*) >= ${minimum} AND count(*) FILTER (WHERE entered_on = last_day) * 10000 >= ${share}::bigint * count(*))
    SELECT e.employee_id AS "employeeId", to_char(e.entered_on, 'YYYY-MM-DD') AS "enteredOn", to_char(e.last_day, 'YYYY-MM-DD') AS "lastDay"
      FROM entry e JOIN asked ON asked.employee_id = e.employee_id`.execute(tx)
  return rows
}

export async function cyclesOf(tx: Tx, { year }: Year): Promise<{ id: string; endsOn: string }[]> {
  const { rows } = await sql<{ id: string; endsOn: string }>`
    SELECT id, to_char(ends_on, 'YYYY-MM-DD') AS "endsOn" FROM cycles WHERE year = ${year} ORDER BY ordinal`.execute(tx)
  return rows
}

export async function sharedFiles(tx: Tx, { year }: Year): Promise<EvidenceFile[]> {
  const { rows } = await sql<EvidenceFile>`
    WITH file AS (
      SELECT d.employee_id, v.key_result_id, f.digest, f.name
        FROM ${ofYear(year)}
        JOIN achievement_evidence v ON v.entity_id = d.entity_id AND v.document_id = d.id
        JOIN stored_files f ON f.entity_id = v.entity_id AND f.id = v.file_id),
    asked AS (SELECT digest FROM file GROUP BY digest HAVING count(DISTINCT employee_id) > 1)
    SELECT file.employee_id AS "employeeId", file.key_result_id AS "keyResultId", encode(file.digest, 'hex') AS digest, file.name
      FROM file JOIN asked ON asked.digest = file.digest`.execute(tx)
  return rows
}

export async function sharedTexts(tx: Tx, { year }: Year): Promise<WrittenObjective[]> {
  const plain = sql`lower(regexp_replace(itqan_normalize(written.text), '[[:space:][:punct:]،؛؟«»ـ]+', '', 'g'))`
  const { rows } = await sql<WrittenObjective>`
    WITH person AS (
      SELECT d.id AS document_id, d.employee_id,
             coalesce((SELECT p.title_ar FROM assignments g JOIN posts p ON p.entity_id = g.entity_id AND p.id = g.post_id
                        WHERE g.employee_id = d.employee_id AND itqan_holds(g.valid_from, g.valid_to, y.ends_on) LIMIT 1),
                      r.job_family, '') AS duty
        FROM ${ofYear(year)}),
    written AS (
      SELECT p.employee_id, p.duty, o.title AS text FROM person p JOIN objectives o ON o.document_id = p.document_id
      UNION ALL
      SELECT p.employee_id, p.duty, k.statement FROM person p JOIN key_results k ON k.document_id = p.document_id),
    keyed AS (SELECT written.*, ${plain} AS plain FROM written WHERE length(written.text) >= 20),
    asked AS (
      SELECT plain FROM keyed GROUP BY plain HAVING count(DISTINCT employee_id) > 1 AND count(DISTINCT duty) > 1)
    SELECT DISTINCT keyed.employee_id AS "employeeId", keyed.duty, keyed.text
      FROM keyed JOIN asked ON asked.plain = keyed.plain`.execute(tx)
  return rows
}

type RepeatedRow = { employeeId: string; keyResultId: string; dataType: DataType; lastActual: string } & Omit<
  LineRow,
  'personId' | 'actual'
>

/** The same words measured in the same way by the same person in the year before; its last value there. */
export async function repeatedTargets(tx: Tx, { year }: Year): Promise<RepeatedTarget[]> {
  const { rows } = await sql<RepeatedRow>`
    WITH before AS (
      SELECT DISTINCT ON (d.employee_id, itqan_normalize(k.statement), a.data_type)
             d.employee_id, itqan_normalize(k.statement) AS words, a.data_type, a.actual
        FROM performance_documents d
        JOIN cycles y ON y.entity_id = d.entity_id AND y.id = d.cycle_id AND y.year = ${year - 1}
        JOIN achievements a ON a.entity_id = d.entity_id AND a.document_id = d.id
        JOIN key_results k ON k.entity_id = a.entity_id AND k.id = a.key_result_id
       WHERE a.actual IS NOT NULL AND a.data_type <> 'date'
       ORDER BY d.employee_id, itqan_normalize(k.statement), a.data_type, y.ordinal DESC, d.segment DESC)
    SELECT d.employee_id AS "employeeId", a.key_result_id AS "keyResultId", a.data_type AS "dataType",
           ${quantity('a.target_below')} AS below, ${quantity('a.target_meets')} AS meets, ${quantity('a.target_exceeds')} AS exceeds,
           ${quantity('b.actual')} AS "lastActual"
      FROM ${ofYear(year)}
      JOIN achievements a ON a.entity_id = d.entity_id AND a.document_id = d.id
      JOIN key_results k ON k.entity_id = a.entity_id AND k.id = a.key_result_id
      JOIN before b ON b.employee_id = d.employee_id AND b.words = itqan_normalize(k.statement) AND b.data_type = a.data_type
     WHERE CASE WHEN a.target_below < a.target_exceeds THEN a.target_meets < b.actual ELSE a.target_meets > b.actual END`.execute(
    tx,
  )
  return rows.map(({ lastActual, below, meets, exceeds, ...row }) => ({
    ...row,
    targets: targetsOf({ below, meets, exceeds }),
    lastActual: BigInt(lastActual),
  }))
}

export async function supervisorsReviews(
  tx: Tx,
  { year, minimum }: Year & { minimum: number },
): Promise<SupervisorsReview[]> {
  const { rows } = await sql<SupervisorsReview>`
    WITH accepted AS (
      SELECT coalesce(s.approved_for, s.approved_by) AS supervisor, count(*) AS lines,
             count(*) FILTER (WHERE EXISTS (SELECT FROM actual_corrections n
                WHERE n.entity_id = a.entity_id AND n.key_result_id = a.key_result_id AND n.ended_at IS NULL)) AS corrections
        FROM ${ofYear(year)}
        JOIN assessments s ON s.entity_id = d.entity_id AND s.document_id = d.id AND s.approved_by IS NOT NULL
        JOIN achievements a ON a.entity_id = d.entity_id AND a.document_id = d.id
       GROUP BY 1)
    SELECT supervisor AS "supervisorId", lines::int, corrections::int FROM accepted WHERE lines >= ${minimum}`.execute(
    tx,
  )
  return rows
}

export async function rankedIds(tx: Tx, { year }: Year): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT employee_id AS id FROM annual_results WHERE year = ${year} AND standing = 'ranked'`.execute(tx)
  return rows.map((row) => row.id)
}

function targetsOf({ below, meets, exceeds }: { below: string; meets: string; exceeds: string }): Targets {
  return { below: BigInt(below), meets: BigInt(meets), exceeds: BigInt(exceeds) }
}
