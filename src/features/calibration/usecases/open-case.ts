import * as audit from '../../../platform/audit/record.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { lockYear, yearOf } from '../../appraisal/public.ts'
import { errors } from '../errors.ts'
import { isVoter } from '../policy.ts'
import * as cases from '../repository/cases.ts'
import { personResult } from '../views/cases.ts'
import { capacityOf } from '../views/committee.ts'
import { type Acting, requireFrozen } from './access.ts'
import { settingsOf } from './settings.ts'
import { tellJudges } from './tell.ts'

type Request = Acting & { readonly year: number; readonly employeeId: string; readonly question: string }

/**
 * A member lays the rank of a person before the committee, or the higher official of that person does (AMB-29). Nobody
 * asks about themselves. To everybody else neither the person nor the year is there.
 */
export async function openCase({
  year,
  employeeId,
  question,
  actor,
  newId,
  now,
  tx,
}: Request): Promise<{ id: string }> {
  const settings = await settingsOf(tx, { year, now })
  const capacity = await capacityOf(tx, { employeeId: actor.employeeId, on: settings.today })
  const person = await personResult(tx, { year, employeeId })
  const origin = originOf(actor, capacity !== null && isVoter(capacity), person)
  if (!origin || !actor.employeeId || !(await yearOf(tx, { year }))) {
    throw refuse(capacity ? errors.notYours : errors.notFound)
  }
  if (!person) throw refuse(errors.notFound)
  if (actor.employeeId === employeeId) throw refuse(errors.ownCase)
  const state = await lockYear(tx, { year, newId })
  requireFrozen({ state })
  if (person.standing !== 'ranked') throw refuse(errors.notRanked)
  if (!person.hasCurve) throw refuse(errors.curveMissing)
  if (await cases.hasOpen(tx, { year, employeeId })) throw refuse(errors.caseOpen)
  const id = newId()
  await cases.add(tx, { id, year, employeeId, origin, question, openedBy: actor.employeeId, now })
  audit.record(tx, {
    actor,
    action: 'calibration.open_case',
    subject: { type: 'calibration_case', id },
    after: { year, employeeId, origin },
    reason: question,
    at: now,
  })
  await tellJudges(tx, { year, yearId: state.id, by: actor.employeeId, newId, now })
  return { id }
}

type Result = NonNullable<Awaited<ReturnType<typeof personResult>>>

function originOf(actor: EntityActor, isJudge: boolean, person: Result | null): 'member' | 'higher_official' | null {
  const me = actor.employeeId
  if (me !== null && person && (me === person.higherOfficialId || me === person.approverId)) return 'higher_official'
  return isJudge ? 'member' : null
}
