import type { Random } from '../../shared/random.ts'

const bytes = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))

/**
 * UUIDv7s that the seed determines. They rise, so that rows written together lie together; the time in them is that
 * of the sample, and moves on by a millisecond every 4096 ids.
 */
export function idsFrom(random: Random, startsAt: Date): () => string {
  let time = ''
  let milliseconds = startsAt.getTime()
  let counter = 4096
  return () => {
    if (counter === 4096) {
      counter = 0
      const hex = milliseconds.toString(16).padStart(12, '0')
      time = `${hex.slice(0, 8)}-${hex.slice(8)}-7`
      milliseconds += 1
    }
    const high = random.bits()
    const low = random.bits()
    const count = counter.toString(16).padStart(3, '0')
    counter += 1
    return `${time}${count}-${byte((high & 0x3f) | 0x80)}${byte(high >>> 8)}-${byte(high >>> 16)}${byte(high >>> 24)}${byte(low)}${byte(low >>> 8)}${byte(low >>> 16)}${byte(low >>> 24)}`
  }
}

function byte(value: number): string {
  return bytes[value & 0xff] ?? ''
}
