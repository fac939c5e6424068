import type { ClockName } from './clocks.ts'

/** What must come with a move: words typed with it, or a recorded meeting (AMB-28). */
export type Need = 'comment' | 'reason' | 'meeting'

/** One row of a feature's table of moves. A part is what the actor is to this record: employee, supervisor... */
export type Move<Status extends string = string, Part extends string = string> = {
  readonly from: readonly Status[]
  readonly to: Status
  readonly by: Part | readonly Part[]
  readonly needs?: readonly Need[]
  /** The clock that starts with the move. */
  readonly clock?: ClockName
  /** Whose decision is awaited afterwards. */
  readonly waitsFor?: Part
  /** Who gets a notice. */
  readonly tells?: readonly Part[]
}

export type Moves = Readonly<Record<string, Move>>
export type MoveName<M extends Moves> = keyof M & string
export type StatusOf<M extends Moves> = M[keyof M]['from'][number] | M[keyof M]['to']

export type WorkflowProblem =
  | 'workflow.not_yours'
  | 'workflow.not_open'
  | 'workflow.needs_comment'
  | 'workflow.needs_reason'
  | 'workflow.needs_meeting'

export type Decision<M extends Moves> =
  | { readonly kind: 'moved'; readonly to: StatusOf<M>; readonly move: M[keyof M] }
  | { readonly kind: 'refused'; readonly why: WorkflowProblem }

type Asked<M extends Moves> = {
  readonly status: StatusOf<M>
  readonly move: MoveName<M>
  readonly parts: readonly string[]
  readonly supplied: readonly Need[]
}

/** Whether a move happens. Authorization comes before state: a stranger does not learn what is open. */
export function decide<M extends Moves>(moves: M, { status, move, parts, supplied }: Asked<M>): Decision<M> {
  const row = moves[move] as M[keyof M]
  const why = !isPartOf(row, parts)
    ? 'workflow.not_yours'
    : !row.from.includes(status)
      ? 'workflow.not_open'
      : missing(row, supplied)
  return why ? { kind: 'refused', why } : { kind: 'moved', to: row.to, move: row }
}

export type Ability = { readonly allowed: true } | { readonly allowed: false; readonly why: WorkflowProblem }
export type Abilities<M extends Moves> = { readonly [Name in MoveName<M>]?: Ability }

type Standing<M extends Moves> = {
  readonly status: StatusOf<M>
  readonly parts: readonly string[]
  /** What is already there. Comments and reasons are typed with the move, so their absence closes no button. */
  readonly supplied?: readonly Need[]
}

/** What the actor may do now, for the moves of the actor's parts only: what the interface shows as buttons. */
export function abilities<M extends Moves>(moves: M, { status, parts, supplied = [] }: Standing<M>): Abilities<M> {
  const mine = Object.keys(moves).filter((name): name is MoveName<M> => isPartOf(moves[name] as Move, parts))
  return Object.fromEntries(
    mine.map((move) => {
      const decision = decide(moves, { status, move, parts, supplied: ['comment', 'reason', ...supplied] })
      return [move, decision.kind === 'moved' ? { allowed: true } : { allowed: false, why: decision.why }]
    }),
  ) as Abilities<M>
}

export function statusesOf<M extends Moves>(moves: M): StatusOf<M>[] {
  return [...new Set(Object.values(moves).flatMap((move) => [...move.from, move.to]))]
}

/** The picture of a table of moves, as Mermaid text for a feature's README. */
export function diagram(moves: Moves): string {
  const rows = Object.entries(moves)
  const arrows = rows.flatMap(([name, move]) =>
    move.from.map((from) => `    ${from} --> ${move.to}: ${name} (${partsOf(move).join(', ')})${needsText(move)}`),
  )
  const statuses = statusesOf(moves)
  const starts = statuses.filter((status) => rows.every(([, move]) => move.to !== status || move.from.includes(status)))
  const ends = statuses.filter((status) => rows.every(([, move]) => !move.from.includes(status)))
  return [
    'stateDiagram-v2',
    ...starts.map((status) => `    [*] --> ${status}`),
    ...arrows,
    ...ends.map((status) => `    ${status} --> [*]`),
    '',
  ].join('\n')
}

function partsOf(move: Move): readonly string[] {
  return typeof move.by === 'string' ? [move.by] : move.by
}

function isPartOf(move: Move, parts: readonly string[]): boolean {
  return partsOf(move).some((part) => parts.includes(part))
}

function missing(move: Move, supplied: readonly Need[]): WorkflowProblem | null {
  const need = move.needs?.find((needed) => !supplied.includes(needed))
  return need ? `workflow.needs_${need}` : null
}

function needsText(move: Move): string {
  return move.needs?.length ? ` with ${move.needs.join(' and ')}` : ''
}
