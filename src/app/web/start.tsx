import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { type ApiProblem, toProblem } from '../../ui/api-problem.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import type { Me } from '../../ui/me.ts'
import { Entry } from './entry.tsx'
import { entryPages } from './entry-pages.ts'
import { loadMe } from './load-me.ts'
import { pageAt } from './router.tsx'

type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'entry' }
  | { readonly kind: 'signedIn'; readonly me: Me; readonly App: ComponentType<{ readonly me: Me }> }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }

const isEntry = () => pageAt(entryPages, location.pathname) !== undefined

/** Decides between the pages before sign-in and the product behind it; neither carries the code of the other. */
export function Start() {
  const [state, setState] = useState<State>({ kind: isEntry() ? 'entry' : 'waiting' } as State)

  const begin = useCallback(async () => {
    if (isEntry()) return setState({ kind: 'entry' })
    try {
      const me = await loadMe()
      if (me) {
        const { SignedIn } = await import('./signed-in.tsx')
        return setState({ kind: 'signedIn', me, App: SignedIn })
      }
      const from = `${location.pathname}${location.search}`
      history.replaceState(null, '', from === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(from)}`)
      setState({ kind: 'entry' })
    } catch (thrown) {
      setState({ kind: 'failed', problem: toProblem(thrown) })
    }
  }, [])

  useEffect(() => void begin(), [begin])

  if (state.kind === 'signedIn') return <state.App me={state.me} />
  if (state.kind === 'entry') return <Entry onLeave={begin} />
  if (state.kind === 'failed') return <ErrorState page problem={state.problem} onRetry={begin} />
  return null
}
