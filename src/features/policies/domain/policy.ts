import type { SignInRole } from '../../../shared/roles.ts'
import type { Shape } from './shape.ts'

/** Subjects, in the order of the page. */
export const policyGroups = [
  'cycle',
  'document',
  'clocks',
  'people',
  'scoring',
  'assessment',
  'evidence',
  'result',
  'curve',
  'committee',
  'fairness',
  'excellence',
  'grievance',
  'calendar',
] as const
export type PolicyGroup = (typeof policyGroups)[number]

/** One value that the guides leave to the entity. */
export type Policy<Value> = {
  readonly group: PolicyGroup
  readonly shape: Shape
  /** Null: nothing holds until somebody has decided. */
  readonly default: Value
  /** False: the default was chosen by us, no official text gives it, and the page says so. */
  readonly official: boolean
  /** Where the default and its reasons are written down; for maintainers, never shown. */
  readonly reference: string
  /** Who may set it; the entity's administrator where nobody is named. */
  readonly setBy?: readonly SignInRole[]
  /** A setting is a proposal that a second person confirms, and stays as it is once a year's results are frozen. */
  readonly decidesGrades?: true
  /** Decided anew for every year: that of the year before does not go on. */
  readonly everyYear?: true
  /** The number and date of the circular behind it must be named. */
  readonly needsSource?: true
  /** What we advise where there is no default. */
  readonly recommended?: Value
}
