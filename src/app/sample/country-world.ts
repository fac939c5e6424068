import { layOut } from '../../features/performance/domain/cycles.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import { nthWorkingDay } from '../../shared/working-days.ts'
import type { Writer } from './row-writer.ts'
import { kinds, type stableIds } from './stable-ids.ts'
import { workOf } from './work-pool.ts'
import { at, type Holiday, type SampleDays } from './working-calendar.ts'

/** What all parts of a country's telling share. */
export type World = {
  readonly seed: string | number
  readonly passwordHash: string
  readonly writer: Writer
  readonly days: SampleDays
  readonly cycles: readonly CountryCycle[]
  readonly holidays: readonly Holiday[]
  /** Since when everything that has always been so has been so. */
  readonly since: Date
  readonly idOf: ReturnType<typeof stableIds>
}

/** One entity by its number, how many work there, and how many do before it. */
export type Own = { readonly entity: number; readonly people: number; readonly firstNumber: number }

/** How many people are told in one go. */
export const slice = 50

export type CountryCycle = {
  readonly year: number
  readonly ordinal: number
  readonly startsOn: string
  readonly endsOn: string
  readonly planDueOn: string
  readonly open: boolean
}

/** When a cycle was opened: on its first day, or the day before where that is the sample's day. */
export function openingOf({ startsOn }: CountryCycle, { date, ago }: SampleDays): Date {
  return at(startsOn < date ? startsOn : ago(1), '08:00')
}

/** The four cycles of the year before, all of them closed, and the running one. */
export function knownCycles({ date, calendar }: SampleDays): CountryCycle[] {
  const year = Number(date.slice(0, 4))
  const running = layOut('quarter', year).filter((cycle) => cycle.startsOn <= date && date <= cycle.endsOn)
  const all = [
    ...layOut('quarter', year - 1).map((cycle) => ({ year: year - 1, open: false, ...cycle })),
    ...running.map((cycle) => ({ year, open: true, ...cycle })),
  ]
  return all.map((cycle) => ({
    ...cycle,
    planDueOn: nthWorkingDay(cycle.startsOn, catalogue.clocks.default.plan, calendar),
  }))
}

const work = Object.values(workOf).flat()
export const planned = work.filter((one) => one.class === 'annual_plan' && one.results.length >= 2)
export const developing = work.filter((one) => one.class === 'development' && one.results.length >= 2)
export const daily = work.filter((one) => one.class === 'routine' && one.results.length >= 2)

export const nodesOfPlan = 12

export function nodeId(idOf: World['idOf'], entity: number, year: number, node: number): string {
  return idOf(kinds.node, entity, (year % 100) * nodesOfPlan + node)
}

export const nodeKind = (node: number) => (node % 3 === 0 ? 'objective' : 'programme')
export const nodeCode = (node: number) => `${node % 3 === 0 ? 'G' : 'P'}-${String(node + 1).padStart(2, '0')}`
export const nodeTitle = (node: number) => {
  const one = planned[node % planned.length]
  return { ar: one?.title ?? '', en: `${node % 3 === 0 ? 'Objective' : 'Programme'} ${node + 1}` }
}
