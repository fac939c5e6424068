import { decide as decideMove, type Need, type Moves as SharedMoves, type StatusOf } from '../../../shared/workflow.ts'
import type { AssessmentFacts, ClosingStatus, Part } from './facts.ts'
import { guards } from './guards.ts'

/** ST-33, AMB-26..28, H8, H11. What a row cannot say stands in `guards.ts`. */
export const moves = {
  open: { from: ['agreed'], to: 'assessing', by: 'employee' },
  backToPlan: { from: ['assessing'], to: 'agreed', by: 'employee' },
  recordFor: { from: ['assessing'], to: 'assessing', by: 'supervisor', waitsFor: 'recorder', tells: ['employee'] },
  send: { from: ['assessing'], to: 'reviewing', by: 'employee', waitsFor: 'supervisor' },
  sendFor: { from: ['assessing'], to: 'reviewing', by: 'recorder', waitsFor: 'higher_official', tells: ['employee'] },
  object: {
    from: ['assessing', 'reviewing'],
    to: 'assessing',
    by: 'employee',
    needs: ['reason'],
    waitsFor: 'employee',
    tells: ['recorder', 'higher_official'],
  },
  withdraw: {
    from: ['reviewing'],
    to: 'assessing',
    by: ['employee', 'recorder'],
    waitsFor: 'employee',
    tells: ['supervisor'],
  },
  sendBack: {
    from: ['reviewing'],
    to: 'assessing',
    by: ['supervisor', 'higher_official'],
    needs: ['comment'],
    waitsFor: 'employee',
    tells: ['employee', 'recorder'],
  },
  approve: {
    from: ['reviewing'],
    to: 'closed',
    by: ['supervisor', 'higher_official'],
    needs: ['meeting'],
    tells: ['employee', 'supervisor'],
  },
  reopen: {
    from: ['closed'],
    to: 'reviewing',
    by: 'higher_official',
    needs: ['reason'],
    waitsFor: 'supervisor',
    tells: ['employee', 'supervisor'],
  },
} as const satisfies SharedMoves

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as [MoveName, ...MoveName[]]

export type Asker = { readonly employeeId: string; readonly parts: readonly Part[]; readonly today: string }

export type Ruling =
  | { readonly kind: 'moved'; readonly to: ClosingStatus; readonly part: Part }
  | { readonly kind: 'refused'; readonly why: string }

type Asked = Asker & {
  readonly move: MoveName
  readonly supplied: readonly Need[]
  readonly acceptsRemaining: boolean
}

/** Whether a move happens, and as what the actor makes it. Rights first, then state, then what must come with it. */
export function decide(facts: AssessmentFacts, { move, supplied, ...asker }: Asked): Ruling {
  const mine = partsIn(move, asker.parts)
  if (mine.length === 0) return { kind: 'refused', why: 'workflow.not_yours' }
  const needs = facts.hasMeeting ? [...supplied, 'meeting' as const] : supplied
  const open = decideMove(moves, { status: facts.status as StatusOf<typeof moves>, move, parts: mine, supplied: needs })
  if (open.kind === 'refused' && open.why === 'workflow.not_open') return { kind: 'refused', why: open.why }
  const standing = whyStanding(facts)
  if (standing) return { kind: 'refused', why: standing }
  const verdicts = mine.map((part) => ({ part, why: guards[move]?.(facts, { ...asker, part }) ?? null }))
  const free = verdicts.find((verdict) => verdict.why === null)
  if (!free) return { kind: 'refused', why: verdicts[0]?.why ?? 'workflow.not_open' }
  if (open.kind === 'refused') return { kind: 'refused', why: open.why }
  return { kind: 'moved', to: open.to as ClosingStatus, part: free.part }
}

/** Why nothing changes any more, or null: late is still possible until the year is frozen or the cycle decided (AMB-26, H9). */
export function whyStanding(
  facts: Pick<AssessmentFacts, 'cycleStatus' | 'cycleDecided' | 'yearFrozen'>,
): string | null {
  if (facts.cycleStatus === 'planned') return 'assessment.cycle_not_open'
  if (facts.yearFrozen) return 'assessment.year_frozen'
  return facts.cycleDecided ? 'assessment.cycle_decided' : null
}

export type Ability = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/**
 * What the actor may do now. A move that the document's state rules out is left away; one that something else stands
 * in the way of stays, with the reason, so that the page can show it beside the disabled button.
 */
export function abilities(facts: AssessmentFacts, asker: Asker): Partial<Record<MoveName, Ability>> {
  const found = moveNames.flatMap((move): [MoveName, Ability][] => {
    const ruling = decide(facts, { ...asker, move, supplied: ['comment', 'reason'], acceptsRemaining: true })
    if (ruling.kind === 'moved') return [[move, { allowed: true }]]
    return silent.has(ruling.why) ? [] : [[move, { allowed: false, why: ruling.why }]]
  })
  return Object.fromEntries(found)
}

const silent = new Set(['workflow.not_yours', 'workflow.not_open', 'assessment.cycle_not_open'])

function partsIn(move: MoveName, mine: readonly Part[]): Part[] {
  const by: readonly string[] = [moves[move].by].flat()
  return mine.filter((part) => by.includes(part))
}
