import * as audit from '../../../platform/audit/record.ts'
import { receiveFile } from '../../../platform/files/receive-file.ts'
import { removeFile } from '../../../platform/files/stored-files.ts'
import type { SpooledFile } from '../../../platform/http/implement.ts'
import { keptFileLimits } from '../../../shared/kept-files.ts'
import { refuse } from '../../../shared/refusal.ts'
import { lockYear } from '../../appraisal/public.ts'
import { calendarOf, policyValue } from '../../policies/public.ts'
import type { Condition } from '../domain/nomination.ts'
import { decide } from '../domain/workflow.ts'
import { errors, problemOf } from '../errors.ts'
import { partsOf } from '../policy.ts'
import * as nominations from '../repository.ts'
import { keyResultsOf, projectsOf } from '../views/dossier.ts'
import { resultOf } from '../views/results.ts'
import { circleOf, lockVisible, type Seen } from './access.ts'
import { type Act, actorId, type OnCase, subjectOf } from './act.ts'
import { mayAttach } from './present.ts'

/** The direct supervisor begins the dossier of somebody who passed the gate. */
export async function beginDossier(
  request: Act & { readonly year: number; readonly employeeId: string },
): Promise<string> {
  const { year, employeeId, actor, newId, now, tx } = request
  const result = await resultOf(tx, { employeeId, year })
  if (!result) throw refuse(errors.notFound)
  const state = await lockYear(tx, { year, newId })
  const nomination = { employeeId, year, nominatedBy: null, raised: false }
  const circle = await circleOf(tx, { nomination, result, today: (await calendarOf(tx)).today(now) })
  const parts = partsOf(actor, { ...circle, employeeId, requested: true, status: 'requested' })
  if (!parts.includes('nominator')) throw refuse(errors.notFound)
  if (await nominations.idOf(tx, { employeeId, year })) throw refuse(errors.once)
  const facts = { ...noDossier, year: state.status, gate: result.standing === 'ranked' && result.rank === 'very_good' }
  const ruling = decide(facts, { parts, move: 'begin', supplied: [] })
  if (ruling.kind === 'refused') throw refuse(problemOf(ruling.why))
  const id = newId()
  await nominations.add(tx, { id, year, employeeId, status: 'draft', request: null, now })
  audit.record(tx, { actor, action: 'excellence.begin', subject: subjectOf(id), after: { year, employeeId }, at: now })
  return id
}

const noDossier = {
  status: 'requested',
  requested: false,
  complete: 0,
  needed: 1,
  unexamined: 0,
  met: 0,
  shortOfQuorum: false,
  decisionsBegun: false,
  seat: 'free',
} as const

export async function discardDossier(request: OnCase): Promise<void> {
  const { id, actor, now, tx } = request
  const { nomination, evidence } = await writable(request)
  if (nomination.requested) throw refuse(errors.requested)
  await nominations.remove(tx, { id })
  for (const { fileId } of evidence) if (fileId) await removeFile(tx, { id: fileId })
  audit.record(tx, { actor, action: 'excellence.discard', subject: subjectOf(id), at: now })
}

type Writing = OnCase & { readonly condition: Condition; readonly words: string; readonly projectId: string | null }

export async function writeClaim(request: Writing): Promise<void> {
  const { id, condition, words, projectId, actor, now, tx } = request
  const { nomination, requirement } = await writable(request)
  if (condition === 'designated') {
    const projects = await projectsOf(tx, nomination)
    if (requirement.applicable === 4 || (projectId !== null && !projects.some((one) => one.id === projectId))) {
      throw refuse(errors.notDesignated)
    }
  }
  await nominations.saveClaim(tx, { id, condition, words, projectId: condition === 'designated' ? projectId : null })
  await nominations.save(tx, { id, now })
  const after = { condition, words, projectId }
  audit.record(tx, { actor, action: 'excellence.write', subject: subjectOf(id), after, at: now })
}

