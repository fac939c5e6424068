import type { Tx } from '../../../platform/db/database.ts'
import { addDays } from '../../../shared/dates.ts'
import { calendarOf, type EntityCalendar } from '../../policies/public.ts'
import { type SegmentSpan, severalSegments } from '../views/segments.ts'

type Days = Readonly<Record<string, number>>

/**
 * For people with several documents in one cycle: the working days of each, leave taken off, by the document's id. They
 * weigh the mean (AMB-17, H1); few people are concerned, and the closing of cycles counts the same days.
 */
export async function segmentDaysOf(
  tx: Tx,
  { year, employeeIds = null }: { readonly year: number; readonly employeeIds?: readonly string[] | null },
): Promise<ReadonlyMap<string, Days>> {
  const spans = await severalSegments(tx, { year, employeeIds })
  const days = new Map<string, Record<string, number>>()
  if (spans.length === 0) return days
  const calendar = await calendarOf(tx)
  for (const span of spans) {
    const own = days.get(span.employeeId) ?? {}
    own[span.documentId] = workedDays(span, calendar)
    days.set(span.employeeId, own)
  }
  return days
}

function workedDays({ startsOn, endsOn, leaves }: SegmentSpan, calendar: EntityCalendar): number {
  let days = 0
  for (let day = startsOn; day <= endsOn; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day) && !leaves.some((one) => one.startsOn <= day && day <= one.endsOn)) days += 1
  }
  return days
}
