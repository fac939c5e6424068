import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Language } from '../../../shared/locale.ts'
import type { AbsenceKind, Gender, Name } from '../domain/vocabulary.ts'
import { decodeCursor, encodeCursor } from './cursor.ts'
import { likePatterns } from './posts.ts'

export type EmployeeFilter = {
  readonly text?: string | undefined
  /** Found too when the text is exactly this; only for those who may see civil numbers. */
  readonly civilNumber?: string | undefined
  readonly divisionId?: string | undefined
  readonly below: boolean
  readonly postId?: string | undefined
  readonly supervisorId?: string | undefined
  readonly level?: number | undefined
  readonly gender?: Gender | undefined
  readonly service: 'current' | 'future' | 'exited' | 'all'
  readonly sort: 'name' | 'number' | 'division' | 'level' | 'hired'
  readonly order: 'asc' | 'desc'
  readonly on: string
  readonly language: Language
}

type Person = { readonly id: string; readonly name: Name }
export type EmployeeRow = Person & {
  readonly employeeNumber: string | null
  readonly title: Name | null
  readonly divisionId: string | null
  readonly division: Name | null
  readonly level: number | null
  readonly supervisor: Person | null
  readonly hiredOn: string
  readonly exitedOn: string | null
  readonly absentUntil: string | null
}

