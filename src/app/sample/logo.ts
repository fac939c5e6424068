import { crc32, deflateSync } from 'node:zlib'

/** Whether a point of the unit square, from the top, belongs to the mark. */
export type Mark = (x: number, y: number) => boolean

const size = 128
const samples = 4
const ground = [15, 92, 87] as const
const ink = [255, 255, 255] as const

/** Peaks over water: for the authority. */
export const peaks: Mark = (x, y) => {
  const mountain =
    y < 0.66 && (y > 0.66 - (0.4 - Math.abs(x - 0.42)) * 1.15 || y > 0.66 - (0.28 - Math.abs(x - 0.66)) * 1.1)
  const inside = x > 0.16 && x < 0.84
  const wave = Math.abs(y - (0.76 + Math.sin(x * 18) * 0.02)) < 0.025
  return inside && ((mountain && y > 0.24) || wave)
}

/** Three rising columns on one ground: for the ministry. */
export const columns: Mark = (x, y) => {
  const column = (from: number, top: number) => x > from && x < from + 0.14 && y > top && y < 0.7
  return column(0.21, 0.5) || column(0.43, 0.37) || column(0.65, 0.24) || (x > 0.18 && x < 0.82 && y > 0.74 && y < 0.79)
}

/** A small PNG with a white mark on a teal tile with round corners. Invented: no real entity has it. */
export function drawLogo(mark: Mark): Buffer {
  return encodePng({ width: size, height: size }, (column, row) => pixel(mark, column, row))
}

/** A PNG of eight bits a channel, colour with transparency. */
export function encodePng(
  { width, height }: { readonly width: number; readonly height: number },
  colourAt: (column: number, row: number) => readonly number[],
): Buffer {
  const lines: Buffer[] = []
  for (let row = 0; row < height; row += 1) {
    const line = Buffer.alloc(1 + width * 4)
    for (let column = 0; column < width; column += 1) line.set(colourAt(column, row), 1 + column * 4)
    lines.push(line)
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 6, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function pixel(mark: Mark, column: number, row: number): number[] {
  let tile = 0
  let drawn = 0
  for (let step = 0; step < samples * samples; step += 1) {
    const x = (column + ((step % samples) + 0.5) / samples) / size
    const y = (row + (Math.floor(step / samples) + 0.5) / samples) / size
    if (!onTile(x, y)) continue
    tile += 1
    if (mark(x, y)) drawn += 1
  }
  const share = tile === 0 ? 0 : drawn / tile
  const channel = (index: 0 | 1 | 2) => Math.round(ground[index] + (ink[index] - ground[index]) * share)
  return [channel(0), channel(1), channel(2), Math.round((255 * tile) / (samples * samples))]
}

function onTile(x: number, y: number): boolean {
  const radius = 0.18
  const away = (value: number) => Math.max(0, radius - value, value - (1 - radius))
  return Math.hypot(away(x), away(y)) <= radius
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
