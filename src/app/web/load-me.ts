import { ApiProblem } from '../../ui/api-problem.ts'
import type { Me } from '../../ui/me.ts'
import { preferences } from '../../ui/preferences.ts'

/** Who is signed in, or null; a plain request, so that the first page needs nothing else. */
export async function loadMe(signal?: AbortSignal): Promise<Me | null> {
  const headers = { accept: 'application/json', 'accept-language': preferences().language }
  const response = await fetch('/api/me', { credentials: 'same-origin', headers, ...(signal && { signal }) }).catch(
    (thrown: unknown) => {
      throw new ApiProblem({ status: 0, code: 'http.offline' }, { cause: thrown })
    },
  )
  if (response.ok) return (await response.json()) as Me
  if (response.status === 401) return null
  throw new ApiProblem({
    code: 'http.unavailable',
    ...(await response.json().catch(() => ({}))),
    status: response.status,
  })
}
