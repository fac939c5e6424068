import { describe, expect, it } from 'vitest'
import { indicators, priorities, programmes, themes } from './structure.ts'

describe('the structure of the Vision', () => {
  it('has four themes, twelve priorities and six national programmes', () => {
    expect([themes.length, priorities.length, programmes.length]).toEqual([4, 12, 6])
  })

  it('gives each code once, and each row a name in both languages', () => {
    for (const list of [themes, priorities, programmes, indicators]) {
      expect(new Set(list.map((one) => one.code)).size).toBe(list.length)
      for (const { name_ar, name_en } of list) {
        expect(name_ar).toMatch(/[\u0621-\u064a]/)
        expect(name_en).toMatch(/^[A-Z]/)
      }
    }
  })

  it('hangs every priority below a theme and every indicator below a priority', () => {
    const themeCodes = themes.map((theme) => theme.code)
    const priorityCodes = priorities.map((priority) => priority.code)
    expect(priorities.every((priority) => themeCodes.includes(priority.theme))).toBe(true)
    expect(indicators.every((one) => priorityCodes.includes(one.priority))).toBe(true)
  })

  it('aims every target the better way', () => {
    for (const { direction, baseline, target_2030, target_2040 } of indicators) {
      const known = [baseline, target_2030, target_2040].filter((value) => value !== null).map(Number)
      const better = known.toSorted((a, b) => (direction === 'higher' ? a - b : b - a))
      expect(known).toEqual(better)
    }
  })
})
