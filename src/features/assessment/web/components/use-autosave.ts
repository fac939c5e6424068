import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import { Autosave, type Patch, type Pending, type Saved, type SaveState } from './autosave.ts'
import { typesInto } from './unsent.ts'

type Kept<P extends Patch> = {
  /** The record that is changed: other changes of it wait for what is typed. */
  readonly record: string
  /** Where it is kept on this device: the kind of text and the record. */
  readonly place: string
  readonly version: number
  readonly send: (name: string, patch: P, version: number) => Promise<Saved>
  readonly problemIn?: (name: string, patch: P) => string | null
}

/** What is typed on a page, kept as long as the page is open and on this device until the server has it. */
export function useAutosave<P extends Patch>({
  record,
  place,
  version,
  send,
  problemIn = () => null,
}: Kept<P>): {
  readonly autosave: Autosave<P>
  readonly state: SaveState<P>
} {
  const [autosave] = useState(
    () =>
      new Autosave<P>({
        version,
        send,
        problemIn,
        keep: (pending) => keep(place, pending),
        kept: kept<P>(place),
        now: () => new Date().toISOString(),
        schedule: (work, milliseconds) => {
          const timer = setTimeout(work, milliseconds)
          return () => clearTimeout(timer)
        },
      }),
  )
  const state = useSyncExternalStore(autosave.subscribe, autosave.state)
  useLeaveGuard(state.phase === 'offline' || state.phase === 'conflict')
  useEffect(() => autosave.seen(version), [autosave, version])
  useEffect(() => typesInto(record, () => autosave.flush()), [autosave, record])
  useEffect(() => {
    const flush = () => void autosave.flush()
    const flushWhenHidden = () => document.visibilityState === 'hidden' && flush()
    window.addEventListener('online', flush)
    document.addEventListener('visibilitychange', flushWhenHidden)
    return () => {
      window.removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flushWhenHidden)
      flush()
    }
  }, [autosave])
  return { autosave, state }
}

const at = (place: string) => `itqan.${place}`

function keep(place: string, pending: object | null): void {
  try {
    if (pending) localStorage.setItem(at(place), JSON.stringify(pending))
    else localStorage.removeItem(at(place))
  } catch {
    // A full or closed store: the page still holds what was typed.
  }
}

function kept<P extends Patch>(place: string): Pending<P> | null {
  try {
    return JSON.parse(localStorage.getItem(at(place)) ?? 'null') as Pending<P> | null
  } catch {
    return null
  }
}
