import type { Band, Rank } from '../../../shared/ranks.ts'
import type { YearStatus } from './workflow.ts'

export type Name = { readonly ar: string; readonly en: string }

export const standings = ['ranked', 'short_service', 'all_excused', 'left', 'undecided', 'out_of_scope'] as const
/** Whether a person has an annual rank, or why not (AMB-16, 19, 20, H9). */
export type Standing = (typeof standings)[number]

export const resultStatuses = [
  'preliminary',
  'calibrated',
  'approved',
  'published',
  'under_grievance',
  'final',
] as const
export type ResultStatus = (typeof resultStatuses)[number]

export type YearState = {
  readonly id: string
  readonly year: number
  readonly status: YearStatus
  readonly version: number
  /** How often the results have been computed; signatures and the curve belong to one freeze. */
  readonly freezes: number
  readonly frozenAt: Date | null
  readonly frozenBy: string | null
  readonly signedAt: Date | null
  readonly approvedAt: Date | null
  readonly confirmedAt: Date | null
  readonly publishedAt: Date | null
  readonly grievancesUntil: Date | null
}

/** A person as frozen for the year. Values in micro-percent, but for cycles: units of 10^-10 percentage points. */
export type FrozenPerson = {
  readonly employeeId: string
  readonly name: Name
  readonly status: ResultStatus
  readonly standing: Standing
  readonly divisionId: string | null
  /** Division ids from the entity's root down to the person's own, as on the last day of the year or of service. */
  readonly divisionPath: readonly string[]
  readonly division: Name | null
  readonly jobFamily: string | null
  readonly level: number | null
  readonly gender: 'female' | 'male'
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  /** Calendar days of leave in the year; missions, training and secondments are work. */
  readonly leaveDays: number
  readonly result: bigint | null
  readonly ranking: bigint | null
  readonly lowestCycle: bigint | null
  readonly lastCycle: bigint | null
  /** Score of the objectives of the annual plan in the counted cycles; only of people who share their ranking value. */
  readonly planScore: bigint | null
  readonly band: Band | null
  readonly groupId: string | null
  readonly position: number | null
  readonly curveRank: Band | null
  readonly viewRank: Rank | null
  readonly finalRank: Rank | null
  readonly version: number
}

export const changeStages = ['supervisor', 'curve', 'committee', 'excellence', 'grievance'] as const
export type ChangeStage = (typeof changeStages)[number]
