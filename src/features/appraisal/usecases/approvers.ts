import type { Tx } from '../../../platform/db/database.ts'
import { lineAbove } from '../../organization/public.ts'
import { calendarOf } from '../../policies/public.ts'
import { officialsOf } from '../repository/approvals.ts'
import { inService } from '../views/people.ts'

/**
 * For officials who have left since: the next above who serves, or null at the top. Approvals are never delegated
 * downwards (AMB-22).
 */
export async function standInsOf(
  tx: Tx,
  { year, now }: { year: number; now: Date },
): Promise<ReadonlyMap<string, string | null>> {
  const today = (await calendarOf(tx)).today(now)
  const gone = (await officialsOf(tx, { year })).filter((one) => !one.serves)
  const found = new Map<string, string | null>()
  for (const { officialId } of gone) {
    const above = await lineAbove(tx, { employeeId: officialId, on: `${year}-12-31` })
    const serving = await inService(tx, { ids: above, on: today })
    found.set(officialId, above.find((id) => serving.has(id)) ?? null)
  }
  return found
}
