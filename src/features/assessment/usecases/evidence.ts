import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { type FileToReceive, receiveFile } from '../../../platform/files/receive-file.ts'
import { sendFile, sendPreview } from '../../../platform/files/send-file.ts'
import { removeFile } from '../../../platform/files/stored-files.ts'
import type { Download } from '../../../platform/http/implement.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { peopleById } from '../../performance/public.ts'
import { mayRecord } from '../domain/acts.ts'
import { errors, problemOf } from '../errors.ts'
import * as lines from '../repository/lines.ts'
import { lockVisible, subjectOf, type Visible } from './access.ts'
import { openBySelf } from './move.ts'
import { showAssessment } from './present.ts'

type Request = {
  readonly documentId: string
  readonly keyResultId: string
  readonly actor: EntityActor
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

/** More would be no evidence but an archive. */
const mostFiles = 200

/** Keeps a file as evidence of a line, within the limits of the document (BR-35, H15). */
export async function addEvidence(request: Request & { file: FileToReceive; note: string }) {
  const { documentId, keyResultId, file, note, actor, newId, now, tx } = request
  const seen = await lockToAttach(request)
  const known = (await lines.linesOf(tx, { documentId })).some((one) => one.keyResultId === keyResultId)
  if (!known) throw refuse(errors.lineNotFound)
  const { limits, today } = seen.settings
  const total = await lines.evidenceTotal(tx, { documentId })
  if (total.files >= mostFiles) throw refuse(errors.tooManyFiles, { params: { limit: mostFiles } })
  const by = seen.asker.employeeId
  const stored = await receiveFile(tx, {
    file,
    limits: { maxBytes: limits.file, roomBytes: Math.max(0, limits.document - total.bytes) },
    uploadedBy: by,
    newId,
    now,
  })
  const id = newId()
  await lines.addEvidence(tx, { id, documentId, keyResultId, fileId: stored.id, note, by, now })
  audit.record(tx, {
    actor,
    action: 'assessment.add_evidence',
    subject: subjectOf(documentId),
    after: { evidenceId: id, keyResultId, name: stored.name, size: stored.size, digest: stored.digest },
    at: now,
  })
  const people = await peopleById(tx, { ids: [by], today })
  const addedBy = people.get(by)
  if (!addedBy) throw refuse(errors.notFound)
  return { ...stored, id, note, addedBy, addedAt: now.toISOString(), can: { remove: { allowed: true as const } } }
}

/** Takes a file away before it has been sent. */
export async function removeEvidence(request: Request & { evidenceId: string }): Promise<undefined> {
  const { documentId, keyResultId, evidenceId, actor, now, tx } = request
  await lockToAttach(request)
  const evidence = await lines.evidenceOf(tx, { documentId, keyResultId, id: evidenceId })
  if (!evidence) throw refuse(errors.lineNotFound)
  await lines.removeEvidence(tx, { id: evidenceId })
  await removeFile(tx, { id: evidence.fileId })
  audit.record(tx, {
    actor,
    action: 'assessment.remove_evidence',
    subject: subjectOf(documentId),
    before: { evidenceId, keyResultId },
    at: now,
  })
  return undefined
}

/** A file of evidence, for those who see the assessment with its values. */
export async function readEvidence(
  request: Omit<Request, 'newId'> & { evidenceId: string; preview: boolean },
): Promise<Download> {
  const { documentId, keyResultId, evidenceId, preview, tx } = request
  const { standing } = await showAssessment(request)
  if (standing.view !== 'full') throw refuse(errors.notYours)
  const evidence = await lines.evidenceOf(tx, { documentId, keyResultId, id: evidenceId })
  if (!evidence) throw refuse(errors.lineNotFound)
  return preview ? sendPreview(tx, { id: evidence.fileId }) : sendFile(tx, { id: evidence.fileId })
}

/** Evidence changes no version, so that several files can be added at once; the document's lock keeps them in order. */
async function lockToAttach(request: Request): Promise<Visible> {
  const seen = await lockVisible(request)
  const may = mayRecord(seen.facts, seen.asker)
  if (!may.allowed) throw refuse(problemOf(may.why))
  if (seen.facts.status === 'assessing') return seen
  return (await openBySelf({ ...request, version: seen.assessment.version, seen })).seen
}
