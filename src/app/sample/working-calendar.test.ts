import { expect, test } from 'vitest'
import { isWorkingDay, workingDaysBetween } from '../../shared/working-days.ts'
import { at, holidaysOf, sampleDays, workingCalendar } from './working-calendar.ts'

test('the holidays of a year are those of Oman, none of them on a day of another', () => {
  expect(holidaysOf(2026).map((holiday) => [holiday.startsOn, holiday.nameEn])).toEqual([
    ['2026-01-11', 'Accession Day'],
    ['2026-01-16', "Isra and Mi'raj"],
    ['2026-03-19', 'Eid al-Fitr'],
    ['2026-05-26', 'Eid al-Adha'],
    ['2026-06-16', 'Hijri New Year'],
    ['2026-08-25', "Prophet's Birthday"],
    ['2026-11-20', 'National Day'],
  ])
  for (let year = 2015; year < 2060; year += 1) {
    const { holidays } = workingCalendar(`${year}-06-01`)
    for (const [index, holiday] of holidays.entries()) {
      expect(holiday.startsOn > (holidays[index - 1]?.endsOn ?? '')).toBe(true)
    }
  }
})

test.each(['2026-11-21', '2026-11-22', '2026-03-21', '2026-01-01', '2027-02-28'])(
  'seen from %s, what is due today and what is late are working days',
  (date) => {
    const { calendar } = workingCalendar(date)
    const days = sampleDays(date, calendar)
    expect(days.late(0) >= date).toBe(true)
    for (const count of [0, 1, 8]) expect(isWorkingDay(days.late(count), calendar)).toBe(true)
    for (const count of [1, 8]) expect(workingDaysBetween(days.late(count), date, calendar)).toBe(count)
    for (const count of [1, 5]) expect(days.ago(count) < date && days.ahead(count) > date).toBe(true)
  },
)

test('a time is that on the clock of Oman', () => {
  expect(at('2026-01-18', '09:12').toISOString()).toBe('2026-01-18T05:12:00.000Z')
})
