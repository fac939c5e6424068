import { useSyncExternalStore } from 'react'
import type { Digits, Language } from '../shared/locale.ts'

type Theme = 'light' | 'dark' | 'system'
export type Preferences = {
  readonly language: Language
  readonly digits: Digits
  readonly theme: Theme
  readonly menuFolded: boolean
  /** The clock of the entity, for times of the day. */
  readonly timeZone: string
}

const storageKey = 'itqan.preferences'
const initial: Preferences = {
  language: 'ar',
  digits: 'latn',
  theme: 'system',
  menuFolded: false,
  timeZone: 'Asia/Muscat',
}
const listeners = new Set<() => void>()
let current: Preferences = { ...initial, ...stored() }
let beforeLanguage: (language: Language) => Promise<void> = async () => {}
/** Chosen before anybody signed in, to be kept in the profile of whoever does. */
let early: Partial<Preferences> = {}
let afterChange = (patch: Partial<Preferences>): void => {
  early = { ...early, ...patch }
}

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Preferences>
  } catch {
    return {}
  }
}

/** What runs around a change: words are loaded before a language shows; the profile is saved after. */
export function onPreferences(hooks: {
  beforeLanguage?: (language: Language) => Promise<void>
  afterChange?: (patch: Partial<Preferences>) => void
}): void {
  beforeLanguage = hooks.beforeLanguage ?? beforeLanguage
  afterChange = hooks.afterChange ?? afterChange
}

/** What was chosen on the pages before the sign-in, once. */
export function takeEarlyChoice(): Partial<Preferences> {
  const chosen = early
  early = {}
  return chosen
}

export function preferences(): Preferences {
  return current
}

/** Changes what this person prefers, at once and without a reload. `quiet` leaves the profile alone. */
export async function setPreferences(patch: Partial<Preferences>, { quiet = false } = {}): Promise<void> {
  if (patch.language && patch.language !== current.language) await beforeLanguage(patch.language)
  current = { ...current, ...patch }
  try {
    localStorage.setItem(storageKey, JSON.stringify(current))
  } catch {
    // A browser that keeps nothing still works for this visit.
  }
  applyToDocument()
  for (const listener of listeners) listener()
  if (!quiet) afterChange(patch)
}

export function applyToDocument(): void {
  const root = document.documentElement
  root.lang = current.language
  root.dir = current.language === 'ar' ? 'rtl' : 'ltr'
  const dark =
    current.theme === 'dark' || (current.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.theme = dark ? 'dark' : 'light'
}

function subscribePreferences(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribePreferences, preferences)
}
