/** JSON with the keys of every object in one order and no space: the bytes that a fingerprint is taken of. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonicalJson(one)}`).join(',')}}`
}

/** A fingerprint as people read it aloud: the first twenty digits in groups of four. */
export function spoken(fingerprint: string): string {
  return fingerprint
    .slice(0, 20)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
}
