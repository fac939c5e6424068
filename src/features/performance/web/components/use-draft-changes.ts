import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { notifyProblem } from '../../../../ui/toast.tsx'
import type { Content, KeyResult, Objective } from '../../domain/document.ts'
import type { DocumentView } from '../../schema.ts'
import { api, keys } from '../api.ts'
import type { Draft, Saved } from './draft.ts'
import type { LineAct } from './key-result-line.tsx'
import type { NewObjective } from './new-objective-dialog.tsx'

type SendMove = 'submit' | 'submitFor'
type Shape = Saved & { readonly content?: Content }

/** Everything that changes the shape of a draft: each waits for what was typed, and builds on its version. */
export type DraftChanges = {
  /** What is on its way now. */
  readonly pending: 'change' | 'submit' | null
  readonly addObjective: (objective: NewObjective) => Promise<boolean>
  readonly addFrom: (chosen: { id: string; from: 'bank' | 'previous'; nodeIds: readonly string[] }) => Promise<boolean>
  readonly removeObjective: (objectiveId: string) => Promise<boolean>
  readonly moveObjective: (objectiveId: string, by: -1 | 1) => Promise<boolean>
  readonly link: (objectiveId: string, nodeIds: readonly string[]) => Promise<boolean>
  readonly addKeyResult: (objectiveId: string) => Promise<boolean>
  readonly paste: (objectiveId: string, rows: readonly Omit<KeyResult, 'id'>[]) => Promise<boolean>
  readonly actOnLine: (objectiveId: string, keyResultId: string, act: LineAct) => Promise<boolean>
  readonly move: (move: SendMove) => Promise<boolean>
}

export function useDraftChanges(id: string, draft: Draft, onMoved: (view: DocumentView) => void): DraftChanges {
  const queries = useQueryClient()
  const [pending, setPending] = useState<DraftChanges['pending']>(null)

  const change = useCallback(
    async (work: (version: number, content: Content) => Promise<Shape>): Promise<boolean> => {
      setPending('change')
      const done = await draft.change(work)
      setPending(null)
      return done
    },
    [draft],
  )

  return useMemo(() => {
    const params = { id }
    const addObjective = (body: Parameters<typeof post>[0]) => change((version) => post(body, version))
    const post = (
      body:
        | { title: string; class: Objective['class']; nodeIds: string[] }
        | { bankObjectiveId: string; nodeIds: string[] }
        | { fromObjectiveId: string; nodeIds: string[] },
      version: number,
    ) => api('POST /api/performance/documents/:id/objectives', { params, body, version })
    const order = (next: (content: Content) => Content) =>
      change((version, content) =>
        api('PUT /api/performance/documents/:id/order', {
          params,
          body: { objectives: orderOf(next(content)) },
          version,
        }),
      )

    return {
      pending,
      addObjective: ({ title, class: ofClass, nodeIds }) =>
        addObjective({ title, class: ofClass, nodeIds: [...nodeIds] }),
      addFrom: ({ id: chosen, from, nodeIds }) =>
        addObjective(
          from === 'bank'
            ? { bankObjectiveId: chosen, nodeIds: [...nodeIds] }
            : { fromObjectiveId: chosen, nodeIds: [...nodeIds] },
        ),
      removeObjective: (objectiveId) =>
        change((version) =>
          api('DELETE /api/performance/documents/:id/objectives/:objectiveId', {
            params: { id, objectiveId },
            version,
          }),
        ),
      moveObjective: (objectiveId, by) =>
        order((content) => ({ objectives: shifted(content.objectives, objectiveId, by) })),
      link: (objectiveId, nodeIds) =>
        change((version) =>
          api('PUT /api/performance/documents/:id/objectives/:objectiveId/links', {
            params: { id, objectiveId },
            body: { nodeIds: [...nodeIds] },
            version,
          }),
        ),
      addKeyResult: (objectiveId) =>
        change(async (version, content) => {
          const saved = await api('POST /api/performance/documents/:id/objectives/:objectiveId/key-results', {
            params: { id, objectiveId },
            body: emptyLine,
            version,
          })
          return { ...saved, content: withLine(content, objectiveId, { id: saved.id, ...emptyLine }) }
        }),
      paste: (objectiveId, rows) =>
        change((version) =>
          api('POST /api/performance/documents/:id/objectives/:objectiveId/key-results/paste', {
            params: { id, objectiveId },
            body: { rows: rows.map((row) => ({ ...row, targets: { ...row.targets } })) },
            version,
          }),
        ),
      actOnLine: (objectiveId, keyResultId, act) =>
        act === 'remove'
          ? change(async (version, content) => {
              const saved = await api('DELETE /api/performance/documents/:id/key-results/:keyResultId', {
                params: { id, keyResultId },
                version,
              })
              return { ...saved, content: withoutLine(content, keyResultId) }
            })
          : order((content) => movedLine(content, objectiveId, keyResultId, act)),
      move: async (move) => {
        setPending('submit')
        let moved: DocumentView | null = null
        const done = await draft.change(async (version) => {
          moved = await api('POST /api/performance/documents/:id/moves', { params, body: { move }, version })
          return { version: moved.version, savedAt: moved.updatedAt }
        })
        setPending(null)
        const problem: ApiProblem | null = draft.state().problem
        if (!done && problem) notifyProblem(problem)
        if (done && moved) {
          queries.setQueryData(keys.document(id), moved)
          onMoved(moved)
          void queries.invalidateQueries({ queryKey: ['inbox'] })
        }
        return done
      },
    }
  }, [id, change, draft, onMoved, pending, queries])
}

