import type { Frozen } from '../api.ts'
import { prepare, type TrialRequest, tryShare } from './what-if.ts'

/** Tries shares beside the page, so that dragging stays smooth with tens of thousands of people. */
type Message = { readonly data: Frozen } | { readonly request: TrialRequest }

let prepared: ReturnType<typeof prepare> = []

addEventListener('message', ({ data: message }: MessageEvent<Message>) => {
  if ('data' in message) prepared = prepare(message.data)
  else postMessage({ trial: tryShare(prepared, message.request) })
})
