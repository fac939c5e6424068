import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Explanation } from '../schema/explanation.ts'
import { divisionName } from './years.ts'

type Of = { readonly employeeId: string; readonly year: number }

/** An instant as JSON carries it, always in the same letters: a fingerprint is taken of them. */
function utc(column: string): RawBuilder<unknown> {
  return sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
}

function actor(column: string): RawBuilder<unknown> {
  return sql`(SELECT json_build_object('id', p_.id, 'name', json_build_object('ar', p_.name_ar, 'en', p_.name_en))
               FROM employees p_ WHERE p_.id = ${sql.ref(column)})`
}

/** A kept value as text: dates are days since 1970 (AMB-02). */
function quantity(column: string): RawBuilder<unknown> {
  const value = sql.ref(column)
  return sql`CASE WHEN a.data_type = 'date' THEN to_char(date '1970-01-01' + ${value}::int, 'YYYY-MM-DD')
                  ELSE trim_scale(${value})::text END`
}

const corrections = sql`coalesce((
  SELECT json_agg(json_build_object('from', ${quantity('x.from_value')}, 'to', ${quantity('x.to_value')},
           'fromAchievement', x.from_achievement, 'toAchievement', x.to_achievement, 'reasonCode', x.reason_code,
           'reasonText', x.reason_text, 'by', ${actor('x.corrected_by')}, 'onBehalfOf', ${actor('x.corrected_for')},
           'at', ${utc('x.corrected_at')}, 'answer', x.answer, 'answerNote', x.answer_note, 'ruling', x.ruling,
           'rulingNote', x.ruling_note, 'ruledBy', ${actor('x.ruled_by')}, 'endedAt', ${utc('x.ended_at')})
         ORDER BY x.corrected_at, x.id)
    FROM actual_corrections x WHERE x.key_result_id = a.key_result_id), '[]'::json)`

const evidence = sql`coalesce((
  SELECT json_agg(json_build_object('name', f.name, 'digest', encode(f.digest, 'hex')) ORDER BY v.added_at, v.id)
    FROM achievement_evidence v JOIN stored_files f ON f.id = v.file_id
   WHERE v.key_result_id = a.key_result_id), '[]'::json)`

const lines = sql`coalesce((
  SELECT json_agg(json_build_object('id', a.key_result_id, 'objective', json_build_object('title', o.title, 'class', o.class),
           'statement', k.statement, 'dataType', a.data_type,
           'targets', json_build_object('below', ${quantity('a.target_below')}, 'meets', ${quantity('a.target_meets')},
                                        'exceeds', ${quantity('a.target_exceeds')}),
           'weight', a.weight, 'claimed', ${quantity('a.claimed')}, 'actual', ${quantity('a.actual')},
           'achievement', a.achievement, 'level', a.level, 'score', a.score, 'corrections', ${corrections},
           'evidence', ${evidence}) ORDER BY o.position, o.id, k.position, k.id)
    FROM achievements a
    JOIN key_results k ON k.id = a.key_result_id
    JOIN objectives o ON o.id = k.objective_id
   WHERE a.document_id = d.id), '[]'::json)`

/** Who supervised on the last day of the document. */
const supervisor = sql`(
  SELECT json_build_object('id', p_.id, 'name', json_build_object('ar', p_.name_ar, 'en', p_.name_en))
    FROM supervisions v JOIN employees p_ ON p_.id = v.supervisor_id
   WHERE v.employee_id = d.employee_id AND itqan_holds(v.valid_from, v.valid_to, coalesce(d.ends_on, c.ends_on)))`

