import { useEffect, useState } from 'react'
import { type ApiProblem, toProblem } from '../../../../ui/api-problem.ts'
import { useText } from '../../../../ui/i18n.ts'
import { usePageTitle } from '../../../../ui/page-title.ts'

type Sending<V> = {
  readonly send: (values: V) => void
  readonly pending: boolean
  readonly problem: ApiProblem | null
}

/** One write of an entry page: these pages carry no query library. */
export function useSending<V>(write: (values: V) => Promise<unknown>, onDone: () => void): Sending<V> {
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const send = async (values: V) => {
    setPending(true)
    setProblem(null)
    try {
      await write(values)
      onDone()
    } catch (thrown) {
      setProblem(toProblem(thrown))
    } finally {
      setPending(false)
    }
  }
  return { send: (values) => void send(values), pending, problem }
}

/** Names an entry page in the browser's tab, where no shell does it. */
export function useEntryTitle(title: string): void {
  const { t } = useText()
  usePageTitle(title)
  const product = t('ui.product')
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title, product])
}

/** Where to go after signing in: the page that was asked for, never another site. */
export function nextPage(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/'
  return /^\/(?![/\\])/.test(next) ? next : '/'
}
