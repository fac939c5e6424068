import { fileMeta } from '../../../platform/files/stored-files.ts'
import { decimalText } from '../../../shared/decimal.ts'
import { actingChair, actingSecretary } from '../../../shared/fit-members.ts'
import { refuse } from '../../../shared/refusal.ts'
import { isInHand, type Part } from '../domain/grievance.ts'
import { abilities } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { livePanel } from '../policy.ts'
import type { GrievanceRecord } from '../schema.ts'
import { peopleOf } from '../views/people.ts'
import { type Row, recordRow } from '../views/record.ts'
import { readVisible, type Seen } from './access.ts'
import type { Reading } from './act.ts'

type FindPerson = Awaited<ReturnType<typeof peopleOf>>

/** The grievance as the actor may read it, with what the actor may do. */
export async function showGrievance(request: Reading & { readonly id: string }): Promise<GrievanceRecord> {
  const { id, actor, now, tx } = request
  const seen = await readVisible(request)
  const row = await recordRow(tx, { id })
  if (!row) throw refuse(errors.notFound)
  const find = await peopleOf(tx, { ids: idsIn(row, seen), on: seen.today })
  const files = new Map(
    (await fileMeta(tx, { ids: row.grounds.flatMap((one) => one.files) })).map((file) => [file.id, file]),
  )
  const is = (...parts: Part[]) => seen.parts.some((part) => parts.includes(part))
  const by = (personId: string | null) => (personId === null ? null : find(personId))
  return {
    id: row.id,
    version: row.version,
    year: row.year,
    number: row.number,
    status: row.status,
    statusSince: row.statusSince,
    parts: [...seen.parts],
    employee: find(row.employeeId),
    standing: { rank: row.rank, result: percent(row.result) },
    request: row.request,
    grounds: row.grounds.map((one) => ({
      ...one,
      files: one.files.flatMap((file) => files.get(file) ?? []),
    })),
    filesUntil: row.filesUntil,
    createdAt: row.createdAt,
    filedAt: row.filedAt,
    acknowledgeBy: row.acknowledgeBy,
    decideBy: row.decideBy,
    raisedAt: row.raisedAt,
    extension:
      row.extendedAt && row.extensionReason
        ? { by: by(row.extendedBy), at: row.extendedAt, reason: row.extensionReason }
        : null,
    acknowledged: row.acknowledgedAt ? { by: by(row.acknowledgedBy), at: row.acknowledgedAt } : null,
    admission:
      row.admittedAt && row.admissionReason
        ? { by: by(row.admittedBy), at: row.admittedAt, reason: row.admissionReason }
        : null,
    committee: is('chair', 'head') ? committeeOf(seen, find) : null,
    ...panelOf(row, seen, find, actor.employeeId),
    hearings: row.hearingList.map(({ recordedBy, ...hearing }) => ({ ...hearing, recordedBy: find(recordedBy) })),
    evaluation:
      row.evaluatorId && row.evaluationAskedAt && row.evaluationQuestion
        ? {
            evaluator: find(row.evaluatorId),
            askedAt: row.evaluationAskedAt,
            question: row.evaluationQuestion,
            rank: row.evaluationRank,
            finding: row.evaluationFinding,
            at: row.evaluatedAt,
          }
        : null,
    decision: decisionOf(row, find),
    receivedAt: row.receivedAt,
    withdrawal: row.withdrawnAt ? { at: row.withdrawnAt, reason: row.withdrawalReason } : null,
    can: canOf(seen, now),
  }
}

function idsIn(row: Row, seen: Seen): (string | null)[] {
  return [
    row.employeeId,
    row.acknowledgedBy,
    row.admittedBy,
    row.extendedBy,
    row.evaluatorId,
    row.decidedBy,
    ...row.seats.map(({ memberId }) => memberId),
    ...row.hearingList.map(({ recordedBy }) => recordedBy),
    ...seen.committee.map(({ memberId }) => memberId),
  ]
}

