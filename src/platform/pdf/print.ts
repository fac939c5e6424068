import type { Language } from '../../shared/locale.ts'

/** What stands around the body of every printed document. */
type Frame = {
  readonly language: Language
  readonly entity: string
  readonly title: string
  readonly subtitle?: string
  /** Printed at the foot of every page. */
  readonly verification?: { readonly label: string; readonly code: string }
  /** A sentence with `{page}` and `{pages}`. */
  readonly pages: string
}

export type Print = {
  /** Typst source that imports `/prelude.typ` and reads `/data.json`: it is code of ours, never input. */
  readonly template: string
  /** Anything that JSON holds; text in it is printed as it is and never read as markup. */
  readonly data: unknown
  readonly frame: Frame
  readonly logo?: { readonly bytes: Uint8Array; readonly type: 'image/png' | 'image/jpeg' }
  readonly now: Date
}
