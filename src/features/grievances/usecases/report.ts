import { writeXlsx } from '../../../platform/spreadsheet/write-xlsx.ts'
import type { Language } from '../../../shared/locale.ts'
import { refuse } from '../../../shared/refusal.ts'
import { calendarOf } from '../../policies/public.ts'
import { grounds } from '../domain/grievance.ts'
import { published, publishedMedian, smallestCell } from '../domain/statistics.ts'
import { errors } from '../errors.ts'
import { ar } from '../messages.ar.ts'
import { en } from '../messages.en.ts'
import { readsReport } from '../policy.ts'
import type { GrievanceReport } from '../schema.ts'
import { type Counted, countedCases, yearsWithCases } from '../views/statistics.ts'
import type { Reading } from './act.ts'

const outcomeKeys = ['upheld', 'partly', 'rejected', 'inadmissible', 'withdrawn'] as const

/** Counts, outcomes, grounds and durations of a year, without names; cells of fewer than five say nothing (RP-21). */
export async function grievanceReport({
  year,
  actor,
  tx,
}: Reading & { readonly year?: number | undefined }): Promise<GrievanceReport> {
  if (!readsReport(actor)) throw refuse(errors.notYours)
  const years = await yearsWithCases(tx)
  const shown = year ?? years[0] ?? null
  const { timeZone } = await calendarOf(tx)
  const cases = shown === null ? [] : await countedCases(tx, { year: shown, timeZone })
  const one = (count: number) => (count > 0 && count < smallestCell ? null : count)
  const ended = cases.filter((found) => endOf(found) !== null)
  const timed = cases.filter(({ inTime }) => inTime !== null)
  const late = timed.filter(({ inTime }) => !inTime).length
  const evaluated = cases.filter(({ reEvaluated }) => reEvaluated).length
  return {
    years,
    year: shown,
    smallest: smallestCell,
    filed: one(cases.length),
    inHand: one(cases.length - ended.length),
    outcomes: [
      ...published(
        outcomeKeys.map((key) => ({ key, count: ended.filter((found) => endOf(found) === key).length })),
        smallestCell,
      ),
      { key: 're_evaluated', count: one(evaluated) },
    ],
    grounds: published(
      grounds.map((key) => ({ key, count: cases.filter((found) => found.grounds.includes(key)).length })),
      smallestCell,
    ),
    duration: {
      medianDays: publishedMedian(
        cases.flatMap(({ days }) => days ?? []),
        smallestCell,
      ),
      inTime: published(
        [
          { key: 'in_time', count: timed.length - late },
          { key: 'late', count: late },
        ],
        smallestCell,
      ),
    },
    addedSeats: one(cases.filter(({ addedSeat }) => addedSeat).length),
  }
}

function endOf({ status, outcome }: Counted): (typeof outcomeKeys)[number] | null {
  if (outcome !== null) return outcome
  return status === 'inadmissible' || status === 'withdrawn' ? status : null
}

/** The same as a sheet: what is withheld on the page is withheld here. */
export async function exportReport({
  language,
  ...request
}: Reading & { readonly year?: number | undefined; readonly language: Language }) {
  const report = await grievanceReport(request)
  const words = (language === 'ar' ? ar : en).grievances.report
  const shown = (count: number | null) => count ?? words.withheld
  const rows: (string | number)[][] = [
    [words.filed, '', shown(report.filed)],
    [words.inHand, '', shown(report.inHand)],
    ...report.outcomes.map(({ key, count }) => [
      words.outcome,
      words.outcomes[key as keyof typeof words.outcomes],
      shown(count),
    ]),
    ...report.grounds.map(({ key, count }) => [
      words.ground,
      words.grounds[key as keyof typeof words.grounds],
      shown(count),
    ]),
    [words.median, '', shown(report.duration.medianDays)],
    ...report.duration.inTime.map(({ key, count }) => [
      words.time,
      words.times[key as keyof typeof words.times],
      shown(count),
    ]),
    [words.addedSeats, '', shown(report.addedSeats)],
  ]
  const columns = [
    { heading: words.measure, width: 34 },
    { heading: words.part, width: 34 },
    { heading: words.count, width: 14 },
  ]
  const sheet = { name: words.sheet, rightToLeft: language === 'ar', columns, rows }
  const bytes = await writeXlsx({ sheets: [sheet] })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { filename: `grievances-${report.year ?? 'none'}.xlsx`, type, bytes }
}
