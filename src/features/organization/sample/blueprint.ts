import type { DivisionKind, Name } from '../domain/vocabulary.ts'
import type { StaffPost } from './staff-posts.ts'

/** A division as the sample builds it: its head, its staff by post, and what lies below. */
export type DivisionBlueprint = {
  readonly code: string
  readonly kind: DivisionKind
  readonly name: Name
  /** Only where the title is not made from the division's name. */
  readonly headTitle?: Name
  readonly staff: readonly StaffPost[]
  readonly below: readonly DivisionBlueprint[]
}

export type EntityBlueprint = {
  readonly code: string
  readonly name: Name
  readonly vision: Name
  readonly mission: Name
  /** Domain of the e-mail addresses: one that can never receive mail. */
  readonly mailDomain: string
  readonly root: DivisionBlueprint
}

type Parts = {
  readonly headTitle?: Name
  readonly staff?: readonly StaffPost[]
  readonly below?: readonly DivisionBlueprint[]
}

/** `names` is Arabic, then English. */
export function division(
  code: string,
  kind: DivisionKind,
  [ar, en]: readonly [ar: string, en: string],
  { headTitle, staff = [], below = [] }: Parts = {},
): DivisionBlueprint {
  return { code, kind, name: { ar, en }, staff, below, ...(headTitle && { headTitle }) }
}

/** The same post for several people. */
export function times(count: number, post: StaffPost): StaffPost[] {
  return Array.from({ length: count }, () => post)
}
