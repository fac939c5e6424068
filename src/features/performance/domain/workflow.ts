import { decide as decideMove, type Need, type Moves as SharedMoves, type StatusOf } from '../../../shared/workflow.ts'
import type { DocumentStatus } from './document.ts'
import type { DocumentFacts, Part } from './facts.ts'
import { guards } from './guards.ts'

/** ST-29..32 and the amendment (AMB-24, 25), H8. What a row cannot say stands in `guards.ts`. */
export const moves = {
  draftFor: {
    from: ['draft'],
    to: 'draft',
    by: 'supervisor',
    clock: 'resubmission',
    waitsFor: 'drafter',
    tells: ['employee'],
  },
  submit: {
    from: ['draft', 'returned', 'amending'],
    to: 'submitted',
    by: 'employee',
    clock: 'decision',
    waitsFor: 'supervisor',
  },
  submitFor: {
    from: ['draft', 'returned'],
    to: 'submitted',
    by: 'drafter',
    clock: 'decision',
    waitsFor: 'higher_official',
    tells: ['employee'],
  },
  object: {
    from: ['draft', 'returned', 'submitted'],
    to: 'draft',
    by: 'employee',
    needs: ['reason'],
    clock: 'resubmission',
    waitsFor: 'employee',
    tells: ['supervisor', 'higher_official'],
  },
  withdraw: {
    from: ['submitted'],
    to: 'draft',
    by: ['employee', 'drafter'],
    waitsFor: 'employee',
    tells: ['supervisor'],
  },
  withdrawAmended: { from: ['submitted'], to: 'amending', by: 'employee', waitsFor: 'employee', tells: ['supervisor'] },
  sendBack: {
    from: ['submitted'],
    to: 'returned',
    by: ['supervisor', 'higher_official'],
    needs: ['comment'],
    clock: 'resubmission',
    waitsFor: 'employee',
    tells: ['employee'],
  },
  agree: {
    from: ['submitted'],
    to: 'agreed',
    by: ['supervisor', 'higher_official'],
    needs: ['meeting'],
    tells: ['employee', 'supervisor'],
  },
  requestAmendment: {
    from: ['agreed'],
    to: 'agreed',
    by: ['employee', 'supervisor', 'higher_official'],
    needs: ['reason'],
    clock: 'decision',
    tells: ['employee', 'supervisor'],
  },
  acceptAmendment: {
    from: ['agreed'],
    to: 'amending',
    by: ['employee', 'supervisor', 'higher_official'],
    clock: 'resubmission',
    waitsFor: 'employee',
    tells: ['employee', 'supervisor'],
  },
  declineAmendment: {
    from: ['agreed'],
    to: 'agreed',
    by: ['employee', 'supervisor', 'higher_official'],
    needs: ['comment'],
    tells: ['employee', 'supervisor'],
  },
  withdrawAmendment: {
    from: ['agreed'],
    to: 'agreed',
    by: ['employee', 'supervisor', 'higher_official'],
    tells: ['employee', 'supervisor'],
  },
  cancelAmendment: {
    from: ['amending', 'returned'],
    to: 'agreed',
    by: ['employee', 'higher_official'],
    needs: ['reason'],
    tells: ['employee', 'supervisor'],
  },
} as const satisfies SharedMoves

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as [MoveName, ...MoveName[]]

export type Asker = { readonly employeeId: string; readonly parts: readonly Part[]; readonly today: string }

export type Ruling =
  | { readonly kind: 'moved'; readonly to: DocumentStatus; readonly part: Part }
  | { readonly kind: 'refused'; readonly why: string }

type Asked = Asker & { readonly move: MoveName; readonly supplied: readonly Need[] }

/** Whether a move happens, and as what the actor makes it. Rights first, then state, then what must come with it. */
export function decide(facts: DocumentFacts, { move, supplied, ...asker }: Asked): Ruling {
  const mine = partsIn(move, asker.parts)
  if (mine.length === 0) return { kind: 'refused', why: 'workflow.not_yours' }
  const needs = facts.hasMeeting ? [...supplied, 'meeting' as const] : supplied
  const open = decideMove(moves, { status: facts.status as StatusOf<typeof moves>, move, parts: mine, supplied: needs })
  if (open.kind === 'refused' && open.why === 'workflow.not_open') return { kind: 'refused', why: open.why }
  if (facts.cycle.status !== 'open') return { kind: 'refused', why: 'performance.cycle_not_open' }
  const verdicts = mine.map((part) => ({ part, why: guards[move]?.(facts, { ...asker, part }) ?? null }))
  const free = verdicts.find((verdict) => verdict.why === null)
  if (!free)
    return { kind: 'refused', why: verdicts.find((verdict) => verdict.why !== null)?.why ?? 'workflow.not_open' }
  if (open.kind === 'refused') return { kind: 'refused', why: open.why }
  return { kind: 'moved', to: open.to as DocumentStatus, part: free.part }
}

export type Ability = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/**
 * What the actor may do now. A move that the document's state rules out is left away; one that something else stands
 * in the way of stays, with the reason, so that the page can show it beside the disabled button.
 */
export function abilities(facts: DocumentFacts, asker: Asker): Partial<Record<MoveName, Ability>> {
  const found = moveNames.flatMap((move): [MoveName, Ability][] => {
    const ruling = decide(facts, { ...asker, move, supplied: ['comment', 'reason'] })
    if (ruling.kind === 'moved') return [[move, { allowed: true }]]
    return silent.has(ruling.why) ? [] : [[move, { allowed: false, why: ruling.why }]]
  })
  return Object.fromEntries(found)
}

const silent = new Set(['workflow.not_yours', 'workflow.not_open', 'performance.cycle_not_open'])

const written: readonly DocumentStatus[] = ['draft', 'returned', 'amending']

/** Whether the actor may change the words and numbers. The supervisor never edits the employee's text (AMB-24). */
export function mayEdit(
  facts: Pick<DocumentFacts, 'status' | 'draftedBy'> & { readonly cycle: Pick<DocumentFacts['cycle'], 'status'> },
  { parts }: Pick<Asker, 'parts'>,
): Ability {
  const writes = facts.draftedBy ? parts.includes('drafter') : parts.includes('employee')
  if (!writes) {
    const drafted = facts.draftedBy !== null && parts.includes('employee')
    return { allowed: false, why: drafted ? 'performance.drafted_by_supervisor' : 'performance.only_employee_edits' }
  }
  if (!written.includes(facts.status)) return { allowed: false, why: 'performance.not_editable' }
  return facts.cycle.status === 'open' ? { allowed: true } : { allowed: false, why: 'performance.cycle_not_open' }
}

function partsIn(move: MoveName, mine: readonly Part[]): Part[] {
  const by: readonly string[] = [moves[move].by].flat()
  return mine.filter((part) => by.includes(part))
}
