import { refuse } from '../../shared/refusal.ts'
import { spreadsheetErrors } from './errors.ts'

/** The text of a file in UTF-8, UTF-16 with a byte order mark, or Windows Arabic (1256). */
export function decodeText(bytes: Buffer): string {
  const text = textOf(bytes)
  if (text === null) throw refuse(spreadsheetErrors.notATable)
  return text
}

/** The same, or null for bytes that no text holds: a picture, a program, another kind of document. */
export function textOf(bytes: Buffer): string | null {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1256'
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
