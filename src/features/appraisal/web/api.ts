import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import type { contract } from '../schema.ts'

export const api = client<typeof contract>()

type Answer<K extends keyof typeof contract> = ClientResponseOf<(typeof contract)[K]>
export type ResultView = Answer<'GET /api/appraisal/results/:employeeId/:year'>
export type Explained = ResultView['explanation']
export type MyYear = Answer<'GET /api/appraisal/mine'>['years'][number]
export type TeamResults = Answer<'GET /api/appraisal/team'>
export type TeamRow = TeamResults['rows'][number]
export type LineResults = Answer<'GET /api/appraisal/line'>
export type LineRow = LineResults['rows'][number]
export type YearOverview = Answer<'GET /api/appraisal/years/:year'>
export type RecordFile = Answer<'GET /api/appraisal/record'>

export const keys = {
  all: ['appraisal'] as const,
  mine: ['appraisal', 'mine'] as const,
  result: (employeeId: string, year: number) => ['appraisal', 'result', employeeId, year] as const,
  team: ['appraisal', 'team'] as const,
  line: ['appraisal', 'line'] as const,
  years: ['appraisal', 'years'] as const,
  record: ['appraisal', 'record'] as const,
}

/** What a decision about results changes beside them: the inbox, the home page, numbers in the menu. */
export const shownElsewhere = [keys.all, ['inbox'], ['home'], ['me']]
