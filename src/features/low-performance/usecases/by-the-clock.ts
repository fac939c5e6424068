import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { employeesWithRole } from '../../organization/public.ts'
import { calendarOf } from '../../policies/public.ts'
import * as cases from '../repository.ts'
import { silentCases, weakWithoutCase } from '../views/cases.ts'
import { circleOf, subjectOf } from './access.ts'
import { announce, chairOf, itemKinds, waitFor } from './tell.ts'

type Run = { readonly now: Date; readonly newId: NewId; readonly tx: Tx }

/** Working days in which the causes are studied after a case opened. */
const studyDays = 15

/** Opens a case for each final "weak" once its grievance window is over and no grievance is open (AMB-33). */
export async function openCases({ now, newId, tx }: Run): Promise<void> {
  const calendar = await calendarOf(tx)
  const today = calendar.today(now)
  const dueOn = calendar.addWorkingDays(today, studyDays)
  for (const { employeeId, year } of await weakWithoutCase(tx, { now, limit: 1000 })) {
    const id = newId()
    if (!(await cases.open(tx, { id, year, employeeId, dueOn, now }))) continue
    const found = await cases.find(tx, { id, locking: true })
    if (!found) continue
    const circle = await circleOf(tx, { found, today })
    const told = { found, newId, now, tx }
    await waitFor(told, { kind: itemKinds.study, to: chairOf(circle), dueOn })
    const speakBy = calendar.addWorkingDays(today, 5)
    for (const to of [employeeId, circle.supervisorId])
      await waitFor(told, { kind: itemKinds.speak, to, dueOn: speakBy })
    await announce(told, { kind: 'opened', to: [employeeId, chairOf(circle), circle.supervisorId], by: null })
    audit.record(tx, {
      actor: null,
      action: 'low_performance.open',
      subject: subjectOf(id),
      after: { year, employeeId },
      at: now,
    })
  }
}

/** What passed its day in silence is told to the head and the head's office; support is never taken away by silence. */
export async function raiseSilent({ now, newId, tx }: Run): Promise<void> {
  const today = (await calendarOf(tx)).today(now)
  for (const id of await silentCases(tx, { today })) {
    const found = await cases.find(tx, { id, locking: true })
    if (!found) continue
    await cases.save(tx, { id, now, raised_at: now })
    const circle = await circleOf(tx, { found, today })
    const office = await employeesWithRole(tx, { role: 'head_office' })
    const told = { found, newId, now, tx }
    await waitFor(told, { kind: itemKinds.raised, to: circle.headId, dueOn: null })
    await announce(told, { kind: 'raised', to: [found.employeeId, chairOf(circle), ...office], by: null })
    audit.record(tx, {
      actor: null,
      action: 'low_performance.raise',
      subject: subjectOf(id),
      after: { dueOn: found.dueOn },
      at: now,
    })
  }
}
