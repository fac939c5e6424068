import { type RawBuilder, sql } from 'kysely'

type Expression = RawBuilder<unknown>

/** A person as pages show one, as JSON; null when the id is. `id` is the text of a column. */
export function person(id: string, today: string): Expression {
  return sql`(SELECT json_build_object('id', p_.id, 'name', json_build_object('ar', p_.name_ar, 'en', p_.name_en),
      'title', (SELECT json_build_object('ar', t_.title_ar, 'en', t_.title_en)
                  FROM assignments a_ JOIN posts t_ ON t_.entity_id = a_.entity_id AND t_.id = a_.post_id
                 WHERE a_.entity_id = p_.entity_id AND a_.employee_id = p_.id
                   AND itqan_holds(a_.valid_from, a_.valid_to, ${today}::date)))
     FROM employees p_ WHERE p_.id = ${sql.ref(id)})`
}

/** Joins of an employee's assignment, post and division on a day: aliases `a`, `post`, `division`. */
export function placeOf(employee: string, today: string): Expression {
  return sql`
    LEFT JOIN assignments a ON a.entity_id = ${sql.ref(`${employee}.entity_id`)} AND a.employee_id = ${sql.ref(`${employee}.id`)}
          AND itqan_holds(a.valid_from, a.valid_to, ${today}::date)
    LEFT JOIN posts post ON post.entity_id = a.entity_id AND post.id = a.post_id
    LEFT JOIN division_periods division ON division.entity_id = a.entity_id AND division.division_id = a.division_id
          AND itqan_holds(division.valid_from, division.valid_to, ${today}::date)`
}

/** The employee with title and division, from the joins of `placeOf`. */
export const employeeJson = sql`json_build_object('id', e.id, 'name', json_build_object('ar', e.name_ar, 'en', e.name_en),
    'title', CASE WHEN post.id IS NOT NULL THEN json_build_object('ar', post.title_ar, 'en', post.title_en) END,
    'divisionId', a.division_id,
    'division', CASE WHEN division.id IS NOT NULL THEN json_build_object('ar', division.name_ar, 'en', division.name_en) END)`

/**
 * Joins of the direct supervisor and the higher official of a document `d` of the employee `e`: `s1.supervisor_id`,
 * `higher` below (AMB-23). Of today, or of the last day of a document that a transfer or an exit has ended, because who
 * led then reviews it (AMB-17, AMB-20).
 */
export function lineOfDocument(today: string): Expression {
  const day = sql`least(${today}::date, d.ends_on, e.exited_on)`
  return sql`
    LEFT JOIN supervisions s1 ON s1.employee_id = d.employee_id AND itqan_holds(s1.valid_from, s1.valid_to, ${day})
    LEFT JOIN supervisions s2 ON s2.entity_id = s1.entity_id AND s2.employee_id = s1.supervisor_id
          AND itqan_holds(s2.valid_from, s2.valid_to, ${day})`
}
export const higher = sql`coalesce(s2.supervisor_id, s1.supervisor_id)`

/** For whom an employee may approve documents, or achievement, on a day, as an array (AMB-22). */
export function actingFor(
  employeeId: string | null,
  today: string,
  scope: 'approve_documents' | 'approve_achievement' = 'approve_documents',
): Expression {
  return sql`ARRAY(SELECT DISTINCT delegator_id FROM delegations
     WHERE delegate_id = ${employeeId}::uuid AND ${scope} = ANY (scopes)
       AND itqan_holds(starts_on, ends_on, ${today}::date) AND (revoked_on IS NULL OR ${today}::date < revoked_on))`
}

export const cycleJson = sql`json_build_object('id', c.id, 'kind', c.kind, 'year', c.year, 'ordinal', c.ordinal,
    'startsOn', c.starts_on, 'endsOn', c.ends_on, 'planDueOn', c.plan_due_on, 'status', c.status)`

/** A stored target as the text that travels: dates are days since 1970 (AMB-02). */
function targetText(column: string): Expression {
  const value = sql.ref(column)
  return sql`CASE WHEN data_type = 'date' THEN to_char(date '1970-01-01' + ${value}::int, 'YYYY-MM-DD')
                  ELSE trim_scale(${value})::text END`
}

export const targetsJson = sql`json_build_object('below', ${targetText('target_below')}, 'meets', ${targetText('target_meets')},
    'exceeds', ${targetText('target_exceeds')})`

/** Basis points as percent text: 1250 is '12.5'. */
export function weightText(expression: Expression): Expression {
  return sql`trim_scale((${expression})::numeric / 100)::text`
}

/** The node as the plan in force shows it, else as the last version that had it. */
const nodeJson = sql`(SELECT json_build_object('nodeId', l.node_id, 'code', n.code,
      'title', json_build_object('ar', vn.title_ar, 'en', vn.title_en), 'kind', vn.kind,
      'status', CASE WHEN v.status = 'approved' THEN 'approved'
        WHEN v.status = 'preliminary' AND NOT EXISTS (SELECT FROM plan_versions w WHERE w.year = v.year AND w.status = 'approved')
        THEN 'preliminary' ELSE 'missing' END)
    FROM plan_nodes n
    JOIN plan_version_nodes vn ON vn.entity_id = n.entity_id AND vn.node_id = n.id
    JOIN plan_versions v ON v.entity_id = vn.entity_id AND v.id = vn.version_id
   WHERE n.id = l.node_id
   ORDER BY v.status = 'approved' DESC, v.status = 'preliminary' DESC, v.number DESC LIMIT 1)`

/** The objectives of a document with links and key results, as the `objectives` of a `Content`. */
export function objectivesJson(documentId: string | Expression): Expression {
  const id = typeof documentId === 'string' ? sql`${documentId}::uuid` : documentId
  return sql`coalesce((SELECT json_agg(json_build_object('id', o.id, 'title', o.title, 'class', o.class,
      'bankObjectiveId', o.bank_objective_id,
      'links', coalesce((SELECT json_agg(${nodeJson} ORDER BY l.node_id)
                           FROM objective_plan_links l WHERE l.objective_id = o.id), '[]'::json),
      'keyResults', coalesce((SELECT json_agg(json_build_object('id', k.id, 'statement', k.statement,
                                'dataType', k.data_type, 'targets', ${targetsJson},
                                'weight', ${weightText(sql`k.weight`)}) ORDER BY k.position, k.id)
                                FROM key_results k WHERE k.document_id = o.document_id AND k.objective_id = o.id), '[]'::json)
      ) ORDER BY o.position, o.id) FROM objectives o WHERE o.document_id = ${id}), '[]'::json)`
}

/** A cursor holds the sort key of the last row, opaque to the reader. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** The sort key, or null for what is no cursor of ours: the list then starts anew. */
export function decodeCursor(cursor: string | undefined): [string, string] | null {
  if (!cursor) return null
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const fits = Array.isArray(key) && key.length === 2 && key.every((part) => typeof part === 'string')
    return fits ? (key as [string, string]) : null
  } catch {
    return null
  }
}
