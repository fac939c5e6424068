import { decide as decideMove, type Need, type Moves as SharedMoves } from '../../../shared/workflow.ts'
import { type Part, type Status, smallestPanel } from './grievance.ts'

/** ST-36. What a row cannot say stands in `guards` below. */
export const moves = {
  file: { from: ['draft'], to: 'filed', by: 'employee', waitsFor: 'chair', tells: ['employee', 'chair', 'secretary'] },
  acknowledge: {
    from: ['filed'],
    to: 'acknowledged',
    by: ['chair', 'secretary'],
    waitsFor: 'chair',
    tells: ['employee'],
  },
  admit: {
    from: ['filed', 'acknowledged'],
    to: 'admitted',
    by: 'chair',
    needs: ['reason'],
    waitsFor: 'chair',
    tells: ['employee'],
  },
  dismiss: { from: ['filed', 'acknowledged'], to: 'inadmissible', by: 'chair', needs: ['reason'], tells: ['employee'] },
  seat: {
    from: ['admitted', 'under_review'],
    to: 'under_review',
    by: ['chair', 'head'],
    waitsFor: 'panelist',
    tells: ['employee', 'panelist'],
  },
  askEvaluation: {
    from: ['under_review'],
    to: 're_evaluating',
    by: 'panel_chair',
    needs: ['reason'],
    waitsFor: 'evaluator',
    tells: ['employee', 'evaluator'],
  },
  evaluate: {
    from: ['re_evaluating'],
    to: 'under_review',
    by: 'evaluator',
    needs: ['reason'],
    waitsFor: 'panel_chair',
    tells: ['panel_chair'],
  },
  decide: {
    from: ['under_review'],
    to: 'decided',
    by: 'panel_chair',
    needs: ['reason'],
    waitsFor: 'employee',
    tells: ['employee'],
  },
  rule: {
    from: ['filed', 'acknowledged', 'admitted', 'under_review', 're_evaluating'],
    to: 'decided',
    by: 'head',
    needs: ['reason'],
    waitsFor: 'employee',
    tells: ['employee', 'chair'],
  },
  receive: { from: ['decided'], to: 'notified', by: 'employee' },
  withdraw: {
    from: ['filed', 'acknowledged', 'admitted', 'under_review', 're_evaluating'],
    to: 'withdrawn',
    by: 'employee',
    tells: ['chair', 'panelist', 'evaluator'],
  },
} as const satisfies SharedMoves

export type MoveName = keyof typeof moves
export const moveNames = Object.keys(moves) as [MoveName, ...MoveName[]]

/** What the guards look at beside the status. */
export type Facts = {
  readonly status: Status
  /** The last instant at which a filing is in time. */
  readonly filesUntil: Date | null
  readonly hasGrounds: boolean
  /** A deadline passed in silence, so the head may act. */
  readonly raised: boolean
  /** Members of the panel who are still fit to judge. */
  readonly panel: number
  readonly hearings: number
}
type Asked = {
  readonly parts: readonly Part[]
  readonly now: Date
  readonly move: MoveName
  readonly supplied: readonly Need[]
}

export type Ruling =
  | { readonly kind: 'moved'; readonly to: Status }
  | { readonly kind: 'refused'; readonly why: string }

type Guard = (facts: Facts, now: Date) => string | null

const panelFit: Guard = ({ panel }) => (panel < smallestPanel ? 'grievances.panel_too_small' : null)

const guards: Partial<Record<MoveName, Guard>> = {
  // The last instant is in time; what comes after it is not (AMB-31).
  file: ({ filesUntil, hasGrounds }, now) => {
    if (filesUntil === null || now > filesUntil) return 'grievances.window_closed'
    return hasGrounds ? null : 'grievances.no_grounds'
  },
  askEvaluation: panelFit,
  decide: (facts, now) => panelFit(facts, now) ?? (facts.hearings === 0 ? 'grievances.not_heard' : null),
  rule: ({ raised }) => (raised ? null : 'grievances.not_raised'),
}

/** Whether a move happens: rights first, then the state, then what stands in the way. */
export function decide(facts: Facts, { parts, now, move, supplied }: Asked): Ruling {
  const decision = decideMove(moves, { status: facts.status, move, parts, supplied })
  if (decision.kind === 'refused' && !decision.why.startsWith('workflow.needs')) return decision
  const why = guards[move]?.(facts, now) ?? (decision.kind === 'refused' ? decision.why : null)
  return why !== null ? { kind: 'refused', why } : { kind: 'moved', to: moves[move].to }
}

export type Ability = { readonly allowed: true } | { readonly allowed: false; readonly why: string }

/** What the actor may do now; a move that the status rules out is left away, a blocked one stays with its reason. */
export function abilities(facts: Facts, asker: Pick<Asked, 'parts' | 'now'>): Partial<Record<MoveName, Ability>> {
  const found = moveNames.flatMap((move): [MoveName, Ability][] => {
    const ruling = decide(facts, { ...asker, move, supplied: ['comment', 'reason'] })
    if (ruling.kind === 'moved') return [[move, { allowed: true }]]
    return silent.has(ruling.why) ? [] : [[move, { allowed: false, why: ruling.why }]]
  })
  return Object.fromEntries(found)
}

const silent = new Set(['workflow.not_yours', 'workflow.not_open', 'grievances.not_raised'])
