import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Condition, Status } from '../domain/nomination.ts'

export type DossierRow = {
  readonly id: string
  readonly version: number
  readonly year: number
  readonly employeeId: string
  readonly status: Status
  readonly statusSince: string
  readonly requestedAt: string | null
  readonly request: string | null
  readonly raisedAt: string | null
  readonly refusalCode: string | null
  readonly refusalReason: string | null
  readonly refusedBy: string | null
  readonly refusedAt: string | null
  readonly nominatedBy: string | null
  readonly submittedAt: string | null
  readonly applicable: number | null
  readonly needed: number | null
  readonly verifiedBy: string | null
  readonly verifiedAt: string | null
  readonly verifiers: readonly string[]
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly decisionCode: string | null
  readonly decisionReason: string | null
  readonly claims: readonly {
    condition: Condition
    words: string
    projectId: string | null
    project: string | null
    met: boolean | null
    finding: string | null
    foundBy: string | null
  }[]
}

/** Everything on record of one nomination, whoever may see which part of it. */
export async function dossierRow(tx: Tx, { id }: { readonly id: string }): Promise<DossierRow | null> {
  // As JSON, so that instants come as the text that travels.
  const { rows } = await sql<{ row: DossierRow }>`
    SELECT row_to_json(found) AS row FROM (
      SELECT n.id, n.version, n.year, n.employee_id AS "employeeId", n.status, n.status_since AS "statusSince",
             n.requested_at AS "requestedAt", n.request, n.raised_at AS "raisedAt", n.refusal_code AS "refusalCode",
             n.refusal_reason AS "refusalReason", n.refused_by AS "refusedBy", n.refused_at AS "refusedAt",
             n.nominated_by AS "nominatedBy", n.submitted_at AS "submittedAt", n.applicable, n.needed,
             n.verified_by AS "verifiedBy", n.verified_at AS "verifiedAt",
             coalesce((SELECT json_agg(v.member_id ORDER BY v.member_id) FROM excellence_verifiers v
                        WHERE v.nomination_id = n.id), '[]'::json) AS verifiers,
             n.decided_by AS "decidedBy", n.decided_at AS "decidedAt", n.decision_code AS "decisionCode",
             n.decision_reason AS "decisionReason",
             coalesce((SELECT json_agg(json_build_object('condition', c.condition, 'words', c.words, 'projectId', c.project_id,
                 'project', p.title, 'met', c.met, 'finding', c.finding, 'foundBy', c.found_by))
               FROM excellence_claims c LEFT JOIN excellence_projects p ON p.entity_id = c.entity_id AND p.id = c.project_id
              WHERE c.nomination_id = n.id), '[]'::json) AS claims
        FROM excellence_nominations n WHERE n.id = ${id}::uuid) AS found`.execute(tx)
  return rows[0]?.row ?? null
}

export type KeyResult = {
  readonly id: string
  readonly statement: string
  readonly objective: string
  readonly cycle: number
  /** Micro-percent; null where nothing has been assessed. */
  readonly achievement: number | null
}

/** The key results of a person's agreed documents of a year: what a dossier may point to. */
export async function keyResultsOf(
  tx: Tx,
  { employeeId, year }: { readonly employeeId: string; readonly year: number },
): Promise<KeyResult[]> {
  const { rows } = await sql<KeyResult>`
    SELECT k.id, k.statement, o.title AS objective, c.ordinal AS cycle, a.achievement
      FROM performance_documents d
      JOIN cycles c ON c.entity_id = d.entity_id AND c.id = d.cycle_id AND c.year = ${year}
      JOIN key_results k ON k.entity_id = d.entity_id AND k.document_id = d.id
      JOIN objectives o ON o.entity_id = k.entity_id AND o.id = k.objective_id
      JOIN achievements a ON a.entity_id = k.entity_id AND a.key_result_id = k.id
     WHERE d.employee_id = ${employeeId}::uuid
     ORDER BY c.ordinal, d.segment, o.position, k.position, k.id LIMIT 200`.execute(tx)
  return rows
}

export type Project = { readonly id: string; readonly year: number; readonly title: string; readonly note: string }

/** What the head has designated for a year and not taken back. */
export async function projectsOf(tx: Tx, { year }: { readonly year: number }): Promise<Project[]> {
  const { rows } = await sql<Project>`
    SELECT id, year, title, note FROM excellence_projects
     WHERE year = ${year} AND ended_at IS NULL ORDER BY designated_at, id`.execute(tx)
  return rows
}
