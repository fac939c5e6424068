export { constraints as assessmentConstraints } from './errors.ts'
export { connectAssessment } from './usecases/connections.ts'
export { assessmentHome } from './usecases/home.ts'
export { assessmentMe } from './usecases/me.ts'
export { organizationEvents as assessmentOrganizationEvents } from './usecases/segments.ts'
export { workItemKinds as assessmentWorkItemKinds } from './usecases/work-items.ts'

/** Where a notice about an assessment leads. */
export const assessmentLinks = {
  assessment: (id: string) => `/assessments/${id}`,
  my_assessment: () => '/my/assessment',
  my_feedback: () => '/my/feedback',
  cycle_result: () => '/team/assessments',
}
