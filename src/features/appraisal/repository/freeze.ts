import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Bands } from '../../../shared/ranks.ts'

export type FreezeRules = {
  readonly year: number
  /** Months of service beyond which a year has a rank (AMB-16). */
  readonly serviceMonths: number
  readonly bands: Bands
  readonly formula: 'weighted_sum' | 'seed_literal_mean'
}

type Only = { readonly employeeIds?: readonly string[] }

/**
 * The cycles of the year, so that none of them changes before the transaction ends: a closing under way is waited for,
 * and seen. Answers how many are not closed; a year without cycles has one that is not.
 */
export async function holdCycles(tx: Tx, { year }: { year: number }): Promise<number> {
  const { rows } = await sql<{ status: string }>`SELECT status FROM cycles WHERE year = ${year} FOR SHARE`.execute(tx)
  return rows.length === 0 ? 1 : rows.filter((row) => row.status !== 'closed').length
}

/**
 * From cycle results to annual results, for everybody of the year in one statement (F-03, H1): who is ranked and who is
 * not, the means, the bands, and the person as on the last day of the year or of service. `domain/freeze.ts` says the
 * same in TypeScript, and tests hold the two together.
 */
export async function freezeResults(tx: Tx, rules: FreezeRules & Only): Promise<number> {
  const { rows } = await sql<{ employee_id: string }>`
    WITH RECURSIVE tree AS (${divisionTree(rules.year)}),
    tally AS MATERIALIZED (${tallies(rules.year)}),
    person AS (${people(rules)}),
    computed AS (
      SELECT person.*, coalesce(tally.counted, 0) AS counted, tally.lowest_cycle, tally.last_cycle,
             ${standing(rules)} AS standing,
             ${halfUp(sql`tally.sum`, sql`tally.months * 10000`)} AS result,
             ${halfUp(sql`tally.literal_sum`, sql`tally.months`)} AS literal
        FROM person LEFT JOIN tally ON tally.employee_id = person.id)
    INSERT INTO annual_results AS r (year, employee_id, status, standing, result, literal, ranking, counted, lowest_cycle,
        last_cycle, division_id, division_path, job_family, level, gender, supervisor_id, higher_official_id, leave_days, band)
    SELECT ${rules.year}, c.id, 'preliminary', c.standing, c.result, c.literal,
           ${rules.formula === 'weighted_sum' ? sql`c.result` : sql`c.literal`}, c.counted, c.lowest_cycle, c.last_cycle,
           a.division_id, tree.path, post.job_family, a.level, c.gender, s1.supervisor_id,
           nullif(coalesce(s2.supervisor_id, s1.supervisor_id), c.id), coalesce(away.days, 0), ${band(rules.bands)}
      FROM computed c
      LEFT JOIN assignments a ON a.employee_id = c.id AND itqan_holds(a.valid_from, a.valid_to, c.on_day)
      LEFT JOIN posts post ON post.id = a.post_id
      LEFT JOIN tree ON tree.division_id = a.division_id
      LEFT JOIN supervisions s1 ON s1.employee_id = c.id AND itqan_holds(s1.valid_from, s1.valid_to, c.on_day)
      LEFT JOIN supervisions s2 ON s2.employee_id = s1.supervisor_id AND itqan_holds(s2.valid_from, s2.valid_to, c.on_day)
      LEFT JOIN (${leaves(rules.year)}) away ON away.employee_id = c.id
    ON CONFLICT (entity_id, year, employee_id) DO UPDATE SET
        status = excluded.status, standing = excluded.standing, result = excluded.result, literal = excluded.literal,
        ranking = excluded.ranking, counted = excluded.counted, lowest_cycle = excluded.lowest_cycle,
        last_cycle = excluded.last_cycle, plan_score = NULL, segment_days = NULL, division_id = excluded.division_id,
        division_path = excluded.division_path, job_family = excluded.job_family, level = excluded.level,
        supervisor_id = excluded.supervisor_id, higher_official_id = excluded.higher_official_id, approver_id = NULL,
        leave_days = excluded.leave_days, band = excluded.band, group_id = NULL, position = NULL, curve_rank = NULL,
        version = r.version + 1
    RETURNING r.employee_id`.execute(tx)
  return rows.length
}

