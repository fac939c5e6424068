import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { errors } from '../errors.ts'
import { partsOf } from '../policy.ts'
import { freezeResults, keepSegmentDays } from '../repository/freeze.ts'
import { publishResults } from '../repository/results.ts'
import { lockYear } from '../repository/years.ts'
import { decidedSince } from '../views/overview.ts'
import { segmentDaysOf } from './segment-days.ts'
import { settingsOf } from './settings.ts'
import { tellPublished } from './tell.ts'
import { grievancesUntil, rulesOf } from './year-moves.ts'

type Request = {
  readonly year: number
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

/**
 * Those whom an undecided cycle held back (H9), once it is decided: computed with the year's rules, outside the curve
 * whose seats are given, so that the band is the rank (AMB-09) and nobody else moves; with a window of their own.
 */
export async function publishLate({ year, actor, newId, now, tx }: Request): Promise<{ published: number }> {
  if (!partsOf(actor, 'publish').includes('publisher')) throw refuse(errors.notYours)
  const state = await lockYear(tx, { year, newId })
  if (state.status !== 'published') throw refuse(errors.notOpen)
  const decided = await decidedSince(tx, { year })
  const employeeIds = decided.filter((id) => id !== actor.employeeId)
  if (employeeIds.length === 0) throw refuse(errors.nobodyDecided)
  const settings = await settingsOf(tx, { year, now })
  await freezeResults(tx, { year, employeeIds, ...rulesOf(settings) })
  await keepSegmentDays(tx, { year, days: await segmentDaysOf(tx, { year, employeeIds }) })
  const published = await publishResults(tx, { year, employeeIds, until: grievancesUntil(settings, now), now })
  audit.record(tx, {
    actor,
    action: 'appraisal.publish_late',
    subject: { type: 'appraisal_year', id: state.id },
    after: { year, people: published },
    at: now,
  })
  await tellPublished(tx, { year, newId, now })
  return { published: published.length }
}
