import { decide as decideMove, type Need, type Moves as SharedMoves } from '../../../shared/workflow.ts'
import type { Part, Status } from './nomination.ts'
import type { SeatStanding } from './seats.ts'

/** ST-35. What a row cannot say stands in `guards` below. */
export const moves = {
  begin: { from: ['requested', 'refused'], to: 'draft', by: 'nominator' },
  refuse: { from: ['requested', 'draft'], to: 'refused', by: 'nominator', needs: ['reason'], tells: ['employee'] },
  submit: {
    from: ['draft'],
    to: 'submitted',
    by: 'nominator',
    clock: 'decision',
    waitsFor: 'chair',
    tells: ['employee'],
  },
  takeBack: { from: ['submitted'], to: 'draft', by: 'nominator' },
  verify: {
    from: ['submitted'],
    to: 'verified',
    by: 'chair',
    clock: 'decision',
    waitsFor: 'official',
    tells: ['nominator', 'employee'],
  },
  ratify: {
    from: ['verified'],
    to: 'ratified',
    by: 'official',
    needs: ['reason'],
    tells: ['employee', 'nominator', 'chair'],
  },
  reject: { from: ['verified'], to: 'rejected', by: 'official', needs: ['reason'], tells: ['employee', 'nominator'] },
  passOver: {
    from: ['verified'],
    to: 'not_seated',
    by: 'official',
    needs: ['reason'],
    tells: ['employee', 'nominator'],
  },
} as const satisfies SharedMoves

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as [MoveName, ...MoveName[]]

/** What the guards look at beside the status. */
export type Facts = {
  readonly status: Status
  readonly year: 'open' | 'frozen' | 'signed' | 'approved' | 'confirmed' | 'published'
  /** The rank in force is very good. */
  readonly gate: boolean
  readonly requested: boolean
  /** Conditions claimed with words and evidence, and how many are needed. */
  readonly complete: number
  readonly needed: number
  /** Conditions claimed and not yet looked at by the committee; conditions it found met. */
  readonly unexamined: number
  readonly met: number
  /** Members without a conflict are fewer than the quorum. */
  readonly shortOfQuorum: boolean
  /** In this group somebody has been ratified or passed over already. */
  readonly decisionsBegun: boolean
  readonly seat: SeatStanding
}

type Guard = (facts: Facts) => string | null

const beforeApproval: Guard = ({ year }) =>
  year === 'frozen' || year === 'signed' ? null : year === 'open' ? 'excellence.not_yet' : 'excellence.window_closed'
/** Decided after the committee's signature and before the approvals of the lines (H17). */
const afterSigning: Guard = (facts) =>
  beforeApproval(facts) ?? (facts.year === 'signed' ? null : 'excellence.not_signed')
const throughTheGate: Guard = ({ gate }) => (gate ? null : 'excellence.gate')

const guards: Readonly<Record<MoveName, Guard>> = {
  begin: (facts) => beforeApproval(facts) ?? throughTheGate(facts),
  refuse: (facts) => beforeApproval(facts) ?? (facts.requested ? null : 'excellence.not_requested'),
  submit: (facts) =>
    beforeApproval(facts) ??
    throughTheGate(facts) ??
    (facts.complete < facts.needed ? 'excellence.incomplete' : null) ??
    // Somebody with a higher result would come too late for a seat that is given away already.
    (facts.decisionsBegun ? 'excellence.decisions_begun' : null),
  takeBack: beforeApproval,
  verify: (facts) =>
    beforeApproval(facts) ??
    (facts.shortOfQuorum ? 'excellence.no_quorum' : null) ??
    (facts.unexamined > 0 ? 'excellence.not_examined' : null),
  ratify: (facts) =>
    afterSigning(facts) ??
    throughTheGate(facts) ??
    (facts.met < facts.needed ? 'excellence.too_few_met' : null) ??
    (facts.seat === 'beyond' ? 'excellence.no_seat' : facts.seat === 'waits' ? 'excellence.others_first' : null),
  reject: afterSigning,
  passOver: (facts) => afterSigning(facts) ?? (facts.seat === 'beyond' ? null : 'excellence.seat_not_taken'),
}

type Asked = { readonly parts: readonly Part[]; readonly move: MoveName; readonly supplied: readonly Need[] }
export type Ruling =
  | { readonly kind: 'moved'; readonly to: Status }
  | { readonly kind: 'refused'; readonly why: string }

/** Whether a move happens: rights first, then the state, then what stands in the way, then the words it needs. */
export function decide(facts: Facts, { parts, move, supplied }: Asked): Ruling {
  const decision = decideMove(moves, { status: facts.status, move, parts, supplied })
  if (decision.kind === 'refused' && !decision.why.startsWith('workflow.needs')) return decision
  const why = guards[move](facts) ?? (decision.kind === 'refused' ? decision.why : null)
  return why !== null ? { kind: 'refused', why } : { kind: 'moved', to: moves[move].to }
}

export type Ability = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/** What the actor may do now; what the status rules out is left away, a blocked move stays with its reason. */
export function abilities(facts: Facts, parts: readonly Part[]): Partial<Record<MoveName, Ability>> {
  const found = moveNames.flatMap((move): [MoveName, Ability][] => {
    const ruling = decide(facts, { parts, move, supplied: ['comment', 'reason'] })
    if (ruling.kind === 'moved') return [[move, { allowed: true }]]
    return silent.has(ruling.why) ? [] : [[move, { allowed: false, why: ruling.why }]]
  })
  return Object.fromEntries(found)
}

const silent = new Set([
  'workflow.not_yours',
  'workflow.not_open',
  'excellence.not_requested',
  'excellence.seat_not_taken',
])

/** While the dossier may be written on; afterwards it is what the committee examines. */
export function isWritable({ status, year }: Pick<Facts, 'status' | 'year'>): boolean {
  return status === 'draft' && (year === 'frozen' || year === 'signed')
}
