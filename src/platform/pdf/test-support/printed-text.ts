import { inflateSync } from 'node:zlib'

/**
 * The text of a PDF as a viewer's search finds it: glyphs of each line, mapped to Unicode by the font's own map.
 * Lines with Arabic are turned round, since glyphs are stored in the order in which they are drawn.
 */
export function printedText(pdf: Uint8Array): string {
  const objects = objectsOf(Buffer.from(pdf).toString('latin1'))
  const fonts = new Map<string, Map<number, string>>()
  for (const object of objects.values()) {
    for (const [, name, reference] of object.dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = objects.get(
        Number(/\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(reference))?.dictionary ?? '')?.[1]),
      )
      if (name && map) fonts.set(name, unicodeMap(map.stream))
    }
  }
  return [...objects.values()].flatMap((object) => linesOf(object.stream, fonts)).join('\n')
}

type PdfObject = { dictionary: string; stream: string }

function objectsOf(source: string): Map<number, PdfObject> {
  const found = new Map<number, PdfObject>()
  for (const [, number, body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n')
    const dictionary = at === -1 ? body : body.slice(0, at)
    const raw = at === -1 ? '' : body.slice(at + 7, body.lastIndexOf('\nendstream'))
    const packed = dictionary.includes('/FlateDecode') && !dictionary.includes('/FontFile')
    found.set(Number(number), { dictionary, stream: packed ? unpacked(raw) : raw })
  }
  return found
}

function unpacked(raw: string): string {
  try {
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1')
  } catch {
    return ''
  }
}

function unicodeMap(source: string): Map<number, string> {
  const entries = source.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm)
  return new Map(
    [...entries].map(([, glyph = '', text = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  )
}

function linesOf(content: string, fonts: Map<string, Map<number, string>>): string[] {
  const lines: string[] = []
  let map: Map<number, string> | undefined
  for (const [, font, shown] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]])*)\] TJ/g)) {
    if (font) map = fonts.get(font)
    else if (map && shown) lines.push(inReadingOrder(glyphsOf(shown).map((glyph) => map?.get(glyph) ?? '�')))
  }
  return lines
}

function glyphsOf(shown: string): number[] {
  const glyphs: number[] = []
  for (const [, literal = ''] of shown.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)) {
    const bytes = literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) => unescaped(escaped))
    for (let at = 0; at + 1 < bytes.length; at += 2) glyphs.push(bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1))
  }
  return glyphs
}

const controls: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(escaped: string): string {
  return /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (controls[escaped] ?? escaped)
}

function inReadingOrder(glyphs: string[]): string {
  return glyphs.some((text) => /\p{Script=Arabic}/u.test(text)) ? glyphs.toReversed().join('') : glyphs.join('')
}
