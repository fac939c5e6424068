import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useText } from '../../../ui/i18n.ts'
import { useMe } from '../../../ui/me-context.ts'
import { rememberTour, tourSeen } from './tour-seen.ts'
import { tourFor } from './tour-steps.ts'

/** The first visit in a few steps, in a corner that covers no work. Skipped or finished, it does not come again. */
export function Tour() {
  const { t } = useText()
  const me = useMe()
  const [at, setAt] = useState(() => (tourSeen() ? null : 0))
  const stops = tourFor(me)
  const stop = at === null ? undefined : stops[at]
  if (at === null || !stop) return null
  const isLast = at === stops.length - 1
  const end = () => {
    rememberTour()
    setAt(null)
  }
  return (
    <section
      aria-label={t('tour.label')}
      data-print="no"
      className="mb-6 rounded-lg border border-line-2 bg-surface p-4 shadow-pop md:fixed md:end-6 md:bottom-6 md:z-(--z-pop) md:mb-0 md:w-[22rem]"
    >
      <p className="text-xs text-ink-3">{t('tour.step', { at: at + 1, of: stops.length })}</p>
      <div aria-live="polite">
        <h2 className="mt-1 text-sec font-semibold">{t(`tour.stops.${stop}.title`)}</h2>
        <p className="mt-1 text-sm text-ink-2">{t(`tour.stops.${stop}.body`)}</p>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {isLast ? (
          <Button size="sm" look="primary" onPress={end}>
            {t('tour.begin')}
          </Button>
        ) : (
          <Button size="sm" look="primary" onPress={() => setAt(at + 1)}>
            {t('ui.next')}
          </Button>
        )}
        {at > 0 && (
          <Button size="sm" onPress={() => setAt(at - 1)}>
            {t('ui.previous')}
          </Button>
        )}
        {!isLast && (
          <Button size="sm" look="ghost" className="ms-auto" onPress={end}>
            {t('tour.skip')}
          </Button>
        )}
      </div>
    </section>
  )
}