const emptyLine = {
  statement: '',
  dataType: 'percentage',
  targets: { below: null, meets: null, exceeds: null },
  weight: null,
} satisfies Omit<KeyResult, 'id'>

function orderOf({ objectives }: Content) {
  return objectives.map((one) => ({ id: one.id, keyResultIds: one.keyResults.map((line) => line.id) }))
}

function withLine({ objectives }: Content, objectiveId: string, line: KeyResult): Content {
  return {
    objectives: objectives.map((one) =>
      one.id === objectiveId ? { ...one, keyResults: [...one.keyResults, line] } : one,
    ),
  }
}

function withoutLine({ objectives }: Content, keyResultId: string): Content {
  return {
    objectives: objectives.map((one) => ({
      ...one,
      keyResults: one.keyResults.filter((line) => line.id !== keyResultId),
    })),
  }
}

function shifted<T extends { readonly id: string }>(list: readonly T[], id: string, by: -1 | 1): T[] {
  const from = list.findIndex((one) => one.id === id)
  const one = list[from]
  if (!one) return [...list]
  const rest = list.filter((other) => other.id !== id)
  const to = Math.min(Math.max(from + by, 0), rest.length)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}

/** Up and down stay in the objective while they can, and step into the neighbour at its edge. */
function movedLine(content: Content, objectiveId: string, lineId: string, act: Exclude<LineAct, 'remove'>): Content {
  const at = content.objectives.findIndex((one) => one.id === objectiveId)
  const home = content.objectives[at]
  const line = home?.keyResults.find((one) => one.id === lineId)
  if (!home || !line) return content
  const place = home.keyResults.indexOf(line)
  const inside = act === 'up' ? place > 0 : act === 'down' ? place < home.keyResults.length - 1 : false
  if (inside) {
    const keyResults = shifted(home.keyResults, lineId, act === 'up' ? -1 : 1)
    return { objectives: content.objectives.map((one) => (one === home ? { ...home, keyResults } : one)) }
  }
  const target = typeof act === 'object' ? act.toObjective : content.objectives[act === 'up' ? at - 1 : at + 1]?.id
  if (!target) return content
  const without = withoutLine(content, lineId)
  return {
    objectives: without.objectives.map((one) =>
      one.id !== target
        ? one
        : { ...one, keyResults: act === 'down' ? [line, ...one.keyResults] : [...one.keyResults, line] },
    ),
  }
}
