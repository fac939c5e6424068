import type pg from 'pg'
import { rowsIn } from './rows-in.ts'

/** A draft of the running cycle, with the key result that is saved again and again. */
export type Draft = {
  readonly documentId: string
  readonly version: number
  readonly keyResultId: string
  readonly weight: number
  readonly civilNumber: string
}

/** So many people of the ministry each get a complete draft of their own to write in, as if it had never been sent. */
export async function draftsOf(owner: pg.Pool, count: number): Promise<{ entityId: string; drafts: Draft[] }> {
  const { rows: entities } = await owner.query<{ id: string }>('SELECT id FROM entities ORDER BY code DESC LIMIT 1')
  const entityId = entities[0]?.id ?? ''
  const drafts = await rowsIn<Draft>(
    owner,
    entityId,
    `UPDATE performance_documents d SET status = 'draft', agreed_at = NULL, decided_by = NULL, decided_for = NULL
       FROM (SELECT DISTINCT ON (d.id) d.id, k.id AS key_result, k.weight, e.civil_number
               FROM performance_documents d JOIN cycles c ON c.id = d.cycle_id AND c.status = 'open'
               JOIN employees e ON e.id = d.employee_id AND e.exited_on IS NULL
               JOIN identity_entities l ON l.employee_id = e.id
               JOIN sign_in_identities i ON i.id = l.identity_id AND i.password_hash IS NOT NULL
               JOIN key_results k ON k.document_id = d.id
              WHERE d.status = 'agreed' AND d.edition = 1 AND d.drafted_by IS NULL
                AND NOT EXISTS (SELECT FROM amendment_requests a WHERE a.document_id = d.id)
                AND NOT EXISTS (SELECT FROM work_items w WHERE w.subject_id = d.id AND w.closed_at IS NULL)
              ORDER BY d.id, k.id LIMIT $1) AS chosen
      WHERE d.id = chosen.id
     RETURNING d.id AS "documentId", d.version, chosen.key_result AS "keyResultId", chosen.weight,
               chosen.civil_number AS "civilNumber"`,
    [count],
  )
  if (drafts.length < count) throw new Error(`The sample has only ${drafts.length} documents to write in`)
  return { entityId, drafts }
}
