import { useEffect, useSyncExternalStore } from 'react'
import type { Crumb } from './breadcrumb.tsx'

type PageTitle = { readonly title: string; readonly crumbs: readonly Crumb[] | undefined }

let current: PageTitle | null = null
const listeners = new Set<() => void>()

function set(next: PageTitle | null): void {
  current = next
  for (const listener of listeners) listener()
}

/** Names the page in the browser's tab and in the top bar. `crumbs` stand before the title, such as the list it came from. */
export function usePageTitle(title: string, crumbs?: readonly Crumb[]): void {
  const key = JSON.stringify([title, crumbs])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for both
  useEffect(() => {
    const mine = { title, crumbs }
    set(mine)
    return () => {
      if (current === mine) set(null)
    }
  }, [key])
}

/** What the open page calls itself, for the top bar. */
export function useCurrentPageTitle(): PageTitle | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => current,
  )
}
