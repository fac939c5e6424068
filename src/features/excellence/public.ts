export { constraints as excellenceConstraints } from './errors.ts'
export { excellenceMe } from './usecases/me.ts'
export { workItemKinds as excellenceWorkItemKinds } from './usecases/work-items.ts'
export { reopenAfterSigning as excellenceYearMoved } from './usecases/year.ts'
export { undecidedCount as undecidedExcellence } from './views/results.ts'

/** Where a notice about a nomination leads: each reader has another page for it. */
export const excellenceLinks = {
  excellence_own: () => '/my/excellence',
  excellence_dossier: (id: string) => `/team/excellence/${id}`,
  excellence_case: (id: string) => `/committees/excellence/${id}`,
} as const satisfies Record<string, (id: string) => string>
