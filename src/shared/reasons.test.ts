import { expect, test } from 'vitest'
import { isReason, reasons, reasonsFor, reasonUses } from './reasons.ts'

test('every kind of decision has six to eight reasons, and its codes share their first letters', () => {
  for (const use of reasonUses) {
    const found = reasonsFor(use)
    expect(found.length).toBeGreaterThanOrEqual(6)
    expect(found.length).toBeLessThanOrEqual(8)
    expect(new Set(found.map((reason) => reason.code.slice(0, 3))).size).toBe(1)
  }
})

test('a code is used once, in three letters and two digits', () => {
  expect(new Set(reasons.map((reason) => reason.code)).size).toBe(reasons.length)
  for (const { code } of reasons) expect(code).toMatch(/^[A-Z]{3}-[0-9]{2}$/)
})

test('a reason of one kind of decision cannot be given in another', () => {
  expect(isReason('ACT-02', 'actual_correction')).toBe(true)
  expect(isReason('ACT-02', 'committee')).toBe(false)
  expect(isReason('CAL-99', 'committee')).toBe(false)
})
