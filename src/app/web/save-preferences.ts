import type { Preferences } from '../../ui/preferences.ts'

/** Keeps what a person prefers in the profile too. A failure costs nothing: this browser remembers. */
export function savePreferences({ language, digits, theme }: Partial<Preferences>): void {
  const body = { ...(language && { language }), ...(digits && { digits }), ...(theme && { theme }) }
  if (Object.keys(body).length === 0) return
  void fetch('/api/me/preferences', {
    method: 'PATCH',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {})
}
