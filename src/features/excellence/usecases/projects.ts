import * as audit from '../../../platform/audit/record.ts'
import { refuse } from '../../../shared/refusal.ts'
import { yearOf } from '../../appraisal/public.ts'
import { errors } from '../errors.ts'
import * as nominations from '../repository.ts'
import { projectsOf } from '../views/dossier.ts'
import { type Act, actorId, type Reading } from './act.ts'

type Designation = Act & { readonly year: number; readonly title: string; readonly note: string }

/** The head designates a project: from then on the sixth condition applies to dossiers that are not sent yet. */
export async function designate({ year, title, note, actor, newId, now, tx }: Designation) {
  await mustBeInTime({ year, tx })
  const id = newId()
  await nominations.addProject(tx, { id, year, title, note, by: actorId(actor), now })
  const subject = { type: 'excellence_project', id }
  audit.record(tx, { actor, action: 'excellence.designate', subject, after: { year, title }, at: now })
  return { projects: await projectsOf(tx, { year }) }
}

export async function endDesignation({ id, actor, now, tx }: Act & { readonly id: string }) {
  const year = await nominations.endProject(tx, { id, now })
  if (year === null) throw refuse(errors.notFound)
  await mustBeInTime({ year, tx })
  audit.record(tx, {
    actor,
    action: 'excellence.end_designation',
    subject: { type: 'excellence_project', id },
    at: now,
  })
  return { projects: await projectsOf(tx, { year }) }
}

async function mustBeInTime({ year, tx }: Pick<Designation, 'year' | 'tx'>): Promise<void> {
  const status = (await yearOf(tx, { year }))?.status ?? 'open'
  if (!['open', 'frozen', 'signed'].includes(status)) throw refuse(errors.windowClosed)
}

export async function designated({ year, tx }: Pick<Reading, 'tx'> & { readonly year: number }) {
  return { projects: await projectsOf(tx, { year }) }
}