/** Who belonged to the year at an earlier freeze and no longer does stays in the record, without any number. */
export async function clearResults(tx: Tx, { year }: { year: number }): Promise<void> {
  await sql`
    UPDATE annual_results SET standing = 'out_of_scope', result = NULL, literal = NULL, ranking = NULL, band = NULL, counted = 0,
           lowest_cycle = NULL, last_cycle = NULL, plan_score = NULL, group_id = NULL, position = NULL, curve_rank = NULL,
           approver_id = NULL, status = 'preliminary', version = version + 1
     WHERE year = ${year}`.execute(tx)
}

/**
 * The first tie-breaker (AMB-12), for those who share their ranking value with somebody: the mean over the counted
 * cycles of what the objectives of the annual plan scored, micro-percent, half-up. Of several segments their plain mean.
 */
export async function scorePlans(tx: Tx, { year }: { year: number }): Promise<void> {
  await sql`
    WITH tied AS (
      SELECT employee_id, counted FROM (
        SELECT employee_id, counted, count(*) OVER (PARTITION BY ranking) AS sharing
          FROM annual_results WHERE year = ${year} AND standing = 'ranked') shared
       WHERE sharing > 1),
    scored AS (
      SELECT d.employee_id, d.cycle_id, sum(a.score) FILTER (WHERE o.class = 'annual_plan') AS score,
             count(DISTINCT d.id) AS segments
        FROM tied
        JOIN performance_documents d ON d.employee_id = tied.employee_id
        JOIN cycles c ON c.id = d.cycle_id AND c.year = ${year}
        JOIN cycle_results counted ON counted.cycle_id = c.id AND counted.employee_id = d.employee_id AND counted.status = 'counted'
        JOIN achievements a ON a.document_id = d.id
        JOIN key_results k ON k.id = a.key_result_id
        JOIN objectives o ON o.id = k.objective_id
       WHERE d.status = 'closed'
       GROUP BY d.employee_id, d.cycle_id)
    UPDATE annual_results r SET plan_score = plan.score
      FROM (SELECT tied.employee_id,
                   ${halfUp(sql`coalesce(sum(div(scored.score, scored.segments)), 0)`, sql`tied.counted * 10000`)} AS score
              FROM tied LEFT JOIN scored ON scored.employee_id = tied.employee_id
             GROUP BY tied.employee_id, tied.counted) plan
     WHERE r.year = ${year} AND r.employee_id = plan.employee_id`.execute(tx)
}

/** Keeps what the documents of a cycle weigh, as it was on the day of the freeze. */
export async function keepSegmentDays(
  tx: Tx,
  { year, days }: { year: number; days: ReadonlyMap<string, Readonly<Record<string, number>>> },
): Promise<void> {
  if (days.size === 0) return
  await sql`
    UPDATE annual_results r SET segment_days = s.days
      FROM unnest(${[...days.keys()]}::uuid[], ${[...days.values()].map((one) => JSON.stringify(one))}::json[]) AS s (employee_id, days)
     WHERE r.year = ${year} AND r.employee_id = s.employee_id`.execute(tx)
}

const lastDay = (year: number): RawBuilder<string> => sql`${`${year}-12-31`}::date`
const firstDay = (year: number): RawBuilder<string> => sql`${`${year}-01-01`}::date`

