import { client } from '../../../ui/client.ts'
import type { Timing } from '../domain/timing.ts'
import type { contract } from '../schema.ts'

export const api = client<typeof contract>()

export type WaitingList = Awaited<ReturnType<typeof loadWaiting>>
export type WaitingItem = WaitingList['items'][number]
export type Notice = Awaited<ReturnType<typeof loadNotices>>['items'][number]
export type Home = Awaited<ReturnType<typeof loadHome>>

type Filter = { readonly timing?: Timing; readonly kind?: string }

export const loadHome = (signal?: AbortSignal) => api('GET /api/home', signal && { signal })
export const loadWaiting = (query: Filter, signal?: AbortSignal) =>
  api('GET /api/inbox', { query, ...(signal && { signal }) })
export const loadNotices = (query: { cursor?: string; limit?: number }, signal?: AbortSignal) =>
  api('GET /api/notices', { query, ...(signal && { signal }) })
