/** Kinds of work item that this feature opens. */
export const itemKinds = {
  view: 'appraisal.view',
  approve: 'appraisal.approve_line',
  confirm: 'appraisal.confirm',
  publish: 'appraisal.publish',
} as const

/** Where items and notices of this feature lead. */
export const links = {
  /** The notice of a published result: its reader has one list of years. */
  appraisal_result: () => '/my/results',
  appraisal_year: () => '/administration/years',
  appraisal_line: () => '/team/results',
} as const satisfies Record<string, (id: string) => string>
