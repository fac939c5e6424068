/** What a scanner says of a file. */
export type Verdict = { readonly infected: boolean; readonly text: string }

/** Looks for malicious programs; throws `files.scanner_unreachable` when it cannot say anything. */
export type FileScanner = { scan(bytes: Uint8Array): Promise<Verdict> }

let scanner: FileScanner | null = null

/** Set once at the start of the program; without one, files are kept as `unscanned`. */
export function scanWith(chosen: FileScanner | null): void {
  scanner = chosen
}

export function scannerInUse(): FileScanner | null {
  return scanner
}
