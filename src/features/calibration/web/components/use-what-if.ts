import { useEffect, useMemo, useRef, useState } from 'react'
import type { Frozen } from '../api.ts'
import { prepare, type Trial, type TrialRequest, tryShare } from './what-if.ts'

/** Up to here a trial takes less than a frame of the screen, and needs no second thread. */
const quickly = 2_000

/** The outcome of a trial: at once for a small entity, from a worker for a large one; the newest question wins. */
export function useWhatIf(data: Frozen | undefined, request: TrialRequest | null): Trial | null {
  const people = data?.groups.reduce((sum, group) => sum + group.results.length, 0) ?? 0
  const small = people <= quickly
  const prepared = useMemo(() => (data && small ? prepare(data) : null), [data, small])
  const here = useMemo(() => (prepared && request ? tryShare(prepared, request) : null), [prepared, request])
  const there = useWorkerTrial(small ? undefined : data, request)
  return small ? here : there
}

function useWorkerTrial(data: Frozen | undefined, request: TrialRequest | null): Trial | null {
  const worker = useRef<Worker>(undefined)
  const waiting = useRef<TrialRequest>(undefined)
  const busy = useRef(false)
  const [trial, setTrial] = useState<Trial | null>(null)

  useEffect(() => {
    if (!data) return
    const made = new Worker(new URL('./what-if-worker.ts', import.meta.url), { type: 'module' })
    const ask = (next: TrialRequest) => {
      busy.current = true
      made.postMessage({ request: next })
    }
    made.onmessage = ({ data: answer }: MessageEvent<{ trial: Trial | null }>) => {
      setTrial(answer.trial)
      busy.current = false
      const next = waiting.current
      waiting.current = undefined
      if (next) ask(next)
    }
    made.postMessage({ data })
    worker.current = made
    return () => {
      made.terminate()
      worker.current = undefined
      busy.current = false
    }
  }, [data])

  useEffect(() => {
    if (!request) setTrial(null)
    else if (busy.current) waiting.current = request
    else if (worker.current) {
      busy.current = true
      worker.current.postMessage({ request })
    }
  }, [request])

  return request ? trial : null
}
