import { daysBetween } from '../../../../shared/dates.ts'
import { DateTile } from '../../../../ui/date-tile.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { Home } from '../api.ts'
import { keyOf, shownParams } from './item-words.ts'

const soon = 7

/** The coming dates of the person, each with how near it is. */
export function NextDates({ dates, today }: Pick<Home, 'dates' | 'today'>) {
  const text = useText()
  const { t, textFor } = text
  return (
    <Section title={t('home.nextDates')} ruled>
      {dates.length === 0 ? (
        <p className="text-sm text-ink-3">{t('home.noDates')}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {dates.map(({ on, kind, params, link }) => {
            const words = textFor(`dates.${keyOf(kind)}`, shownParams(params, text)) ?? kind
            const days = daysBetween(today, on)
            const near = days <= soon
            const note = near ? t('home.left', { count: days }) : t('home.inWeeks', { count: Math.round(days / 7) })
            return (
              <li key={`${on} ${kind}`}>
                <DateTile
                  date={on}
                  title={
                    link ? (
                      <Link to={link} look="plain" className="hover:underline">
                        {words}
                      </Link>
                    ) : (
                      words
                    )
                  }
                  note={note}
                  urgent={near}
                />
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}
