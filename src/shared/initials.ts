import { stripInvisible } from './text.ts'

const connecting = new Set(['بن', 'ابن', 'بنت', 'ابنة', 'آل', 'bin', 'bint', 'ibn', 'al', 'el'])
const diacritics = /[\u0610-\u061a\u064b-\u065f\u0670\u0640]/g
const article = /^(?:ال(?=..)|(?:al|el)[-\u2010\u2011'’])/iu

/** Initials of a person for the round picture: «س ح» for سالم بن ناصر الحراصي, 'SH' for Salim Al Harrasi. */
export function initials(name: string): string {
  const words = stripInvisible(name)
    .replace(diacritics, '')
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !connecting.has(word.toLowerCase()))
  const chosen = words.length > 1 ? [words.at(0), words.at(-1)] : words
  const letters = chosen.flatMap((word) => Array.from(word?.replace(article, '') ?? '').slice(0, 1))
  // A lone heh takes its initial form, otherwise it reads as the digit five.
  return /\p{Script=Arabic}/u.test(letters.join(''))
    ? letters.map((letter) => (letter === 'ه' ? 'هـ' : letter)).join(' ')
    : letters.join('').toUpperCase()
}
