import type { contract } from '../../features/accounts/schema.ts'
import { client } from '../../ui/client.ts'
import type { Preferences } from '../../ui/preferences.ts'

const api = client<typeof contract>()

/** Keeps what a person prefers in the profile too. A failure costs nothing: this browser remembers. */
export function savePreferences({ language, digits, theme }: Partial<Preferences>): void {
  const body = { ...(language && { language }), ...(digits && { digits }), ...(theme && { theme }) }
  if (Object.keys(body).length > 0) api('PATCH /api/me/preferences', { body }).catch(() => {})
}

/** Ends the session and leaves nothing of it in memory: the page is loaded anew. */
export async function signOut(): Promise<void> {
  await api('POST /api/sign-out').catch(() => {})
  location.assign('/sign-in')
}

/** Goes over to another entity of the same person, from its home page on. */
export async function workIn(entityId: string): Promise<void> {
  await api('PUT /api/me/entity', { body: { entityId } })
  location.assign('/')
}
