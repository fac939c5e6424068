import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { ApiProblem } from '../../ui/api-problem.ts'
import { tellSignedOut } from '../../ui/client.ts'
import { addMessages } from '../../ui/i18n.ts'
import type { Me } from '../../ui/me.ts'
import { MeContext } from '../../ui/me-context.ts'
import { onPreferences, setPreferences, takeEarlyChoice, usePreferences } from '../../ui/preferences.ts'
import { newQueryClient, useApiQuery } from '../../ui/query.ts'
import { savePreferences } from './account.ts'
import { loadMe } from './load-me.ts'
import { pages } from './pages.ts'
import { Router } from './router.tsx'
import { Shell } from './shell/shell.tsx'

await addMessages(async (language) =>
  language === 'ar' ? (await import('./messages/ar.ts')).ar : (await import('./messages/en.ts')).en,
)
onPreferences({ afterChange: savePreferences })

/** The product behind the sign-in. */
export function SignedIn({ me }: { readonly me: Me }) {
  const [queries] = useState(() => {
    const { language, digits, theme, timeZone } = me
    const chosen = takeEarlyChoice()
    void setPreferences({ language, digits, theme, ...(timeZone && { timeZone }), ...chosen }, { quiet: true })
    savePreferences(chosen)
    const client = newQueryClient()
    client.setQueryData(['me'], me)
    return client
  })
  return (
    <QueryClientProvider client={queries}>
      <WithMe first={me} />
    </QueryClientProvider>
  )
}

const locales = { ar: { latn: 'ar-AE', arab: 'ar-OM' }, en: { latn: 'en-GB', arab: 'en-GB' } } as const

function WithMe({ first }: { readonly first: Me }) {
  const { language, digits } = usePreferences()
  const { data = first } = useApiQuery<Me>({
    key: ['me'],
    load: async (signal) => {
      const me = await loadMe(signal)
      if (!me) {
        tellSignedOut()
        throw new ApiProblem({ status: 401, code: 'http.unauthenticated' })
      }
      return me
    },
    every: 60_000,
  })
  return (
    <MeContext value={data}>
      <I18nProvider locale={locales[language][digits]}>
        <Router pages={pages}>
          <Shell />
        </Router>
      </I18nProvider>
    </MeContext>
  )
}
