import { useQueryClient } from '@tanstack/react-query'
import { type ComponentType, lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { onSignedOut } from '../../../ui/client.ts'
import { useText } from '../../../ui/i18n.ts'
import { useMe } from '../../../ui/me-context.ts'
import { type Navigation, NavigationContext, useNavigation } from '../../../ui/navigation.ts'
import { entryPages } from '../entry-pages.ts'
import { loadMe } from '../load-me.ts'

const Dialog = lazy(() => import('../../../ui/dialog.tsx').then((module) => ({ default: module.Dialog })))

/** When the session has ended, signs in again over the page, which keeps all that was typed. */
export function SignedOutDialog() {
  const { t } = useText()
  const me = useMe()
  const navigation = useNavigation()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [SignIn, setSignIn] = useState<ComponentType | null>(null)

  useEffect(() => onSignedOut(() => setOpen(true)), [])
  useEffect(() => {
    if (open)
      entryPages
        .find((page) => page.path === '/sign-in')
        ?.load()
        .then((page) => setSignIn(() => page))
  }, [open])

  const inside = useMemo<Navigation>(
    () => ({
      ...navigation,
      go: (to) => {
        if (to.startsWith('/sign-in') || entryPages.some((page) => to.startsWith(page.path))) return location.assign(to)
        void loadMe().then((now) => {
          if (!now || JSON.stringify(now.person.name) !== JSON.stringify(me.person.name)) return location.reload()
          setOpen(false)
          return queries.invalidateQueries()
        })
      },
    }),
    [navigation, queries, me.person.name],
  )

  if (!open) return null
  return (
    <Suspense>
      <Dialog open persistent size="sm" title={t('shell.signedOut.title')} onClose={() => {}}>
        <p className="mb-4 text-ink-2">{t('shell.signedOut.body')}</p>
        <NavigationContext value={inside}>{SignIn && <SignIn />}</NavigationContext>
      </Dialog>
    </Suspense>
  )
}
