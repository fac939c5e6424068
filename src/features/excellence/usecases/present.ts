import { fileMeta } from '../../../platform/files/stored-files.ts'
import { actingChair } from '../domain/committee.ts'
import { conditions, isComplete, isDecided, isSubmitted } from '../domain/nomination.ts'
import { abilities, isWritable } from '../domain/workflow.ts'
import type { Dossier, Person } from '../schema.ts'
import { keyResultsOf, projectsOf } from '../views/dossier.ts'
import { peopleOf } from '../views/people.ts'
import { readVisible, type Seen } from './access.ts'
import type { Reading } from './act.ts'

/** One nomination as its reader may see it. */
export async function showNomination(request: Reading & { readonly id: string }): Promise<Dossier> {
  return present(request, await readVisible(request))
}

type FindPerson = (id: string) => Person

async function present({ actor, tx }: Reading, seen: Seen): Promise<Dossier> {
  const { nomination, row, circle, parts, facts, requirement, result, quorum, today } = seen
  const { employeeId, year } = nomination
  const own = parts.includes('employee')
  const judges = parts.some((part) => part === 'member' || part === 'chair' || part === 'official' || part === 'head')
  const find = await peopleOf(tx, { ids: idsIn(seen), on: today })
  const by = (id: string | null) => (id === null ? null : find(id))
  const projects = await projectsOf(tx, { year })
  const keyResults = await keyResultsOf(tx, { employeeId, year })
  const attaches = mayAttach(seen)
  return {
    id: nomination.id,
    version: nomination.version,
    year,
    yearStatus: facts.year,
    status: nomination.status,
    statusSince: row.statusSince,
    parts: [...parts],
    employee: find(employeeId),
    result: own ? null : { result: result.result, rank: result.rank },
    request: row.request && row.requestedAt ? { text: row.request, at: row.requestedAt } : null,
    raisedAt: row.raisedAt,
    refusal:
      nomination.status === 'refused' && row.refusalCode && row.refusalReason && row.refusedBy && row.refusedAt
        ? { code: row.refusalCode, reason: row.refusalReason, by: find(row.refusedBy), at: row.refusedAt }
        : null,
    nominatedBy: isSubmitted(nomination.status) ? by(row.nominatedBy) : null,
    submittedAt: isSubmitted(nomination.status) ? row.submittedAt : null,
    requirement,
    projects,
    claims: await claimsOf({ actor, tx }, seen, { find, keyResults }),
    keyResults: attaches ? keyResults : [],
    committee: judges
      ? circle.committee.map(({ memberId, capacity, causes }) => ({
          member: find(memberId),
          capacity,
          causes: [...causes],
          tookPart: row.verifiers.includes(memberId),
          acts: actingChair(circle.committee) === memberId,
        }))
      : null,
    quorum,
    seat: judges && nomination.status === 'verified' ? facts.seat : null,
    official: judges || parts.includes('nominator') ? by(circle.officialId) : null,
    verified:
      row.verifiedBy && row.verifiedAt && readsFindings(seen)
        ? { by: find(row.verifiedBy), at: row.verifiedAt, members: row.verifiers.map(find) }
        : null,
    decision:
      isDecided(nomination.status) && row.decisionCode && row.decisionReason && row.decidedBy && row.decidedAt
        ? { code: row.decisionCode, reason: row.decisionReason, by: find(row.decidedBy), at: row.decidedAt }
        : null,
    can: canOf(seen, attaches),
  }
}

function idsIn({ nomination, row, circle }: Seen): (string | null)[] {
  return [
    nomination.employeeId,
    row.refusedBy,
    row.nominatedBy,
    row.verifiedBy,
    row.decidedBy,
    circle.officialId,
    ...row.verifiers,
    ...row.claims.map(({ foundBy }) => foundBy),
    ...circle.committee.map(({ memberId }) => memberId),
  ]
}

type ForClaims = {
  readonly find: FindPerson
  readonly keyResults: Awaited<ReturnType<typeof keyResultsOf>>
}

/** The supervisor's draft is not the employee's to read before it is sent; what the employee attached is. */
async function claimsOf(
  { actor, tx }: Pick<Reading, 'actor' | 'tx'>,
  seen: Seen,
  { find, keyResults }: ForClaims,
): Promise<Dossier['claims']> {
  const { nomination, row, requirement } = seen
  const hidden = seen.parts.includes('employee') && !isSubmitted(nomination.status)
  const visible = visibleEvidence(seen)
  const files = new Map(
    (await fileMeta(tx, { ids: visible.flatMap(({ fileId }) => (fileId ? [fileId] : [])) })).map((one) => [
      one.id,
      one,
    ]),
  )
  const linked = new Map(keyResults.map((one) => [one.id, one]))
  const opens = readsFindings(seen)
  return conditions.map((condition) => {
    const found = row.claims.find((one) => one.condition === condition)
    const evidence = visible.filter((one) => one.condition === condition)
    const words = hidden ? '' : (found?.words ?? '')
    return {
      condition,
      applies: condition !== 'designated' || requirement.applicable === conditions.length,
      words,
      project: !hidden && found?.projectId && found.project ? { id: found.projectId, title: found.project } : null,
      complete: isComplete({ words, evidence: evidence.length }),
      evidence: evidence.map(({ id, fileId, keyResultId, byEmployee }) => ({
        id,
        file: fileId ? (files.get(fileId) ?? null) : null,
        keyResult: keyResultId ? (linked.get(keyResultId) ?? null) : null,
        byEmployee,
        removable: mayAttach(seen) && byEmployee === (actor.employeeId === nomination.employeeId),
      })),
      finding:
        opens && found && found.met !== null && found.finding && found.foundBy
          ? { met: found.met, note: found.finding, by: find(found.foundBy) }
          : null,
    }
  })
}

/** What a reader may open of the evidence. */
export function visibleEvidence({ nomination, evidence, parts }: Seen): Seen['evidence'] {
  const hidden = parts.includes('employee') && !isSubmitted(nomination.status)
  return hidden ? evidence.filter(({ byEmployee }) => byEmployee) : evidence
}

/** What the committee finds is the committee's until it has verified. */
function readsFindings({ nomination, parts }: Seen): boolean {
  return nomination.status !== 'submitted' || parts.some((part) => part !== 'employee' && part !== 'nominator')
}

/** The nominator while the dossier is a draft; the employee from the own request until it is sent (AMB-15). */
export function mayAttach({ facts, parts }: Pick<Seen, 'facts' | 'parts'>): boolean {
  const inTime = facts.year === 'frozen' || facts.year === 'signed'
  if (parts.includes('employee')) return inTime && (facts.status === 'requested' || facts.status === 'draft')
  return parts.includes('nominator') && isWritable(facts)
}

function canOf({ facts, parts, nomination }: Seen, attaches: boolean): Dossier['can'] {
  const yes = { allowed: true } as const
  const writes = parts.includes('nominator') && isWritable(facts)
  return {
    ...abilities(facts, parts),
    ...(writes && { write: yes }),
    ...(attaches && { attach: yes }),
    ...(writes && !nomination.requested && { discard: yes }),
    ...(parts.includes('member') && facts.status === 'submitted' && { examine: yes }),
  }
}
