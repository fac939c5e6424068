import { describe, expect, test } from 'vitest'
import { networkOf, secondsToWait, windowsFloor } from './throttle.ts'

const limit = { tries: 3, minutes: 15 }
const now = new Date('2026-01-18T09:00:00Z')

describe('a throttle', () => {
  test.each([1, 2, 3])('lets try %i of 3 through', (tries) => {
    expect(secondsToWait({ tries, windowStart: now }, limit, now)).toBeNull()
  })

  test('asks the fourth to wait until the window ends', () => {
    const windowStart = new Date(now.getTime() - 5 * 60_000)
    expect(secondsToWait({ tries: 4, windowStart }, limit, now)).toBe(600)
  })

  test('never asks to wait for nothing', () => {
    expect(secondsToWait({ tries: 4, windowStart: windowsFloor(limit, now) }, limit, now)).toBe(1)
  })
})

describe('addresses are counted by who holds them', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('%s', (ip, network) => expect(networkOf(ip)).toBe(network))
})
