import { describe, expect, test } from 'vitest'
import { Refusal } from '../../shared/refusal.ts'
import { nextAttempt, traceOf } from './retry.ts'

const now = new Date('2026-03-01T08:00:00Z')
const wait = (failed: number) => {
  const at = nextAttempt(failed, now)
  return at === 'never' ? at : (at.getTime() - now.getTime()) / 1000
}

describe('a failed delivery', () => {
  test('is tried again at growing distances, an hour at most, and ten times in all', () => {
    expect([1, 2, 3, 4, 5, 6, 9, 10, 11].map(wait)).toEqual([10, 40, 160, 640, 2560, 3600, 3600, 'never', 'never'])
  })

  test('leaves a trace without anybody’s words', () => {
    expect(traceOf(new Error('Salim 99123456 is unknown'))).toBe('Error')
    expect(traceOf(new Refusal({ code: 'sms.rejected', status: 422 }))).toBe('Refusal sms.rejected')
    expect(traceOf(Object.assign(new Error('x'), { name: 'error', code: '23505' }))).toBe('error 23505')
    expect(traceOf('text')).toBe('unknown')
  })
})
