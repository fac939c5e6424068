/** Numbers may come as decimal text, dates as YYYY-MM-DD; whatever does not fit its column's type is written as text. */
export type Cell = string | number | null

export type Column = {
  readonly heading: string
  readonly type?: 'text' | 'number' | 'date'
  /** In characters; by default as wide as the heading and the first rows ask for. */
  readonly width?: number
}

export type SheetToWrite = {
  readonly name: string
  readonly rightToLeft: boolean
  readonly columns: readonly Column[]
  /** Read one by one while the file is written: may be a generator. */
  readonly rows: Iterable<readonly Cell[]>
}

export type SheetHead = Omit<SheetToWrite, 'rows' | 'columns'> & {
  readonly columns: readonly (Column & { readonly width: number })[]
}
