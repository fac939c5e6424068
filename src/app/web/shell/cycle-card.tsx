import { useText } from '../../../ui/i18n.ts'
import { useMe } from '../../../ui/me-context.ts'
import { Progress } from '../../../ui/progress.tsx'

/** The running cycle and how far its present phase has come. */
export function CycleCard() {
  const { t, textFor } = useText()
  const { cycle } = useMe()
  if (!cycle) return null
  const { kind, year, ordinal, day, of } = cycle
  const name = t(`shell.cycle.${kind}`, { year, ordinal: textFor(`shell.ordinal.n${ordinal}`) ?? String(ordinal) })
  const phase = textFor(`shell.phase.${cycle.phase}`)
  const sentence = phase && t('shell.cycleDay', { phase, day, of })
  return (
    <section aria-label={t('shell.currentCycle')} className="rounded-lg border border-line bg-surface p-3">
      <p className="text-xs text-ink-3">{t('shell.currentCycle')}</p>
      <p className="text-sm font-semibold">{name}</p>
      {sentence && (
        <>
          <p className="mt-1 text-xs text-ink-2">{sentence}</p>
          <Progress label={sentence} value={(day / of) * 100} thin className="mt-2" />
        </>
      )}
    </section>
  )
}