/** Paths of divisions as they stood on the last day of the year. */
function divisionTree(year: number): RawBuilder<unknown> {
  return sql`
    SELECT p.division_id, text2ltree(replace(p.division_id::text, '-', '')) AS path
      FROM division_periods p WHERE p.parent_id IS NULL AND itqan_holds(p.valid_from, p.valid_to, ${lastDay(year)})
    UNION ALL
    SELECT p.division_id, tree.path || replace(p.division_id::text, '-', '')
      FROM division_periods p JOIN tree ON p.parent_id = tree.division_id
     WHERE itqan_holds(p.valid_from, p.valid_to, ${lastDay(year)})`
}

/** The counted cycles of each person, weighed by their months (AMB-07). */
function tallies(year: number): RawBuilder<unknown> {
  const counts = sql`FILTER (WHERE r.status IN ('counted', 'zero'))`
  return sql`
    SELECT r.employee_id, count(*) ${counts} AS counted, bool_or(r.status = 'undecided') AS undecided,
           sum(c.months) ${counts} AS months, sum(r.result::numeric * c.months) ${counts} AS sum,
           sum(coalesce(r.literal, 0)::numeric * c.months) ${counts} AS literal_sum,
           min(r.result) ${counts} AS lowest_cycle, (max(ARRAY[c.ordinal::bigint, r.result]) ${counts})[2] AS last_cycle
      FROM cycle_results r
      JOIN (SELECT id, ordinal, (extract(year FROM age(ends_on + 1, starts_on)) * 12
                                 + extract(month FROM age(ends_on + 1, starts_on)))::int AS months
              FROM cycles WHERE year = ${year}) c ON c.id = r.cycle_id
     GROUP BY r.employee_id`
}

function people({ year, employeeIds }: FreezeRules & Only): RawBuilder<unknown> {
  const chosen = employeeIds ? sql`e.id = ANY (${[...employeeIds]}::uuid[])` : sql`true`
  return sql`
    SELECT e.id, e.gender, e.in_scope, e.hired_on, e.exited_on,
           least(coalesce(e.exited_on, ${lastDay(year)}), ${lastDay(year)}) AS on_day
      FROM employees e
     WHERE e.hired_on <= ${lastDay(year)} AND (e.exited_on IS NULL OR e.exited_on >= ${firstDay(year)})
       AND (e.in_scope OR e.id IN (SELECT employee_id FROM tally)) AND ${chosen}`
}

/** Whether there is a rank, or the first reason why not (AMB-16, 19, 20, H9). */
function standing({ year, serviceMonths }: FreezeRules): RawBuilder<unknown> {
  return sql`CASE
    WHEN NOT person.in_scope THEN 'out_of_scope'
    WHEN person.exited_on <= ${lastDay(year)} THEN 'left'
    WHEN ${lastDay(year)} + 1 <= greatest(person.hired_on, ${firstDay(year)}) + make_interval(months => ${serviceMonths}) THEN 'short_service'
    WHEN tally.undecided THEN 'undecided'
    WHEN coalesce(tally.counted, 0) = 0 THEN 'all_excused'
    ELSE 'ranked' END`
}

function leaves(year: number): RawBuilder<unknown> {
  return sql`
    SELECT employee_id, sum(least(ends_on, ${lastDay(year)}) - greatest(starts_on, ${firstDay(year)}) + 1) AS days
      FROM absences
     WHERE starts_on <= ${lastDay(year)} AND ends_on >= ${firstDay(year)} AND kind NOT IN ('mission', 'training', 'secondment')
     GROUP BY employee_id`
}

/** Bands always read the weighted sum (H2). */
function band({ average, good, veryGood }: Bands): RawBuilder<unknown> {
  return sql`CASE WHEN c.result >= ${veryGood} THEN 'very_good' WHEN c.result >= ${good} THEN 'good'
                  WHEN c.result >= ${average} THEN 'average' WHEN c.result IS NOT NULL THEN 'weak' END`
}

/** Rounded once, half-up, on whole numbers: a quotient in decimals would already be rounded (H1). */
function halfUp(numerator: RawBuilder<unknown>, denominator: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`div(2 * (${numerator})::numeric + (${denominator}), 2 * (${denominator}))::bigint`
}
