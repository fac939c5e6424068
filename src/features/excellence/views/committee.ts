import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import { everyoneBelow, relationsOf } from '../../organization/public.ts'
import type { Involvement, Member } from '../domain/committee.ts'

/** Who sits on the review committee on a day. */
export async function reviewMembers(tx: Tx, { on }: { readonly on: string }): Promise<Member[]> {
  const { rows } = await sql<Member>`
    SELECT m.employee_id AS "memberId", m.capacity, to_char(m.valid_from, 'YYYY-MM-DD') AS since
      FROM memberships m JOIN employees e ON e.entity_id = m.entity_id AND e.id = m.employee_id
     WHERE m.body = 'review' AND m.capacity IN ('chair', 'member', 'secretary')
       AND itqan_holds(m.valid_from, m.valid_to, ${on}::date) AND (e.exited_on IS NULL OR ${on}::date <= e.exited_on)
     ORDER BY array_position(ARRAY['chair', 'secretary', 'member'], m.capacity), m.valid_from, m.employee_id`.execute(
    tx,
  )
  return rows
}

type Around = {
  readonly employeeId: string
  readonly nominatedBy: string | null
  /** From the direct supervisor up, as frozen and as of today. */
  readonly line: readonly string[]
  readonly on: string
}

/** Everybody who stands too near to a person to judge the dossier (AMB-30). */
export async function involvedIn(tx: Tx, { employeeId, nominatedBy, line, on }: Around): Promise<Involvement[]> {
  const below = await everyoneBelow(tx, { supervisorId: employeeId, on })
  const declared = await relationsOf(tx, { employeeIds: [employeeId] })
  return [
    { personId: employeeId, cause: 'self' },
    ...line.map((personId) => ({ personId, cause: 'line' as const })),
    ...below.map((personId) => ({ personId, cause: 'below' as const })),
    ...declared.map(({ otherId }) => ({ personId: otherId, cause: 'declared' as const })),
    ...(nominatedBy ? [{ personId: nominatedBy, cause: 'nominated' as const }] : []),
  ]
}
