/** A row as it stands in the file: `line` as a spreadsheet numbers it, cells by column, with gaps. */
export type RawRow = { readonly line: number; readonly cells: readonly (string | undefined)[] }
