import type { Refusal } from '../../shared/refusal.ts'

/** How much work an archive may ask for, and how its reader refuses what is more, locked or broken. */
export type ArchiveRules = {
  readonly limits: {
    readonly entries: number
    /** Bytes that all parts may take up once inflated. */
    readonly inflated: number
    /** How many times its size a part may grow to, when it is larger than `ratioAbove` bytes. */
    readonly ratio: number
    readonly ratioAbove: number
  }
  readonly broken: () => Refusal
  readonly locked: () => Refusal
  readonly bomb: () => Refusal
  readonly tooLarge: () => Refusal
}
