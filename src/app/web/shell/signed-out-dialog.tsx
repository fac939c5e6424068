import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { loadSignInAgain } from '../../../features/accounts/web/public.ts'
import { onSignedOut } from '../../../ui/client.ts'
import { useText } from '../../../ui/i18n.ts'
import { useMe } from '../../../ui/me-context.ts'
import { loadMe } from '../load-me.ts'

const Dialog = lazy(() => import('../../../ui/dialog.tsx').then((module) => ({ default: module.Dialog })))
const SignInAgain = lazy(() => loadSignInAgain().then((component) => ({ default: component })))

/** When the session has ended, signs in again over the page, which keeps all that was typed. */
export function SignedOutDialog() {
  const { t } = useText()
  const me = useMe()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  useEffect(() => onSignedOut(() => setOpen(true)), [])

  const goOn = async () => {
    const now = await loadMe().catch(() => null)
    const samePerson =
      now && JSON.stringify(now.person) === JSON.stringify(me.person) && now.entity?.id === me.entity?.id
    // Somebody else must not see what this person had typed.
    if (!samePerson) return location.assign('/')
    setOpen(false)
    // Whatever waited for the server, such as a draft, is sent now, as after a lost connection.
    dispatchEvent(new Event('online'))
    await queries.invalidateQueries()
  }

  if (!open) return null
  return (
    <Suspense>
      <Dialog open persistent size="sm" title={t('shell.signedOut.title')} onClose={() => {}}>
        <p className="mb-4 text-ink-2">{t('shell.signedOut.body')}</p>
        <SignInAgain onDone={() => void goOn()} />
      </Dialog>
    </Suspense>
  )
}
