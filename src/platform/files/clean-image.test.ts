import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { cleanImage, imageLimits } from './clean-image.ts'
import { jpegFile as jpeg } from './test-support/sample-files.ts'

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
type Png = { width?: number; height?: number; colour?: number; interlaced?: number; pixels?: Buffer; extra?: Buffer[] }
const png = ({ width = 3, height = 2, colour = 2, interlaced = 0, pixels, extra = [] }: Png = {}) => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colour, 0, 0, interlaced], 8)
  const data = pixels ?? Buffer.alloc(height * (1 + width * 3), 7)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...extra,
    chunk('IDAT', deflateSync(data)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
const segment = (marker: number, content: string) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, Buffer.from(content, 'latin1')])
}
const refusal = (bytes: Uint8Array) => {
  try {
    cleanImage(bytes)
    return 'taken'
  } catch (error) {
    return (error as { code: string }).code
  }
}

describe('a picture is taken', () => {
  test('as PNG or JPEG by its content, with its size', () => {
    expect(cleanImage(png())).toMatchObject({ type: 'image/png', width: 3, height: 2 })
    expect(cleanImage(jpeg)).toMatchObject({ type: 'image/jpeg', width: 1, height: 1 })
  })

  test('without anything that is not picture: words, places, a second file at its end', () => {
    const words = chunk('tEXt', Buffer.from('Author\0<script>alert(1)</script>'))
    const cleanPng = cleanImage(Buffer.concat([png({ extra: [words] }), Buffer.from('PK<script>')]))
    expect(cleanPng.bytes.equals(cleanImage(png()).bytes)).toBe(true)
    const noted = Buffer.concat([
      jpeg.subarray(0, 20),
      segment(0xe1, 'Exif\0\0 here'),
      segment(0xfe, '<script>'),
      jpeg.subarray(20),
      Buffer.from('<?php'),
    ])
    expect(cleanImage(noted).bytes.equals(jpeg)).toBe(true)
  })

  test('once cleaned, the same when it is cleaned again', () => {
    for (const source of [png(), jpeg]) {
      const once = cleanImage(source)
      expect(cleanImage(once.bytes)).toEqual(once)
    }
  })

  test('interlaced too', () => {
    // Of 3 x 2 pixels, the passes hold 1, 1, 1 and 3; each line of a pass begins with its filter.
    const pixels = Buffer.alloc(4 + 4 + 4 + 10)
    expect(cleanImage(png({ interlaced: 1, pixels }))).toMatchObject({ width: 3 })
    expect(refusal(png({ interlaced: 1 }))).toBe('files.not_an_image')
  })
})

describe('a picture is refused', () => {
  test('above 512 KB', () => {
    expect(refusal(Buffer.alloc(imageLimits.bytes + 1))).toBe('files.too_large')
  })

  test('above 2048 pixels a side, before its pixels are looked at', () => {
    expect(refusal(png({ width: 2049 }))).toBe('files.image_too_big')
    expect(refusal(png({ height: 0xffffffff, pixels: Buffer.alloc(1) }))).toBe('files.image_too_big')
    const wide = Buffer.from(jpeg)
    const frame = wide.indexOf(Buffer.from([0xff, 0xc0]))
    wide.writeUInt16BE(5000, frame + 7)
    expect(refusal(wide)).toBe('files.image_too_big')
  })

  test('when it is something else: SVG, GIF, a page, nothing', () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'GIF89a', '<html>', '', '\x89PNG', '\xff\xd8']) {
      expect(refusal(Buffer.from(text, 'latin1'))).toBe('files.not_an_image')
    }
  })

  test('when its pixels are more or fewer than it says', () => {
    expect(refusal(png({ pixels: Buffer.alloc(5) }))).toBe('files.not_an_image')
    expect(refusal(png({ pixels: Buffer.alloc(40_000_000) }))).toBe('files.not_an_image')
    expect(refusal(png({ width: 0 }))).toBe('files.not_an_image')
    expect(refusal(png({ colour: 3 }))).toBe('files.not_an_image')
    expect(refusal(png({ colour: 9 }))).toBe('files.not_an_image')
  })

  test('when it is cut off or damaged anywhere', () => {
    for (const source of [png(), jpeg]) {
      for (let at = 1; at < source.length; at += 1) expect(refusal(source.subarray(0, at))).toBe('files.not_an_image')
    }
    const damaged = png()
    damaged[40] = (damaged[40] ?? 0) ^ 1
    expect(refusal(damaged)).toBe('files.not_an_image')
  })
})
