import { useQueryClient } from '@tanstack/react-query'
import type { AssessmentView } from '../../schema.ts'
import { api, keys, type Line } from '../api.ts'
import type { Autosave, SaveState } from './autosave.ts'
import { type Computed, computed, pointsOf, problemInActual } from './computed.ts'
import { useAutosave } from './use-autosave.ts'

type Typed = { readonly value: string | null }

export type Entry = {
  readonly line: Line
  /** What stands in the field. */
  readonly actual: string
  readonly notDelivered: boolean
  readonly remark: string
  /** What it comes to; null while nothing is recorded, or while what is typed is no value. */
  readonly result: Computed | null
  /** The code of what is wrong with what was typed. */
  readonly wrong: string | null
}

export type Recording = {
  readonly autosave: Autosave<Typed>
  readonly state: SaveState<Typed>
  readonly entries: ReadonlyMap<string, Entry>
  /** Percentage points of all that stands on the page now, exact. */
  readonly total: string
  readonly recorded: number
  readonly record: (keyResultId: string, actual: string | null) => void
  readonly remark: (keyResultId: string, remark: string) => void
}

/** The self-evaluation of one document while it is written: what the server has, and over it what was just typed. */
export function useRecording(view: AssessmentView): Recording {
  const queries = useQueryClient()
  const { documentId } = view
  const lines = view.objectives.flatMap((objective) => objective.lines)
  const { autosave, state } = useAutosave<Typed>({
    record: documentId,
    place: `closing.${documentId}`,
    version: view.version,
    problemIn: (name, { value }) => {
      const [keyResultId, field] = name.split('/')
      const line = lines.find((one) => one.keyResultId === keyResultId)
      return field === 'actual' && line ? problemInActual(line, value) : null
    },
    send: async (name, { value }, version) => {
      const [keyResultId = '', field] = name.split('/')
      const saved = await api('PATCH /api/assessments/:documentId/lines/:keyResultId', {
        params: { documentId, keyResultId },
        body: field === 'actual' ? { actual: value } : { remark: value ?? '' },
        version,
      })
      const queryKey = keys.document(documentId)
      // What was asked for before this answer may be older than it.
      const readAgain = queries.isFetching({ queryKey }) > 0
      if (readAgain) await queries.cancelQueries({ queryKey })
      queries.setQueryData<AssessmentView>(queryKey, (before) => before && withLine(before, saved))
      // The first entry opens the closing: what may be done then, only the server knows.
      if (readAgain || view.status === 'agreed') void queries.invalidateQueries({ queryKey })
      await shown()
      return saved
    },
  })
  const entries = new Map(lines.map((line) => [line.keyResultId, entryOf(line, state.pending, view)]))
  const all = [...entries.values()]
  return {
    autosave,
    state,
    entries,
    total: pointsOf(all.reduce((sum, { result }) => sum + (result?.units ?? 0n), 0n)),
    recorded: all.filter(({ result }) => result !== null).length,
    record: (keyResultId, value) => autosave.type(`${keyResultId}/actual`, { value }),
    remark: (keyResultId, value) => autosave.type(`${keyResultId}/remark`, { value }),
  }
}

/** The page learns of new data a moment later: what was typed must not be forgotten before, or it would flicker. */
function shown(): Promise<void> {
  return new Promise((resume) => setTimeout(resume))
}

function entryOf(line: Line, pending: SaveState<Typed>['pending'], view: AssessmentView): Entry {
  const typed = pending[`${line.keyResultId}/actual`]
  const recorded = typed ? typed.value !== '' : line.recorded
  const value = typed ? typed.value : line.claimed
  const notDelivered = recorded && value === null
  return {
    line,
    actual: value ?? '',
    notDelivered,
    remark: pending[`${line.keyResultId}/remark`]?.value ?? line.remark,
    result: recorded ? computed(line, value, view) : null,
    wrong: recorded ? problemInActual(line, value) : null,
  }
}

type SavedLine = {
  readonly version: number
  readonly savedAt: string
  readonly line: Pick<Line, 'keyResultId'> & Partial<Line>
  readonly totals: AssessmentView['totals']
  readonly problems: AssessmentView['problems']
}

function withLine(view: AssessmentView, { version, savedAt, line, totals, problems }: SavedLine): AssessmentView {
  return {
    ...view,
    version,
    updatedAt: savedAt,
    totals,
    problems,
    objectives: view.objectives.map((objective) => ({
      ...objective,
      lines: objective.lines.map((one) => (one.keyResultId === line.keyResultId ? { ...one, ...line } : one)),
    })),
  }
}
