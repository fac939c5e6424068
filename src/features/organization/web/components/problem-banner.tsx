import { type ApiProblem, sentenceFor } from '../../../../ui/api-problem.ts'
import { ErrorSummary } from '../../../../ui/error-summary.tsx'

/** A refusal of the whole page, where no field could show it. */
export function ProblemBanner({ problem }: { readonly problem: ApiProblem }) {
  return <ErrorSummary title={sentenceFor(problem.code, problem.params)} reference={problem.reference} />
}