async function writable(request: OnCase): Promise<Seen> {
  const seen = await lockVisible(request)
  if (!seen.parts.includes('nominator')) throw refuse(errors.notYours)
  if (seen.facts.status !== 'draft') throw refuse(errors.notOpen)
  if (!mayAttach(seen)) throw refuse(errors.windowClosed)
  return seen
}

const mostFiles = 40

type OnEvidence = Act & { readonly id: string }

/** A file for one condition: the nominator's, or the employee's own (AMB-15). */
export async function attachFile(
  request: OnEvidence & { readonly condition: Condition; readonly file: SpooledFile },
): Promise<void> {
  const { id, condition, file, actor, newId, now, tx } = request
  const { nomination, evidence } = await attachable(request)
  if (evidence.length >= mostFiles) throw refuse(errors.tooManyFiles)
  const { value } = await policyValue(tx, { key: 'evidence.limits', year: nomination.year })
  const held = evidence.reduce((sum, one) => sum + one.bytes, 0)
  const limits = {
    maxBytes: value.fileMegabytes * 1_048_576,
    roomBytes: Math.min(value.documentMegabytes * 1_048_576, keptFileLimits.documentBytes) - held,
  }
  const stored = await receiveFile(tx, { file, limits, uploadedBy: actorId(actor), newId, now })
  await add(request, { nomination, condition, fileId: stored.id, keyResultId: null })
  const after = { condition, file: stored.name, digest: stored.digest }
  audit.record(tx, { actor, action: 'excellence.attach', subject: subjectOf(id), after, at: now })
}

/** A key result of the employee's own documents of the year, and of nobody else's. */
export async function linkKeyResult(
  request: OnEvidence & { readonly condition: Condition; readonly keyResultId: string },
): Promise<void> {
  const { id, condition, keyResultId, actor, now, tx } = request
  const { nomination, evidence } = await attachable(request)
  const own = await keyResultsOf(tx, nomination)
  if (!own.some((one) => one.id === keyResultId)) throw refuse(errors.otherKeyResult)
  if (evidence.some((one) => one.keyResultId === keyResultId && one.condition === condition)) {
    throw refuse(errors.linkedAlready)
  }
  if (evidence.length >= mostFiles) throw refuse(errors.tooManyFiles)
  await add(request, { nomination, condition, fileId: null, keyResultId })
  const after = { condition, keyResultId }
  audit.record(tx, { actor, action: 'excellence.link', subject: subjectOf(id), after, at: now })
}

export async function removeEvidence(request: OnEvidence & { readonly evidenceId: string }): Promise<void> {
  const { id, evidenceId, actor, now, tx } = request
  const { nomination, evidence } = await attachable(request)
  const byEmployee = actor.employeeId === nomination.employeeId
  // Nobody takes out what the other side has put in.
  const found = evidence.find((one) => one.id === evidenceId && one.byEmployee === byEmployee)
  if (!found) throw refuse(errors.evidenceNotFound)
  await nominations.removeEvidence(tx, { evidenceId })
  if (found.fileId) await removeFile(tx, { id: found.fileId })
  const after = { condition: found.condition, fileId: found.fileId, keyResultId: found.keyResultId }
  audit.record(tx, { actor, action: 'excellence.detach', subject: subjectOf(id), after, at: now })
}

async function attachable(request: OnEvidence): Promise<Seen> {
  const seen = await lockVisible(request)
  if (!seen.parts.some((part) => part === 'employee' || part === 'nominator')) throw refuse(errors.notYours)
  if (!mayAttach(seen)) throw refuse(errors.notOpen)
  return seen
}

type Added = {
  readonly nomination: nominations.Nomination
  readonly condition: Condition
  readonly fileId: string | null
  readonly keyResultId: string | null
}

async function add({ id, actor, newId, now, tx }: OnEvidence, { nomination, ...facts }: Added): Promise<void> {
  const addedBy = actorId(actor)
  const byEmployee = addedBy === nomination.employeeId
  await nominations.addEvidence(tx, { id: newId(), nominationId: id, ...facts, addedBy, byEmployee, now })
}
