export type Bilingual = { readonly ar: string; readonly en: string }
type CycleKind = 'quarter' | 'third' | 'half' | 'year'

/** Who is signed in, as `GET /api/me` answers: what the frame of every page needs. */
export type Me = {
  readonly person: { readonly name: Bilingual; readonly initials?: string | null }
  readonly entity: {
    readonly id?: string
    readonly name: Bilingual
    readonly vision: Bilingual | null
    readonly mission: Bilingual | null
    readonly logoUrl: string | null
  } | null
  /** Every entity that the person may work in. */
  readonly entities?: readonly { readonly id: string; readonly name: Bilingual }[]
  readonly roles: readonly string[]
  /** What the person may open: the keys that pages name in `menu.can`. */
  readonly can: Readonly<Record<string, boolean>>
  /** Numbers beside menu items, such as `inbox` or `team.pending`. */
  readonly counts: Readonly<Record<string, number>>
  readonly cycle: {
    readonly kind: CycleKind
    readonly year: number
    readonly ordinal: number
    /** What is going on, the end of the message key `shell.phase.*`, such as `writing`. */
    readonly phase: string
    readonly day: number
    readonly of: number
  } | null
  readonly language: 'ar' | 'en'
  readonly digits: 'latn' | 'arab'
  readonly theme: 'light' | 'dark' | 'system'
  /** True in a trial copy with invented people. */
  readonly trialBanner: boolean
  /** The clock of the entity, such as `Asia/Muscat`. */
  readonly timeZone?: string
}