const segments = sql`coalesce((
  SELECT json_agg(json_build_object('documentId', d.id, 'startsOn', coalesce(d.starts_on, c.starts_on),
           'endsOn', coalesce(d.ends_on, c.ends_on), 'days', r.covered_days, 'supervisor', ${supervisor}, 'approvedBy', ${actor('s.approved_by')},
           'onBehalfOf', ${actor('s.approved_for')}, 'approvedAt', ${utc('s.approved_at')}, 'provisional', s.provisional,
           'scale', json_build_object('anchors', json_build_object('below', s.scale_below, 'meets', s.scale_meets,
                                      'exceeds', s.scale_exceeds), 'cap', s.scale_cap),
           'lines', ${lines},
           'sum', (SELECT coalesce(sum(a.score), 0) FROM achievements a WHERE a.document_id = d.id),
           'literal', (SELECT div(2 * sum(a.score) + count(*) * 10000, 2 * count(*) * 10000)
                         FROM achievements a WHERE a.document_id = d.id HAVING count(*) > 0)) ORDER BY d.segment)
    FROM performance_documents d JOIN assessments s ON s.document_id = d.id
   WHERE d.cycle_id = c.id AND d.employee_id = r.employee_id AND d.status = 'closed'), '[]'::json)`

/** The cycles of a year for one person, down to every line, correction and file. One statement. */
export async function cyclesOf(tx: Tx, { employeeId, year }: Of): Promise<Explanation['cycles']> {
  const { rows } = await sql<{ cycles: Explanation['cycles'] }>`
    SELECT coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'ordinal', c.ordinal, 'startsOn', c.starts_on,
             'endsOn', c.ends_on,
             'months', (extract(year FROM age(c.ends_on + 1, c.starts_on)) * 12 + extract(month FROM age(c.ends_on + 1, c.starts_on)))::int,
             'status', r.status, 'cause', r.cause, 'coveredDays', r.covered_days, 'cycleDays', r.cycle_days,
             'decision', CASE WHEN r.decided_by IS NOT NULL THEN json_build_object('by', ${actor('r.decided_by')},
                                'at', ${utc('r.decided_at')}, 'reason', r.decision_reason) END,
             'segments', ${segments}, 'result', r.result, 'literal', r.literal) ORDER BY c.ordinal), '[]'::json) AS cycles
      FROM cycle_results r JOIN cycles c ON c.id = r.cycle_id
     WHERE r.employee_id = ${employeeId}::uuid AND c.year = ${year}`.execute(tx)
  return rows[0]?.cycles ?? []
}

type GroupFacts = Omit<NonNullable<Explanation['group']>, 'pool' | 'gap'>

export type AnnualFacts = {
  readonly entity: Explanation['entity']
  readonly person: Explanation['person']
  readonly year: Omit<Explanation['year'], 'timeZone'>
  readonly policies: Readonly<
    Record<string, { value: unknown; version: number; setForYear: number | null; source: string; official: boolean }>
  > | null
  readonly segmentDays: Readonly<Record<string, number>> | null
  readonly standing: Explanation['standing']
  readonly annual: Pick<
    Explanation['annual'],
    'counted' | 'result' | 'literal' | 'ranking' | 'lowestCycle' | 'lastCycle'
  >
  readonly group: GroupFacts | null
  readonly ranks: Explanation['ranks']
  readonly changes: Explanation['changes']
  readonly addedSeat: boolean
  readonly audit: Explanation['audit']
}

const changes = sql`coalesce((
  SELECT json_agg(json_build_object('stage', x.stage, 'from', x.from_rank, 'to', x.to_rank, 'fromResult', x.from_result,
           'toResult', x.to_result, 'reasonCode', x.reason_code, 'params', x.params, 'reasonText', x.reason_text,
           'by', ${actor('x.made_by')}, 'onBehalfOf', ${actor('x.made_for')}, 'at', ${utc('x.at')}) ORDER BY x.at, x.id)
    FROM rank_changes x
   WHERE x.year = r.year AND x.employee_id = r.employee_id AND x.superseded_at IS NULL), '[]'::json)`

