const megabyte = 1024 * 1024

/** How much of a file is accepted (decisions H15), and how much work a file may ask for. */
export const limits = {
  megabytes: 32,
  bytes: 32 * megabyte,
  rows: 100_000,
  columns: 200,
  /** The longest text that a cell of Excel can hold. */
  cell: 32_767,
  entries: 2_000,
  /** What all parts may take up once inflated. */
  inflated: 256 * megabyte,
  /** A table of equal rows shrinks to about a fiftieth; a bomb to a thousandth. */
  ratio: 300,
  /** Smaller parts may shrink as they like. */
  ratioAbove: megabyte,
  /** Rows among which the headings are looked for. */
  headingRows: 20,
} as const
