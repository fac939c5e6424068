import { type FormEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type ApiProblem, fieldSentence, sentenceFor } from './api-problem.ts'
import { cx } from './cx.ts'
import { ErrorSummary, type SummaryItem } from './error-summary.tsx'
import { FormContext } from './form-context.ts'
import { useText } from './i18n.ts'

type FormProps = {
  readonly children: ReactNode
  readonly onSubmit: () => void
  /** What the server refused; field problems go beside their fields, all are listed on top. */
  readonly problem?: ApiProblem | null
  /** Problems found here, by field name. */
  readonly errors?: Readonly<Record<string, string | undefined>>
  readonly id?: string
  readonly className?: string
  readonly label?: string
}

/** A form with errors beside the fields and in a summary that leads to them. Nothing typed is ever cleared. */
export function Form({ children, onSubmit, problem, errors, id, className, label }: FormProps) {
  const { t, language } = useText()
  const [known, setKnown] = useState<ReadonlyMap<string, { id: string; label: string }>>(new Map())
  const summary = useRef<HTMLDivElement>(null)

  const register = useCallback((name: string, field: { id: string; label: string }) => {
    setKnown((before) => new Map(before).set(name, field))
    return () =>
      setKnown((before) => {
        const next = new Map(before)
        next.delete(name)
        return next
      })
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the sentences follow the language
  const sentences = useMemo(() => {
    const all = new Map<string, string>()
    for (const field of problem?.fields ?? []) all.set(field.path, fieldSentence(field))
    for (const [name, sentence] of Object.entries(errors ?? {})) if (sentence) all.set(name, sentence)
    return all
  }, [problem, errors, language])

  const problemBefore = useRef(problem)
  useEffect(() => {
    if (problem && problem !== problemBefore.current) summary.current?.focus()
    problemBefore.current = problem
  }, [problem])

  const context = useMemo(() => ({ errorOf: (name: string) => sentences.get(name), register }), [sentences, register])
  const items: SummaryItem[] = [...sentences].map(([name, sentence]) => ({ sentence, ...known.get(name) }))
  const general = problem && problem.fields.length === 0 ? sentenceFor(problem.code, problem.params) : undefined

  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit()
  }

  return (
    <FormContext value={context}>
      <form id={id} onSubmit={submit} noValidate aria-label={label} className={cx('flex flex-col gap-4', className)}>
        {(items.length > 0 || general) && (
          <ErrorSummary
            ref={summary}
            title={general ?? t('ui.form.problems', { count: items.length })}
            items={items}
            // A refusal explains itself; only what went wrong on our side is looked up by its number.
            reference={problem && problem.status >= 500 ? problem.reference : undefined}
          />
        )}
        {children}
      </form>
    </FormContext>
  )
}
