import { parseWeight, weightText } from '../../../../shared/decimal.ts'
import type { Shape } from '../../domain/shape.ts'

/** A value while it is typed: as it will be sent, but whole numbers are the text of their field. */
export type Draft = unknown

type Parts = Readonly<Record<string, unknown>>

export function draftOf(shape: Shape, value: unknown): Draft {
  switch (shape.kind) {
    case 'whole':
      return value === null || value === undefined ? '' : String(value)
    case 'choice':
      return value ?? ''
    case 'shares':
      return Object.fromEntries(
        shape.parts.map((part) => [part, value ? weightText(Number((value as Parts)[part])) : '']),
      )
    case 'ladder':
      return (value as Parts[]).map((rung) => ({ ...rung, afterWorkingDays: String(rung.afterWorkingDays) }))
    case 'record':
      return Object.fromEntries(
        Object.entries(shape.fields).map(([name, part]) => [name, draftOf(part, (value as Parts)[name])]),
      )
    default:
      return value
  }
}

/** What is sent. A field that holds no number is sent as null, and the server names it. */
export function valueOfDraft(shape: Shape, draft: Draft): unknown {
  switch (shape.kind) {
    case 'whole':
      return wholeOf(draft)
    case 'choice':
      return draft || null
    case 'shares':
      return Object.fromEntries(shape.parts.map((part) => [part, basisPointsOf(String((draft as Parts)[part]))]))
    case 'ladder':
      return (draft as Parts[]).map((rung) => ({ ...rung, afterWorkingDays: wholeOf(rung.afterWorkingDays) }))
    case 'record':
      return Object.fromEntries(
        Object.entries(shape.fields).map(([name, part]) => [name, valueOfDraft(part, (draft as Parts)[name])]),
      )
    default:
      return draft
  }
}

function wholeOf(text: unknown): number | null {
  return typeof text === 'string' && /^-?\d{1,9}(\.\d+)?$/.test(text) ? Number(text) : null
}

/** A share as it is typed, in percent; null while it is no number of at most two decimals. */
export function basisPointsOf(text: string): number | null {
  const read = parseWeight(text)
  return read.ok ? read.value : null
}
