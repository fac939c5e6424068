import { randomFrom } from '../../shared/random.ts'

/** What an id may be of. */
const names = [
  'entity',
  'division',
  'period',
  'post',
  'employee',
  'identity',
  'assignment',
  'supervision',
  'headship',
  'cycle',
  'node',
  'planVersion',
  'holiday',
  'grant',
  'document',
  'objective',
  'keyResult',
  'meeting',
  'item',
  'platform',
  'feedback',
] as const

export const kinds = Object.fromEntries(names.map((name, index) => [name, index])) as Readonly<
  Record<(typeof names)[number], number>
>

/**
 * UUIDv7s that follow from what they name: any part of a country can be told anew without keeping the ids of the
 * rest. They rise with the index; kind and entity stand in the bits that version 7 leaves free, so that they never
 * meet. At most 128 entities.
 */
export function stableIds(
  seed: string | number,
  startsAt: Date,
): (kind: number, entity: number, index: number) => string {
  const salt = randomFrom(`${seed}/ids`).bits()
  const start = startsAt.getTime()
  return (kind, entity, index) => {
    const time = (start + index).toString(16).padStart(12, '0')
    const place = (kind << 7) | entity
    const high = mixed(salt ^ Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b))
    const low = mixed(high ^ Math.imul(index + 7, 0xc2b2ae35))
    const variant = (0x8000 | (high & 0x3fff)).toString(16)
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(place, 3)}-${variant}-${hex(high >>> 16, 4)}${hex(low, 8)}`
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

/** The finaliser of MurmurHash3. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
