import { client } from '../../../ui/client.ts'
import type { contract } from '../schema.ts'

export const api = client<typeof contract>()

type Answer<F extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<F>>

const loadProfile = () => api('GET /api/me/profile')
export type Profile = Answer<typeof loadProfile>

export const loadSessions = (signal?: AbortSignal) => api('GET /api/me/sessions', signal && { signal })
export type Session = Answer<typeof loadSessions>['items'][number]

type AccountsAsked = { readonly text?: string; readonly filter?: AccountFilter; readonly cursor?: string }
export type AccountFilter = 'waiting' | 'no_phone' | 'title_differs'
export const loadAccounts = (query: AccountsAsked, signal?: AbortSignal) =>
  api('GET /api/accounts', { query, ...(signal && { signal }) })
export type Account = Answer<typeof loadAccounts>['items'][number]

export const loadGrants = (signal?: AbortSignal) => api('GET /api/role-grants', signal && { signal })
export type Grant = Answer<typeof loadGrants>['items'][number]

export const loadEntities = (signal?: AbortSignal) => api('GET /api/entities', signal && { signal })
export type EntityRow = Answer<typeof loadEntities>['items'][number]

export const loadFirstSteps = (signal?: AbortSignal) => api('GET /api/first-steps', signal && { signal })
