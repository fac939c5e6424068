import type pg from 'pg'
import { newId } from '../../src/platform/db/ids.ts'

type Where = {
  readonly employeeId: string
  readonly supervisorId: string
  readonly year: number
  readonly now: Date
  readonly picture: Buffer
}

/** A draft of a grievance with a file, and a planned case of support, of one employee against one published year. */
export async function grievanceRecordsOf(
  client: pg.PoolClient,
  { employeeId, supervisorId, year, now, picture }: Where,
) {
  const [grievanceId, fileId, caseId, measureId] = [newId(), newId(), newId(), newId()]
  // What the sample holds of this person and year makes room.
  for (const [table, column, of] of [
    ['grievance_hearings', 'grievance_id', 'grievances'],
    ['grievance_panel', 'grievance_id', 'grievances'],
    ['low_performance_measures', 'case_id', 'low_performance_cases'],
    ['low_performance_reviews', 'case_id', 'low_performance_cases'],
    ['low_performance_causes', 'case_id', 'low_performance_cases'],
    ['low_performance_answers', 'case_id', 'low_performance_cases'],
  ]) {
    await client.query(
      `DELETE FROM ${table} WHERE ${column} IN (SELECT id FROM ${of} WHERE year = $1 AND employee_id = $2)`,
      [year, employeeId],
    )
  }
  for (const table of ['grievances', 'low_performance_cases']) {
    await client.query(`DELETE FROM ${table} WHERE year = $1 AND employee_id = $2`, [year, employeeId])
  }
  await client.query(
    `INSERT INTO grievances (id, year, employee_id, status, status_since, created_at, updated_at)
     VALUES ($1, $2, $3, 'draft', $4, $4, $4)`,
    [grievanceId, year, employeeId, now],
  )
  await client.query(
    "INSERT INTO grievance_grounds (grievance_id, ground, statement) VALUES ($1, 'calculation', 'بيان للتجربة من السبب')",
    [grievanceId],
  )
  await client.query(
    `INSERT INTO stored_files (id, digest, name, type, extension, size, status, uploaded_by, uploaded_at, preview, preview_type)
     VALUES ($1, sha256($2), 'evidence.png', 'image/png', 'png', $3, 'unscanned', $4, $5, $2, 'image/png')`,
    [fileId, picture, picture.length, employeeId, now],
  )
  await client.query('INSERT INTO stored_file_chunks (file_id, position, content) VALUES ($1, 0, $2)', [
    fileId,
    picture,
  ])
  await client.query(
    "INSERT INTO grievance_files (grievance_id, file_id, ground, added_at) VALUES ($1, $2, 'calculation', $3)",
    [grievanceId, fileId, now],
  )
  await client.query(
    `INSERT INTO low_performance_cases (id, year, employee_id, number, status, status_since, opened_at, plan_starts_on, plan_ends_on,
       plan_aim, planned_by, planned_at)
     SELECT $1, $2, $3, coalesce(max(number), 0) + 1, 'planned', $4, $4, '2026-02-01', '2026-06-01', 'غاية للتجربة', $5, $4
       FROM low_performance_cases WHERE year = $2`,
    [caseId, year, employeeId, now, supervisorId],
  )
  await client.query(
    `INSERT INTO low_performance_measures (id, case_id, position, kind, measure, owner_id, due_on)
     VALUES ($1, $2, 0, 'training', 'إجراء للتجربة', $3, '2026-05-01')`,
    [measureId, caseId, employeeId],
  )
  return { grievance: { id: grievanceId, version: 1, fileId }, support: { id: caseId, version: 1, measureId } }
}
