import { type ComponentType, createContext, useCallback, useContext, useEffect, useMemo } from 'react'
import type { TextKey } from './i18n.ts'
import type { IconType } from './icon.tsx'

export type MenuGroup = 'home' | 'mine' | 'team' | 'plan' | 'followUp' | 'reports' | 'committees' | 'administration'

/** One page of a feature: its address, its code (loaded when opened) and its place in the menu. */
export type PageDefinition = {
  /** Such as `/documents/:id`; values are read with `usePathParams`. */
  readonly path: string
  readonly load: () => Promise<ComponentType>
  readonly title: TextKey
  /** Shown before sign-in, without the frame. */
  readonly public?: true
  /** Starts with the menu folded to a rail: workbenches that need the width. */
  readonly wide?: true
  readonly menu?: {
    readonly group: MenuGroup
    /** A shorter name than the page's own. */
    readonly title?: TextKey
    readonly icon?: IconType
    readonly order: number
    /** A key of `me.can`; without it everyone who is signed in sees the page. */
    readonly can?: string
    /** A key of `me.counts`, shown as a number beside the item. */
    readonly count?: string
  }
}

/** What a router gives to pages and links; the application supplies it. */
export type Navigation = {
  readonly path: string
  readonly search: string
  readonly params: Readonly<Record<string, string>>
  readonly go: (to: string, options?: { replace?: boolean }) => void
  /** Warms the page up before it is asked for. */
  readonly prepare: (to: string) => void
  /** Asks before leaving while the function answers true. */
  readonly guard: (isDirty: () => boolean) => () => void
}

export const NavigationContext = createContext<Navigation>({
  path: '/',
  search: '',
  params: {},
  go: () => {},
  prepare: () => {},
  guard: () => () => {},
})

export function useNavigation(): Navigation {
  return useContext(NavigationContext)
}

/** The values in the page's address: `const { id } = usePathParams<'id'>()`. */
export function usePathParams<Name extends string>(): Readonly<Record<Name, string>> {
  return useNavigation().params as Readonly<Record<Name, string>>
}

type SearchPatch = Readonly<Record<string, string | null | undefined>>

/** The part of the address after `?`; `set` merges, and an empty value removes. */
export function useSearch(): {
  readonly get: (name: string) => string | undefined
  readonly set: (patch: SearchPatch) => void
} {
  const { path, search, go } = useNavigation()
  const params = useMemo(() => new URLSearchParams(search), [search])
  const set = useCallback(
    (patch: SearchPatch) => {
      const next = new URLSearchParams(search)
      for (const [name, value] of Object.entries(patch)) {
        if (value) next.set(name, value)
        else next.delete(name)
      }
      go(next.size > 0 ? `${path}?${next}` : path, { replace: true })
    },
    [path, search, go],
  )
  return { get: (name) => params.get(name) ?? undefined, set }
}

/** Asks before leaving the page while something typed is not saved. */
export function useLeaveGuard(isDirty: boolean): void {
  const { guard } = useNavigation()
  useEffect(() => (isDirty ? guard(() => true) : undefined), [isDirty, guard])
}
