import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Moved } from './what-if.ts'

type Place = Pick<Moved, 'groupId' | 'position'>

/** Whom a trial would move, kept beside React: while one drags, only the rows that change are drawn again. */
export function newTrialStore() {
  let moves: ReadonlyMap<string, Moved['move']> = new Map()
  const listeners = new Set<() => void>()
  return {
    set(moved: readonly Moved[]): void {
      moves = new Map(moved.map((one) => [keyOf(one), one.move]))
      for (const listener of listeners) listener()
    },
    of: (place: Place) => moves.get(keyOf(place)),
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const TrialContext = createContext(newTrialStore())

/** What the trial at hand would do to this place; undefined for most. */
export function useTrialOf(place: Place): Moved['move'] | undefined {
  const trials = useContext(TrialContext)
  return useSyncExternalStore(trials.subscribe, () => trials.of(place))
}

function keyOf({ groupId, position }: Place): string {
  return `${groupId} ${position}`
}
