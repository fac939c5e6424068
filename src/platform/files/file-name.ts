import { stripInvisible } from '../../shared/text.ts'

const longest = 150
/** Names that Windows keeps for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * The name under which a file is kept: the last part of a path, without characters that the eye cannot see, that turn
 * text round or that file systems forbid; at most 150 characters. The extension comes in small letters.
 */
export function cleanFileName(given: string): { readonly name: string; readonly extension: string } {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  const plain = stripInvisible(last)
    .normalize('NFC')
    .replace(/[<>:"|?*\s]+/g, ' ')
    .replace(/[. ]+$/, '')
  const dot = plain.lastIndexOf('.')
  const extension =
    dot === -1
      ? ''
      : plain
          .slice(dot + 1)
          .trim()
          .toLowerCase()
  const stem = (dot === -1 ? plain : plain.slice(0, dot)).replace(/^[. ]+|[. ]+$/g, '')
  const kept = Array.from(reserved.test(stem) ? `_${stem}` : stem || 'file')
    .slice(0, longest)
    .join('')
    .trim()
  return { name: extension ? `${kept}.${extension}` : kept, extension }
}
