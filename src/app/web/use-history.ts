import { useCallback, useEffect, useRef, useState } from 'react'
import type { Navigation } from '../../ui/navigation.ts'

export type Place = {
  readonly path: string
  readonly search: string
  /** The count of steps in this tab, which tells how far back a return goes. */
  readonly at: number
  /** Reached by the browser's own back and forward. */
  readonly returned: boolean
}

type Asking = { readonly stay: () => void; readonly leave: () => void }

export function currentPlace(returned = false): Place {
  const at = (history.state as { at?: number } | null)?.at ?? 0
  return { path: location.pathname, search: location.search, at, returned }
}

/** The browser's history with a question before leaving what is not saved. */
export function useHistory({ onMove }: { readonly onMove: (place: Place) => void }) {
  const here = useRef(currentPlace())
  const guards = useRef(new Set<() => boolean>())
  const unasked = useRef(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  const moved = useRef(onMove)
  moved.current = onMove

  const isDirty = useCallback(() => !unasked.current && [...guards.current].some((guard) => guard()), [])
  const arrive = useCallback((returned: boolean) => {
    here.current = currentPlace(returned)
    moved.current(here.current)
  }, [])

  const ask = useCallback((leave: () => void) => {
    const answered = () => setAsking(null)
    setAsking({
      stay: answered,
      leave: () => {
        answered()
        guards.current.clear()
        leave()
      },
    })
  }, [])

  const go = useCallback<Navigation['go']>(
    (to, options = {}) => {
      const url = new URL(to, location.href)
      if (url.origin !== location.origin) return location.assign(url)
      const otherPage = url.pathname !== location.pathname
      if (otherPage && isDirty()) return ask(() => go(to, options))
      const at = here.current.at + (options.replace ? 0 : 1)
      history[options.replace ? 'replaceState' : 'pushState']({ at }, '', url)
      arrive(false)
    },
    [isDirty, ask, arrive],
  )

  const guard = useCallback<Navigation['guard']>((dirty) => {
    guards.current.add(dirty)
    return () => guards.current.delete(dirty)
  }, [])

  useEffect(() => {
    const returned = () => {
      const steps = currentPlace().at - here.current.at
      if (location.pathname !== here.current.path && steps !== 0 && isDirty()) {
        unasked.current = true
        history.go(-steps)
        ask(() => history.go(steps))
        return
      }
      if (unasked.current && currentPlace().at === here.current.at) {
        unasked.current = false
        return
      }
      arrive(true)
    }
    const unload = (event: BeforeUnloadEvent) => {
      if (isDirty()) event.preventDefault()
    }
    addEventListener('popstate', returned)
    addEventListener('beforeunload', unload)
    return () => {
      removeEventListener('popstate', returned)
      removeEventListener('beforeunload', unload)
    }
  }, [isDirty, ask, arrive])

  return { go, guard, asking }
}
