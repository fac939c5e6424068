/** Ends the session and leaves nothing of it in memory: the page is loaded anew. */
export async function signOut(): Promise<void> {
  await fetch('/api/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'idempotency-key': String(Date.now()) },
  }).catch(() => {})
  location.assign('/sign-in')
}
