import { stripInvisible } from '../../shared/text.ts'

const longest = 32_767

/** What a spreadsheet would take for a formula or a command, was it typed. */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@|\t\r]/.test(text)
}

/** Text as a cell can hold it: no marks that turn other text round, no characters that files forbid, not too long. */
export function cellText(text: string): string {
  const clean = stripInvisible(text.toWellFormed()).replace(/[\ufffe\uffff]/g, '')
  return clean.length > longest ? `${clean.slice(0, longest - 1).toWellFormed()}…` : clean
}
