import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { Rank } from '../../../shared/ranks.ts'
import type { Ground, Outcome, Status } from '../domain/grievance.ts'

export type CardRow = {
  readonly id: string
  readonly version: number
  readonly year: number
  readonly number: number | null
  readonly status: Status
  readonly statusSince: Date
  readonly employeeId: string
  readonly grounds: readonly Ground[]
  readonly filedAt: Date | null
  readonly acknowledgeBy: string | null
  readonly decideBy: string | null
  readonly raised: boolean
  readonly outcome: Outcome | null
}

const card = sql`g.id, g.version, g.year, g.number, g.status, g.status_since AS "statusSince", g.employee_id AS "employeeId",
  ARRAY(SELECT k.ground FROM grievance_grounds k WHERE k.grievance_id = g.id ORDER BY k.ground) AS grounds,
  g.filed_at AS "filedAt", g.acknowledge_by AS "acknowledgeBy", g.decide_by AS "decideBy",
  (g.raised_at IS NOT NULL OR g.acknowledgement_raised_at IS NOT NULL) AS raised, g.outcome`

/** The own grievances, newest first. */
export async function ownCards(tx: Tx, { employeeId }: { readonly employeeId: string }): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    SELECT ${card} FROM grievances g WHERE g.employee_id = ${employeeId}::uuid ORDER BY g.year DESC`.execute(tx)
  return rows
}

/** Filed cases, newest first: those in hand, or those that are over. */
export async function filedCards(
  tx: Tx,
  { open, after, limit }: { readonly open: boolean; readonly after: string | null; readonly limit: number },
): Promise<CardRow[]> {
  const states = open
    ? ['filed', 'acknowledged', 'admitted', 'under_review', 're_evaluating']
    : ['decided', 'notified', 'inadmissible', 'withdrawn']
  const { rows } = await sql<CardRow>`
    SELECT ${card} FROM grievances g
     WHERE g.status = ANY (${states}::text[]) AND (${after}::uuid IS NULL OR g.id < ${after}::uuid)
     ORDER BY g.id DESC LIMIT ${limit}`.execute(tx)
  return rows
}

export type OwnResult = {
  readonly year: number
  readonly rank: Rank | null
  readonly result: string | null
  readonly publishedAt: Date | null
  readonly filesUntil: Date
  readonly grievanceId: string | null
}

/** The own published results, newest first: against each a grievance may or might have been filed. */
export async function ownResults(tx: Tx, { employeeId }: { readonly employeeId: string }): Promise<OwnResult[]> {
  const { rows } = await sql<OwnResult>`
    SELECT r.year, r.final_rank AS rank, r.result::text AS result, r.published_at AS "publishedAt",
           r.grievances_until AS "filesUntil", g.id AS "grievanceId"
      FROM annual_results r
      LEFT JOIN grievances g ON g.entity_id = r.entity_id AND g.year = r.year AND g.employee_id = r.employee_id
     WHERE r.employee_id = ${employeeId}::uuid AND r.published_at IS NOT NULL AND r.standing = 'ranked' ORDER BY r.year DESC`.execute(
    tx,
  )
  return rows
}

/** What stands open at a day: deadlines that passed in silence and have not been raised. */
export async function silentCases(
  tx: Tx,
  { today }: { readonly today: string },
): Promise<{ id: string; late: 'acknowledgement' | 'decision' }[]> {
  const { rows } = await sql<{ id: string; late: 'acknowledgement' | 'decision' }>`
    SELECT id, CASE WHEN decide_by < ${today}::date THEN 'decision' ELSE 'acknowledgement' END AS late FROM grievances
     WHERE (status IN ('filed', 'acknowledged', 'admitted', 'under_review', 're_evaluating')
            AND decide_by < ${today}::date AND raised_at IS NULL)
        OR (status = 'filed' AND acknowledge_by < ${today}::date AND acknowledgement_raised_at IS NULL)
     ORDER BY decide_by, id LIMIT 500`.execute(tx)
  return rows
}

/** Drafts whose window closes within three days and whose writers have not been reminded. */
export async function draftsToRemind(
  tx: Tx,
  { now }: { readonly now: Date },
): Promise<{ id: string; year: number; employeeId: string; filesUntil: Date }[]> {
  const { rows } = await sql<{ id: string; year: number; employeeId: string; filesUntil: Date }>`
    SELECT g.id, g.year, g.employee_id AS "employeeId", r.grievances_until AS "filesUntil"
      FROM grievances g
      JOIN annual_results r ON r.entity_id = g.entity_id AND r.year = g.year AND r.employee_id = g.employee_id
     WHERE g.status = 'draft' AND g.reminded_at IS NULL AND ${now} <= r.grievances_until
       AND r.grievances_until <= ${now}::timestamptz + interval '3 days'
     ORDER BY g.id LIMIT 1000`.execute(tx)
  return rows
}
