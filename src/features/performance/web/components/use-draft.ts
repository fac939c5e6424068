import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import type { DocumentView } from '../../schema.ts'
import { api } from '../api.ts'
import { Draft, type DraftServer, type DraftState, type Pending } from './draft.ts'

/** The draft of one document, alive as long as its page is open. */
export function useDraft(view: DocumentView & { content: NonNullable<DocumentView['content']> }): {
  readonly draft: Draft
  readonly state: DraftState
} {
  const [draft] = useState(
    () =>
      new Draft({
        content: view.content,
        version: view.version,
        server: serverOf(view.id),
        keep: (pending) => keep(view.id, pending),
        kept: kept(view.id),
        schedule: (work, milliseconds) => {
          const timer = setTimeout(work, milliseconds)
          return () => clearTimeout(timer)
        },
      }),
  )
  const state = useSyncExternalStore(draft.subscribe, draft.state)
  useLeaveGuard(state.phase === 'offline' || state.phase === 'conflict')
  useEffect(() => {
    const send = () => void draft.flush()
    const sendWhenHidden = () => document.visibilityState === 'hidden' && send()
    window.addEventListener('online', send)
    document.addEventListener('visibilitychange', sendWhenHidden)
    return () => {
      window.removeEventListener('online', send)
      document.removeEventListener('visibilitychange', sendWhenHidden)
      send()
    }
  }, [draft])
  return { draft, state }
}

function serverOf(id: string): DraftServer {
  return {
    patchObjective: (objectiveId, body, version) =>
      api('PATCH /api/performance/documents/:id/objectives/:objectiveId', {
        params: { id, objectiveId },
        body,
        version,
      }),
    patchKeyResult: (keyResultId, body, version) =>
      api('PATCH /api/performance/documents/:id/key-results/:keyResultId', {
        params: { id, keyResultId },
        body,
        version,
      }),
  }
}

const place = (id: string) => `itqan.draft.${id}`

function keep(id: string, pending: Pending | null): void {
  try {
    if (pending) localStorage.setItem(place(id), JSON.stringify(pending))
    else localStorage.removeItem(place(id))
  } catch {
    // A full or closed store: the page still holds what was typed.
  }
}

function kept(id: string): Pending | null {
  try {
    return JSON.parse(localStorage.getItem(place(id)) ?? 'null') as Pending | null
  } catch {
    return null
  }
}
