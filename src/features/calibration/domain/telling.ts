/** Kinds of work item that this feature opens. */
export const itemKinds = {
  judge: 'calibration.judge',
  sitting: 'calibration.sitting',
  sign: 'calibration.sign',
} as const

/** Where notices about the committee's records lead. */
export const links = {
  calibration_case: () => '/committees/calibration',
  calibration_sitting: () => '/committees/calibration',
} as const satisfies Record<string, (id: string) => string>
