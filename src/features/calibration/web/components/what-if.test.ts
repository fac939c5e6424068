import { describe, expect, test } from 'vitest'
import type { Shares } from '../../domain/quotas.ts'
import type { Frozen } from '../api.ts'
import { prepare, sharesWith, tryShare } from './what-if.ts'

const shares: Shares = { weak: 500, average: 1_500, good: 5_000, very_good: 2_000, excellent: 1_000 }

/** A hundred people at 109, 108.9, 108.8 … percent, all within «good» or below; some of them equal. */
function frozen({
  mode = 'raise_only',
  equalAt = [],
}: {
  mode?: 'raise_only' | 'full_curve' | 'advisory'
  equalAt?: number[]
} = {}): Frozen {
  const results = Array.from({ length: 100 }, (_, at) => 109_000_000 - at * 100_000)
  for (const at of equalAt) results[at] = results[at - 1] as number
  return {
    bands: { average: 50_000_000, good: 90_000_000, veryGood: 110_000_000 },
    guardWeak: true,
    tieTolerance: { seats: 1, percent: 10 },
    groups: [
      {
        id: 'all',
        mode,
        hasQuotas: true,
        results,
        rankings: results,
        curve: results.map((_, at) => (at < 30 ? 3 : 2)),
      },
    ],
  }
}

const asked = { shares, rank: 'very_good', groupId: null } as const

describe('trying another share on the frozen numbers', () => {
  test('two more seats in a hundred lift the two next in order, and nobody is lowered', () => {
    expect(tryShare(prepare(frozen()), { ...asked, share: 2_200 })).toEqual({
      before: 20,
      after: 22,
      raised: 2,
      lowered: 0,
      moved: [
        { groupId: 'all', position: 31, move: 'up' },
        { groupId: 'all', position: 32, move: 'up' },
      ],
    })
  })

  test('equals at the new last seat rise together and share one place', () => {
    const trial = tryShare(prepare(frozen({ equalAt: [31] })), { ...asked, share: 2_100 })
    expect(trial).toMatchObject({ raised: 2, moved: [{ position: 31, move: 'up' }] })
  })

  test('a smaller share takes seats away from the last who had them', () => {
    expect(tryShare(prepare(frozen()), { ...asked, share: 1_900 })).toMatchObject({ raised: 0, lowered: 1 })
  })

  test('a group without seats, or a mode without them, has nothing to try', () => {
    expect(prepare(frozen({ mode: 'advisory' }))).toEqual([])
    expect(tryShare([], { ...asked, share: 2_500 })).toMatchObject({ raised: 0, lowered: 0, moved: [] })
  })

  test('another group is left alone', () => {
    expect(tryShare(prepare(frozen()), { ...asked, share: 2_500, groupId: 'other' })).toMatchObject({ raised: 0 })
  })
})

describe('where a share comes from', () => {
  test('what one rank gains, «good» gives', () => {
    expect(sharesWith(shares, 'very_good', 2_600)).toEqual({ ...shares, very_good: 2_600, good: 4_400 })
  })

  test('«good» cannot give more than it has, nor give to itself', () => {
    expect(sharesWith(shares, 'very_good', 7_100)).toBeNull()
    expect(sharesWith(shares, 'good', 6_000)).toBeNull()
  })
})
