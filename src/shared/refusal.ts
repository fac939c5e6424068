/** A reason to refuse: the code is also the key of the sentence that the reader sees. */
export type Problem = { readonly code: string; readonly status: number }

/** What is wrong with one place of the input. `path` names it, such as `keyResults/2/weight`. */
export type FieldProblem = {
  readonly path: string
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
}

type Details = {
  readonly params?: Readonly<Record<string, string | number>>
  readonly fields?: readonly FieldProblem[]
}

/** A refusal on its way to the edge, where it becomes `application/problem+json`. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, string | number>> | undefined
  readonly fields: readonly FieldProblem[] | undefined

  constructor(problem: Problem, details: Details = {}) {
    super(problem.code)
    this.name = 'Refusal'
    this.code = problem.code
    this.status = problem.status
    this.params = details.params
    this.fields = details.fields
  }
}

/** Builds the refusal; the caller throws it: `throw refuse(errors.stale, { params })`. */
export function refuse(problem: Problem, details?: Details): Refusal {
  return new Refusal(problem, details)
}
