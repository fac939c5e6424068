// Control characters except tab and line ends, soft hyphen, zero-width characters, bidi marks and isolates, BOM.
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** Removes what the eye cannot see: bidi controls, zero width, BOM, control characters (tab and line ends stay). */
export function stripInvisible(text: string): string {
  return text.replace(invisible, '')
}

/** Whether the text holds a character that the eye cannot see, as pasted and exported text often does. */
export function hasInvisible(text: string): boolean {
  return text.search(invisible) !== -1
}

const isolateMarks = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const

/** Wraps text so that its direction cannot disturb the sentence around it. For display only; never stored. */
export function isolate(text: string, direction: keyof typeof isolateMarks = 'auto'): string {
  return `${isolateMarks[direction]}${text}\u2069`
}

/**
 * The tables of the search form, the same as in the SQL function `itqan_normalize(text)`, to which a test holds them:
 * the code points that are removed, then the characters that become those at the same place.
 */
export const searchForm = {
  removed: '0640 064B-065F 0670 200B-200F 202A-202E 2066-2069 FEFF',
  from: 'أإآٱىةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹',
  to: 'اااايهوي01234567890123456789',
} as const

const removed = new RegExp(`[${searchForm.removed.replaceAll(' ', '').replace(/[0-9A-F]{4}/g, '\\u$&')}]`, 'g')
const folded = new Map(Array.from(searchForm.from, (character, index) => [character, searchForm.to[index] ?? '']))

/**
 * The form under which text is searched: hamza forms, ta marbuta, alef maqsura, tashkeel, tatweel, digit shape and
 * ASCII case make no difference (AMB-68). Equal to `itqan_normalize(text)` in the database, character by character.
 */
export function normalizeArabic(text: string): string {
  const plain = text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(removed, '')
  return Array.from(plain, (character) => folded.get(character) ?? character).join('')
}
