import type { DataType, Targets } from '../../../shared/measure.ts'
import type { CycleKind } from '../../../shared/period.ts'

/** H11. Assessing, reviewing and closed belong to the end of the cycle. */
export const documentStatuses = [
  'draft',
  'submitted',
  'returned',
  'agreed',
  'amending',
  'assessing',
  'reviewing',
  'closed',
] as const
export type DocumentStatus = (typeof documentStatuses)[number]

/** The three classes of the guide (E §5). */
export const objectiveClasses = ['annual_plan', 'development', 'routine'] as const
export type ObjectiveClass = (typeof objectiveClasses)[number]

export type Name = { readonly ar: string; readonly en: string }

/** A node of the annual plan as it was when it was linked or looked at. */
export type LinkedNode = {
  readonly nodeId: string
  readonly code: string
  readonly title: Name
  readonly kind: 'objective' | 'programme' | 'initiative' | 'project'
  /** Preliminary until the plan is approved (AMB-62); missing when the plan in force has dropped it. */
  readonly status: 'approved' | 'preliminary' | 'missing'
}

/** Values travel and are kept in submissions as plain text: '12.5', 'YYYY-MM-DD'; null while not typed. */
export type KeyResult = {
  readonly id: string
  readonly statement: string
  readonly dataType: DataType
  readonly targets: Targets<string | null>
  /** Percent, at most two decimals: '12.5'. */
  readonly weight: string | null
}

export type Objective = {
  readonly id: string
  readonly title: string
  readonly class: ObjectiveClass
  readonly bankObjectiveId: string | null
  readonly links: readonly LinkedNode[]
  readonly keyResults: readonly KeyResult[]
}

/** What an employee and the direct supervisor agree on; the same shape in the database's snapshots and on the wire. */
export type Content = { readonly objectives: readonly Objective[] }

export type Cycle = {
  readonly id: string
  readonly kind: CycleKind
  readonly year: number
  readonly ordinal: number
  readonly startsOn: string
  readonly endsOn: string
  readonly planDueOn: string
  readonly status: 'planned' | 'open' | 'closed'
}

type Range = { readonly min: number; readonly max: number }

/** Soft limits of one document (AMB-06, AMB-65), a policy of the entity; weights in whole percent. */
export type DocumentLimits = {
  readonly objectives: Range
  readonly keyResults: Range
  readonly weight: Range
  readonly routineMax: number
}

/** Beyond these a document is refused outright: nobody works on so many things in one cycle. */
export const hardLimits = { objectives: 30, keyResultsOfObjective: 30, linksOfObjective: 20 } as const
