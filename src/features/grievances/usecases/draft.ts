import * as audit from '../../../platform/audit/record.ts'
import { receiveFile } from '../../../platform/files/receive-file.ts'
import { removeFile } from '../../../platform/files/stored-files.ts'
import type { SpooledFile } from '../../../platform/http/implement.ts'
import { keptFileLimits } from '../../../shared/kept-files.ts'
import { refuse } from '../../../shared/refusal.ts'
import { publishedResult } from '../../appraisal/public.ts'
import { policyValue } from '../../policies/public.ts'
import type { Ground } from '../domain/grievance.ts'
import { errors } from '../errors.ts'
import * as grievances from '../repository.ts'
import { ownResults } from '../views/lists.ts'
import { actorId, lockVisible, subjectOf } from './access.ts'
import type { Act, OnCase } from './act.ts'

/** Begins a grievance against the own published result, inside its window (AMB-31). */
export async function beginDraft(request: Act & { readonly year: number }): Promise<string> {
  const { year, actor, now, tx, newId } = request
  const employeeId = actor.employeeId
  const result = employeeId && (await publishedResult(tx, { employeeId, year }))
  if (!employeeId || !result || result.standing !== 'ranked') throw refuse(errors.noResult)
  const own = await ownResults(tx, { employeeId })
  if (own.some((one) => one.year === year && one.grievanceId !== null)) throw refuse(errors.onceAYear)
  if (now > result.grievancesUntil) throw refuse(errors.windowClosed)
  const id = newId()
  await grievances.addDraft(tx, { id, year, employeeId, now })
  audit.record(tx, { actor, action: 'grievances.begin', subject: subjectOf(id), after: { year }, at: now })
  return id
}

type Written = {
  readonly request: string
  readonly grounds: readonly { readonly ground: Ground; readonly statement: string }[]
}

/** Saves what has been written so far; a ground that is taken out takes its files with it. */
export async function saveDraft(request: OnCase & { readonly written: Written }): Promise<void> {
  const { id, written, actor, now, tx } = request
  await editable(request)
  const names = written.grounds.map(({ ground }) => ground)
  if (new Set(names).size < names.length) throw refuse(errors.groundTwice)
  const orphans = await grievances.filesOf(tx, { id, not: names })
  await grievances.replaceGrounds(tx, { id, written: written.grounds })
  for (const file of orphans) await removeFile(tx, { id: file })
  await grievances.save(tx, { id, now, request: written.request })
  audit.record(tx, { actor, action: 'grievances.write', subject: subjectOf(id), after: { grounds: names }, at: now })
}

export async function discardDraft(request: OnCase): Promise<void> {
  const { id, actor, now, tx } = request
  await editable(request)
  const files = await grievances.filesOf(tx, { id })
  await grievances.removeDraft(tx, { id })
  for (const file of files) await removeFile(tx, { id: file })
  audit.record(tx, { actor, action: 'grievances.discard', subject: subjectOf(id), at: now })
}

const mostFiles = 40

export async function attachFile(
  request: OnCase & { readonly ground: Ground; readonly file: SpooledFile },
): Promise<void> {
  const { id, ground, file, actor, now, tx, newId } = request
  const { grievance } = await editable(request)
  if (!(await hasGround(request))) throw refuse(errors.groundMissing)
  if ((await grievances.filesOf(tx, { id })).length >= mostFiles) throw refuse(errors.tooManyFiles)
  const { value } = await policyValue(tx, { key: 'evidence.limits', year: grievance.year })
  const roomBytes =
    Math.min(value.documentMegabytes * 1_048_576, keptFileLimits.documentBytes) - (await grievances.bytesOf(tx, { id }))
  const limits = { maxBytes: value.fileMegabytes * 1_048_576, roomBytes }
  const stored = await receiveFile(tx, { file, limits, uploadedBy: actorId(actor), newId, now })
  await grievances.linkFile(tx, { id, fileId: stored.id, ground, now })
  await grievances.save(tx, { id, now })
  const after = { ground, file: stored.name, digest: stored.digest }
  audit.record(tx, { actor, action: 'grievances.attach', subject: subjectOf(id), after, at: now })
}

export async function detachFile(request: OnCase & { readonly fileId: string }): Promise<void> {
  const { id, fileId, actor, now, tx } = request
  await editable(request)
  if (!(await grievances.unlinkFile(tx, { id, fileId }))) throw refuse(errors.fileNotFound)
  await removeFile(tx, { id: fileId })
  await grievances.save(tx, { id, now })
  audit.record(tx, { actor, action: 'grievances.detach', subject: subjectOf(id), after: { fileId }, at: now })
}

async function editable(request: OnCase) {
  const seen = await lockVisible(request)
  if (!seen.parts.includes('employee')) throw refuse(errors.notYours)
  if (seen.grievance.status !== 'draft') throw refuse(errors.notOpen)
  return seen
}

async function hasGround({ id, ground, tx }: { id: string; ground: Ground } & Pick<Act, 'tx'>): Promise<boolean> {
  const row = await tx
    .selectFrom('grievance_grounds')
    .select('ground')
    .where('grievance_id', '=', id)
    .where('ground', '=', ground)
    .executeTakeFirst()
  return row !== undefined
}
