import { type Refusal, refuse } from '../../../shared/refusal.ts'
import type { PeriodProblem } from '../domain/periods.ts'
import { errors } from '../errors.ts'

/** What the domain says of periods, as a refusal beside the field. */
export function refusalOfPeriod(problem: PeriodProblem): Refusal {
  switch (problem) {
    case 'organization.period_not_found':
      return refuse(errors.periodNotFound)
    case 'organization.periods_overlap':
      return refuse(errors.periodsOverlap, { fields: [{ path: 'from', code: problem }] })
    case 'organization.period_ends_before_start':
      return refuse(errors.periodEndsBeforeStart, { fields: [{ path: 'to', code: problem }] })
  }
}
