import { sql } from 'kysely'
import { type Refusal, refuse } from '../../shared/refusal.ts'
import type { Tx } from '../db/database.ts'
import { httpErrors } from '../http/errors.ts'

/** The refusal of a write over a version that is no longer the last, with who changed it and when. */
export async function changedByOther(tx: Tx, subject: { type: string; id: string }): Promise<Refusal> {
  const { rows } = await sql<{ by: string; byEn: string; at: Date }>`
    SELECT coalesce(e.name_ar, '') AS "by", coalesce(e.name_en, '') AS "byEn", a.at
      FROM audit_events a LEFT JOIN employees e ON e.entity_id = a.entity_id AND e.id = a.employee_id
     WHERE a.subject_type = ${subject.type} AND a.subject_id = ${subject.id}
     ORDER BY a.seq DESC LIMIT 1`.execute(tx)
  const last = rows[0]
  const params = { by: last?.by ?? '', byEn: last?.byEn ?? '', at: last?.at.toISOString() ?? '' }
  return refuse(httpErrors.changedByOther, { params })
}
