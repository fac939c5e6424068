import { describe, expect, it } from 'vitest'
import { entityCalendar } from './entity-calendar.ts'

const calendar = entityCalendar({
  timeZone: 'Asia/Muscat',
  weekend: [5, 6],
  holidays: ['2026-01-11'],
})

describe('the calendar of an entity', () => {
  it('is a day ahead of Greenwich after eight in the evening there', () => {
    expect(calendar.today(new Date('2026-01-18T20:00:00Z'))).toBe('2026-01-19')
    expect(calendar.today(new Date('2026-01-18T19:59:00Z'))).toBe('2026-01-18')
  })

  it('counts neither weekends nor holidays', () => {
    expect(calendar.isWorkingDay('2026-01-11')).toBe(false)
    expect(calendar.addWorkingDays('2026-01-08', 1)).toBe('2026-01-12')
    expect(calendar.workingDaysBetween('2026-01-08', '2026-01-12')).toBe(1)
  })
})
