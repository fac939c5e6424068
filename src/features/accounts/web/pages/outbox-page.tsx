import { MessageSquareText } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { type ApiProblem, toProblem } from '../../../../ui/api-problem.ts'
import { Ago } from '../../../../ui/date-text.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Num } from '../../../../ui/num.tsx'
import { api } from '../api.ts'
import { useEntryTitle } from '../components/use-sending.ts'

type Messages = Awaited<ReturnType<typeof read>>['items']

const read = (signal?: AbortSignal) => api('GET /api/sms-messages', signal && { signal })
const pause = 4_000

/** Text messages of a trial copy, where no phone gets them. Refreshes by itself. */
export function OutboxPage() {
  const { t, pick } = useText()
  const [messages, setMessages] = useState<Messages | null>(null)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  useEntryTitle(t('accounts.outbox.title'))

  const load = useCallback(
    (signal?: AbortSignal) =>
      read(signal).then(
        ({ items }) => {
          setMessages(items)
          setProblem(null)
        },
        (thrown) => {
          if (!signal?.aborted) setProblem(toProblem(thrown))
        },
      ),
    [],
  )

  useEffect(() => {
    const abort = new AbortController()
    void load(abort.signal)
    const timer = setInterval(() => void load(abort.signal), pause)
    return () => {
      abort.abort()
      clearInterval(timer)
    }
  }, [load])

  return (
    <section className="w-full max-w-[40rem]">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h1 className="text-xl font-semibold">{t('accounts.outbox.title')}</h1>
        <Link to="/sign-in" className="text-sm">
          {t('accounts.signIn.back')}
        </Link>
      </header>
      <p className="mt-1 text-sm text-ink-2">{t('accounts.outbox.lead')}</p>
      <div className="mt-4 overflow-clip rounded-lg border border-line bg-surface">
        {problem && !messages && <ErrorState problem={problem} onRetry={() => void load()} />}
        {messages?.length === 0 && <EmptyState icon={MessageSquareText}>{t('accounts.outbox.empty')}</EmptyState>}
        <ul aria-live="polite">
          {messages?.map((message) => (
            <li key={message.id} className="border-b border-line px-4 py-3 last:border-b-0">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-xs text-ink-3">
                <span>
                  <Num code>{message.to}</Num> · {pick(message.entity)}
                </span>
                <Ago at={message.at} />
              </p>
              <p className="mt-0.5" dir="auto">
                {message.text}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