/** One page of the list as of a day, and how many there are in all. */
export async function employeeList(tx: Tx, filter: EmployeeFilter & { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor(filter.cursor)
  const past = filter.order === 'asc' ? sql.raw('>') : sql.raw('<')
  const beyond = after
    ? sql<boolean>`(key, id) ${past} (${after.key} COLLATE itqan_ar, ${after.id}::uuid)`
    : sql<boolean>`true`
  const { rows } = await sql<EmployeeRow & { key: string }>`
    ${found(filter)}
    SELECT ${shown(filter.on)} FROM (
      SELECT * FROM found WHERE ${beyond} ORDER BY ${ordered(filter)} LIMIT ${filter.limit + 1}) f
    ${joins(filter.on)} ORDER BY ${ordered(filter)}`.execute(tx)
  const { rows: counted } = await sql<{ total: number }>`
    ${found(filter)} SELECT count(*)::int AS total FROM found`.execute(tx)
  const items = rows.slice(0, filter.limit)
  const last = items.at(-1)
  return { items, total: counted[0]?.total ?? 0, next: rows.length > filter.limit && last ? encodeCursor(last) : null }
}

/** The whole list for a file, to the limit of an import. */
export async function employeesForExport(tx: Tx, filter: EmployeeFilter): Promise<EmployeeRow[]> {
  const { rows } = await sql<EmployeeRow>`
    ${found(filter)}
    SELECT ${shown(filter.on)} FROM found f ${joins(filter.on)} ORDER BY ${ordered(filter)} LIMIT 100000`.execute(tx)
  return rows
}

function found(filter: EmployeeFilter): RawBuilder<unknown> {
  const on = sql`${filter.on}::date`
  const inTree = filter.divisionId
    ? filter.below
      ? sql<boolean>`a.division_id IN (SELECT id FROM tree)`
      : sql<boolean>`a.division_id = ${filter.divisionId}::uuid`
    : sql<boolean>`true`
  const service = {
    current: sql<boolean>`e.hired_on <= ${on} AND (e.exited_on IS NULL OR ${on} <= e.exited_on)`,
    future: sql<boolean>`e.hired_on > ${on}`,
    exited: sql<boolean>`e.exited_on < ${on}`,
    all: sql<boolean>`true`,
  }[filter.service]
  const supervised = filter.supervisorId
    ? sql<boolean>`EXISTS (SELECT FROM supervisions s WHERE s.entity_id = e.entity_id AND s.employee_id = e.id
        AND s.supervisor_id = ${filter.supervisorId}::uuid AND itqan_holds(s.valid_from, s.valid_to, ${on}))`
    : sql<boolean>`true`
  return sql`
    WITH RECURSIVE tree AS (
      SELECT ${filter.divisionId ?? null}::uuid AS id
      UNION
      SELECT p.division_id FROM division_periods p JOIN tree ON p.parent_id = tree.id
       WHERE itqan_holds(p.valid_from, p.valid_to, ${on})
    ), found AS (
      SELECT e.*, a.division_id, a.post_id, a.level, ${sortKey(filter)} COLLATE itqan_ar AS key
        FROM employees e
        LEFT JOIN assignments a ON a.entity_id = e.entity_id AND a.employee_id = e.id
         AND itqan_holds(a.valid_from, a.valid_to, ${on})
       WHERE ${service} AND ${inTree} AND ${supervised}
         AND (e.search LIKE ALL (${likePatterns(filter.text ?? '')}::text[]) OR e.civil_number = ${filter.civilNumber ?? null})
         AND (${filter.postId ?? null}::uuid IS NULL OR a.post_id = ${filter.postId ?? null}::uuid)
         AND (${filter.level ?? null}::int IS NULL OR a.level = ${filter.level ?? null}::int)
         AND (${filter.gender ?? null}::text IS NULL OR e.gender = ${filter.gender ?? null})
    )`
}

/** Every key is a text, so that one comparison serves all orders. */
function sortKey({ sort, language, on }: EmployeeFilter): RawBuilder<string> {
  const name = sql.raw(language === 'ar' ? 'name_ar' : 'name_en')
  switch (sort) {
    case 'number':
      return sql`lpad(coalesce(e.employee_number, ''), 20)`
    case 'level':
      return sql`lpad(coalesce(a.level::text, ''), 2)`
    case 'hired':
      return sql`e.hired_on::text`
    case 'division':
      return sql`coalesce((SELECT p.${name} FROM division_periods p WHERE p.entity_id = a.entity_id
        AND p.division_id = a.division_id AND itqan_holds(p.valid_from, p.valid_to, ${on}::date)), '')`
    case 'name':
      return sql`e.${name}`
  }
}

function ordered({ order }: EmployeeFilter): RawBuilder<unknown> {
  return sql.raw(order === 'asc' ? 'key, id' : 'key DESC, id DESC')
}

function shown(on: string): RawBuilder<unknown> {
  return sql`f.id, f.key, json_build_object('ar', f.name_ar, 'en', f.name_en) AS name,
    f.employee_number AS "employeeNumber", f.hired_on AS "hiredOn", f.exited_on AS "exitedOn", f.level,
    f.division_id AS "divisionId",
    CASE WHEN t.id IS NOT NULL THEN json_build_object('ar', t.title_ar, 'en', t.title_en) END AS title,
    CASE WHEN d.id IS NOT NULL THEN json_build_object('ar', d.name_ar, 'en', d.name_en) END AS division,
    CASE WHEN b.id IS NOT NULL
      THEN json_build_object('id', b.id, 'name', json_build_object('ar', b.name_ar, 'en', b.name_en)) END AS supervisor,
    (SELECT ends_on FROM absences x WHERE x.entity_id = f.entity_id AND x.employee_id = f.id
        AND itqan_holds(x.starts_on, x.ends_on, ${on}::date)) AS "absentUntil"`
}

function joins(on: string): RawBuilder<unknown> {
  return sql`
    LEFT JOIN posts t ON t.entity_id = f.entity_id AND t.id = f.post_id
    LEFT JOIN division_periods d ON d.entity_id = f.entity_id AND d.division_id = f.division_id
     AND itqan_holds(d.valid_from, d.valid_to, ${on}::date)
    LEFT JOIN supervisions s ON s.entity_id = f.entity_id AND s.employee_id = f.id
     AND itqan_holds(s.valid_from, s.valid_to, ${on}::date)
    LEFT JOIN employees b ON b.entity_id = s.entity_id AND b.id = s.supervisor_id`
}

type Range = { readonly from: string; readonly to: string | null }
type AssignmentView = Range & {
  readonly id: string
  readonly divisionId: string
  readonly division: Name
  readonly postId: string
  readonly title: Name
  readonly level: number
}
export type AbsenceView = {
  readonly id: string
  readonly version: number
  readonly employeeId: string
  readonly kind: AbsenceKind | null
  readonly startsOn: string
  readonly endsOn: string
  readonly note: string | null
}
export type EmployeeRecord = Person & {
  readonly version: number
  readonly civilNumber: string
  readonly employeeNumber: string | null
  readonly gender: Gender
  readonly hiredOn: string
  readonly exitedOn: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly displayTitle: string | null
  readonly inScope: boolean
  readonly assignments: AssignmentView[]
  readonly supervisions: (Range & {
    readonly id: string
    readonly supervisorId: string
    readonly name: Name
  })[]
  readonly headships: (Range & { readonly id: string; readonly divisionId: string; readonly division: Name })[]
  readonly absences: AbsenceView[]
  readonly profileChanges: {
    readonly id: string
    readonly field: string
    readonly before: string | null
    readonly after: string | null
    readonly at: string
  }[]
}

/** A person with the whole history, newest first. One statement. */
export async function employeeRecord(tx: Tx, { id }: { id: string }): Promise<EmployeeRecord | null> {
  const divisionName = sql`(SELECT json_build_object('ar', p.name_ar, 'en', p.name_en) FROM division_periods p
    WHERE p.division_id = x.division_id ORDER BY itqan_holds(p.valid_from, p.valid_to, x.valid_from) DESC,
      p.valid_from DESC LIMIT 1)`
  const { rows } = await sql<EmployeeRecord>`
    SELECT e.id, e.version, json_build_object('ar', e.name_ar, 'en', e.name_en) AS name,
           e.civil_number AS "civilNumber", e.employee_number AS "employeeNumber", e.gender,
           e.hired_on AS "hiredOn", e.exited_on AS "exitedOn", e.phone, e.email, e.display_title AS "displayTitle",
           e.in_scope AS "inScope",
           (SELECT coalesce(json_agg(json_build_object('id', x.id, 'divisionId', x.division_id,
                     'division', ${divisionName}, 'postId', x.post_id,
                     'title', json_build_object('ar', t.title_ar, 'en', t.title_en), 'level', x.level,
                     'from', x.valid_from, 'to', x.valid_to) ORDER BY x.valid_from DESC), '[]'::json)
              FROM assignments x JOIN posts t ON t.entity_id = x.entity_id AND t.id = x.post_id
             WHERE x.employee_id = e.id) AS assignments,
           (SELECT coalesce(json_agg(json_build_object('id', x.id, 'supervisorId', x.supervisor_id,
                     'name', json_build_object('ar', b.name_ar, 'en', b.name_en),
                     'from', x.valid_from, 'to', x.valid_to) ORDER BY x.valid_from DESC), '[]'::json)
              FROM supervisions x JOIN employees b ON b.entity_id = x.entity_id AND b.id = x.supervisor_id
             WHERE x.employee_id = e.id) AS supervisions,
           (SELECT coalesce(json_agg(json_build_object('id', x.id, 'divisionId', x.division_id,
                     'division', ${divisionName}, 'from', x.valid_from, 'to', x.valid_to)
                     ORDER BY x.valid_from DESC), '[]'::json)
              FROM headships x WHERE x.employee_id = e.id) AS headships,
           (SELECT coalesce(json_agg(${absenceJson} ORDER BY x.starts_on DESC), '[]'::json)
              FROM absences x WHERE x.employee_id = e.id) AS absences,
           (SELECT coalesce(json_agg(json_build_object('id', x.id, 'field', x.field, 'before', x.old_value,
                     'after', x.new_value, 'at', x.changed_at) ORDER BY x.changed_at DESC), '[]'::json)
              FROM (SELECT * FROM employee_profile_changes c WHERE c.employee_id = e.id
                     ORDER BY changed_at DESC LIMIT 50) x) AS "profileChanges"
      FROM employees e WHERE e.id = ${id}::uuid`.execute(tx)
  return rows[0] ?? null
}

export async function absenceById(tx: Tx, { id }: { id: string }): Promise<AbsenceView | null> {
  const { rows } = await sql<{ absence: AbsenceView }>`
    SELECT ${absenceJson} AS absence FROM absences x WHERE x.id = ${id}::uuid`.execute(tx)
  return rows[0]?.absence ?? null
}

const absenceJson = sql`json_build_object('id', x.id, 'version', x.version, 'employeeId', x.employee_id,
  'kind', x.kind, 'startsOn', x.starts_on, 'endsOn', x.ends_on, 'note', x.note)`