/** The group with what this person's place is compared with: counts and edges, never whose. */
const group = sql`(
  SELECT json_build_object('id', g.id,
           'division', (SELECT json_build_object('ar', n.name_ar, 'en', n.name_en) FROM division_periods n
                         WHERE n.division_id = g.division_id AND n.valid_from <= make_date(r.year, 12, 31)
                         ORDER BY n.valid_from DESC LIMIT 1),
           'jobFamily', g.job_family, 'size', g.size, 'mode', g.mode, 'quotas', g.quotas,
           'counts', json_build_object('weak', of.weak, 'average', of.average, 'good', of.good, 'very_good', of.very_good),
           'position', r.position,
           'raisePosition', CASE WHEN r.band IN ('good', 'very_good') THEN of.above + 1 END,
           'guardWeak', coalesce((y.policies -> 'curve.guard_weak' ->> 'value')::boolean, true),
           'guarded', coalesce(of.guarded, 0), 'lastLifted', of.last_lifted)
    FROM calibration_groups g
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE m.curve_rank = 'weak') AS weak, count(*) FILTER (WHERE m.curve_rank = 'average') AS average,
             count(*) FILTER (WHERE m.curve_rank = 'good') AS good, count(*) FILTER (WHERE m.curve_rank = 'very_good') AS very_good,
             count(*) FILTER (WHERE m.band IN ('good', 'very_good') AND m.ranking > r.ranking) AS above,
             max(m.position) FILTER (WHERE m.band <> 'weak') AS guarded,
             min(m.ranking) FILTER (WHERE m.curve_rank = 'very_good') AS last_lifted
        FROM annual_results m WHERE m.year = r.year AND m.group_id = g.id) of
   WHERE g.id = r.group_id)`

/** The annual result of one person with the person, the year, the group and the changes. One statement. */
export async function annualOf(tx: Tx, { employeeId, year }: Of): Promise<AnnualFacts | null> {
  const { rows } = await sql<AnnualFacts>`
    SELECT json_build_object('id', entity.id, 'name', json_build_object('ar', entity.name_ar, 'en', entity.name_en)) AS entity,
           json_build_object('id', e.id, 'name', json_build_object('ar', e.name_ar, 'en', e.name_en),
             'number', e.employee_number,
             'title', (SELECT json_build_object('ar', t.title_ar, 'en', t.title_en)
                         FROM assignments a JOIN posts t ON t.id = a.post_id
                        WHERE a.employee_id = e.id
                          AND itqan_holds(a.valid_from, a.valid_to, least(coalesce(e.exited_on, make_date(r.year, 12, 31)), make_date(r.year, 12, 31)))),
             'division', ${divisionName(year)}, 'jobFamily', r.job_family, 'level', r.level,
             'supervisor', ${actor('r.supervisor_id')}, 'higherOfficial', ${actor('r.higher_official_id')}) AS person,
           json_build_object('year', r.year, 'status', y.status, 'freezes', y.freezes, 'frozenAt', ${utc('y.frozen_at')},
             'signedAt', ${utc('y.signed_at')}, 'approvedAt', ${utc('y.approved_at')}, 'confirmedAt', ${utc('y.confirmed_at')},
             'publishedAt', ${utc('r.published_at')}, 'grievancesUntil', ${utc('r.grievances_until')}) AS year,
           y.policies, r.segment_days AS "segmentDays", r.standing,
           json_build_object('counted', r.counted, 'result', r.result, 'literal', r.literal, 'ranking', r.ranking,
             'lowestCycle', r.lowest_cycle, 'lastCycle', r.last_cycle) AS annual,
           ${group} AS group,
           json_build_object('band', r.band, 'curve', r.curve_rank, 'view', r.view_rank, 'final', r.final_rank) AS ranks,
           ${changes} AS changes, r.added_seat AS "addedSeat",
           (SELECT json_build_object('seq', v.seq::text, 'hash', encode(v.hash, 'hex'), 'at', ${utc('v.at')})
              FROM audit_events v
             WHERE v.subject_type = 'annual_result' AND v.subject_id = r.employee_id::text
                OR v.subject_type = 'appraisal_year' AND v.subject_id = y.id::text
             ORDER BY v.seq DESC LIMIT 1) AS audit
      FROM annual_results r
      JOIN appraisal_years y ON y.year = r.year
      JOIN employees e ON e.id = r.employee_id
      JOIN entities entity ON entity.id = r.entity_id
     WHERE r.year = ${year} AND r.employee_id = ${employeeId}::uuid`.execute(tx)
  return rows[0] ?? null
}
