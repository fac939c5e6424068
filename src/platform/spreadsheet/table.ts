import type { Headings } from './headings.ts'

/** `line` is the number that a spreadsheet shows beside the row; cells that are empty are absent. */
export type TableRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

export type Table = {
  /** The name of the sheet; null in a text file. */
  readonly sheet: string | null
  /** The columns that were understood, in the order of the file. */
  readonly columns: readonly { readonly key: string; readonly heading: string }[]
  /** Keys for which the file has no column. */
  readonly missing: readonly string[]
  /** Headings that mean nothing here; their columns are left out. */
  readonly unknown: readonly string[]
  readonly rows: readonly TableRow[]
}

export type ReadTask = {
  readonly bytes: Uint8Array
  readonly filename: string
  readonly headings?: Headings
  readonly sheets?: readonly string[]
}
