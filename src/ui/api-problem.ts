import type { FieldProblem } from '../shared/refusal.ts'
import { type TextKey, type TextParams, textFor, translate } from './i18n.ts'

type Params = Readonly<Record<string, string | number>>

/** A refusal of the server, or no answer at all (`http.offline`), as the interface knows it. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly params: Params
  readonly fields: readonly FieldProblem[]
  readonly reference: string | undefined

  constructor(
    problem: { status: number; code: string; params?: Params; fields?: readonly FieldProblem[]; reference?: string },
    options?: ErrorOptions,
  ) {
    super(problem.code, options)
    this.name = 'ApiProblem'
    this.status = problem.status
    this.code = problem.code
    this.params = problem.params ?? {}
    this.fields = problem.fields ?? []
    this.reference = problem.reference
  }
}

/** The sentence for a code, in the reader's language; an unknown code still gets an honest one. */
export function sentenceFor(code: string, params: TextParams = {}): string {
  return (
    textFor(`errors.${code}`, params) ??
    textFor(`validation.${bare(code)}`, params) ??
    translate('errors.unknown' as TextKey, { code } as never)
  )
}

/** What is wrong with one field, such as «يلزم هذا الحقل». */
export function fieldSentence(problem: FieldProblem): string {
  const params = problem.params ?? {}
  return (
    textFor(`validation.${bare(problem.code)}`, params) ??
    textFor(`errors.${problem.code}`, params) ??
    translate('validation.invalid')
  )
}

function bare(code: string): string {
  return code.replace(/^validation\./, '')
}

/** Turns anything thrown into a problem that can be shown. */
export function toProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown
  return new ApiProblem({ status: 0, code: 'http.internal' }, { cause: thrown })
}