function committeeOf({ committee, grievance }: Seen, find: FindPerson) {
  const acts = new Set([actingChair(committee), actingSecretary(committee)])
  return committee.map(({ memberId, capacity, causes }) => ({
    member: find(memberId),
    capacity,
    causes: [...causes],
    onPanel: grievance.panel.some((one) => one.memberId === memberId),
    chairsPanel: grievance.panel.some((one) => one.memberId === memberId && one.chairs),
    acts: acts.has(memberId),
  }))
}

/** Who judges. What a member thinks is for the panel alone, and for a member only after the own judgement. */
function panelOf(row: Row, seen: Seen, find: FindPerson, me: string | null) {
  const sitting = row.seats.filter(({ leftAt }) => leftAt === null)
  const fit = new Set(livePanel({ committee: seen.committee, panel: sitting }).map(({ memberId }) => memberId))
  const judges = seen.parts.includes('panelist')
  const mine = sitting.find(({ memberId }) => memberId === me)
  const reads = seen.parts.includes('head') || (judges && (mine?.opinion != null || row.outcome !== null))
  const deliberates = judges || seen.parts.includes('head')
  return {
    panel: sitting.map((one) => {
      const own = one.memberId === me
      const open = reads || own
      return {
        member: find(one.memberId),
        chairs: one.chairs,
        fit: fit.has(one.memberId) || !isInHand(row.status),
        seatedAt: one.seatedAt,
        hasOpinion: deliberates && one.opinion !== null,
        opinion: open ? one.opinion : null,
        note: open && one.opinion !== null ? one.note : null,
        own,
      }
    }),
    left: seen.parts.includes('employee')
      ? []
      : row.seats.flatMap(({ memberId, leftAt, leftCause, leftNote }) =>
          leftAt && leftCause ? [{ member: find(memberId), cause: leftCause, at: leftAt, note: leftNote }] : [],
        ),
  }
}

function decisionOf(row: Row, find: FindPerson): GrievanceRecord['decision'] {
  const { outcome, reasonCode, reasoning, decidedBy, decidedAs, decidedAt } = row
  if (!outcome || !reasonCode || !reasoning || !decidedBy || !decidedAs || !decidedAt) return null
  return {
    outcome,
    reasonCode,
    reasoning,
    by: find(decidedBy),
    as: decidedAs,
    at: decidedAt,
    fromRank: row.fromRank,
    toRank: row.toRank,
    toResult: percent(row.toResult),
  }
}

function canOf({ parts, facts, grievance }: Seen, now: Date): GrievanceRecord['can'] {
  const yes = { allowed: true } as const
  const has = (...mine: Part[]) => parts.some((part) => mine.includes(part))
  const draft = grievance.status === 'draft'
  const reviewing = grievance.status === 'under_review'
  return {
    ...abilities(facts, { parts, now }),
    ...(draft && { edit: yes, discard: yes }),
    ...(reviewing && has('panelist', 'secretary') && { hear: yes }),
    ...(reviewing && has('panelist') && { opine: yes, stepDown: yes }),
    ...(facts.raised && has('head') && { extend: yes }),
    ...(hasLetter(grievance.status) && { print: yes }),
    ...(has('employee') || readsExplanation(parts, grievance.status) ? { explanation: yes } : {}),
  }
}

export function hasLetter(status: string): boolean {
  return status === 'decided' || status === 'notified' || status === 'inadmissible'
}

/** Members read why the result is what it is only while the case is in hand. */
export function readsExplanation(parts: readonly Part[], status: Seen['grievance']['status']): boolean {
  return isInHand(status) && parts.some((part) => part !== 'employee' && part !== 'secretary')
}

/** Micro-percent as percent text with at most six decimals, without idle zeros. */
export function percent(micro: string | null): string | null {
  if (micro === null) return null
  return decimalText(BigInt(micro), 6).replace(/\.?0+$/, '')
}
