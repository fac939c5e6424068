import type { ComponentType, ReactNode } from 'react'
import { useText } from '../../../../ui/i18n.ts'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { useMe } from '../../../../ui/me-context.ts'
import { Page } from '../../../../ui/page.tsx'
import { usePageTitle } from '../../../../ui/page-title.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { UnitBand } from '../../../../ui/unit-band.tsx'
import { type Home, loadHome } from '../api.ts'
import { DoneWeek } from '../components/done-week.tsx'
import { NextDates } from '../components/next-dates.tsx'
import { NoticeList } from '../components/notice-list.tsx'
import { WaitingItems } from '../components/waiting-items.tsx'

const shown = 6

/** A card that a later feature shows in the side panel, with what its `HomeProvider` of the same name sent. */
type HomeCard = {
  readonly name: string
  readonly component: ComponentType<{ readonly data: unknown }>
  /** Before the dates, or after them. */
  readonly place: 'first' | 'last'
}

type HomePageProps = { readonly cards: readonly HomeCard[]; readonly head?: ReactNode }

/** The landing page (SC-02): the unit, what waits for me, what I was told, my own state and dates. */
export function HomePage({ cards, head }: HomePageProps) {
  const { t } = useText()
  usePageTitle(t('home.title'))
  const query = useApiQuery({ key: ['inbox', 'home'], load: loadHome, every: 60_000 })
  return <Loaded query={query}>{(home) => <Landing home={home} cards={cards} head={head} />}</Loaded>
}

function Landing({ home, cards, head }: HomePageProps & { readonly home: Home }) {
  const { t, pick } = useText()
  const me = useMe()
  const place = (where: HomeCard['place']) =>
    cards.flatMap(({ name, component: Card, place: own }) =>
      own === where && home.cards[name] !== undefined ? [<Card key={`${name} ${own}`} data={home.cards[name]} />] : [],
    )
  const side = [...place('first'), <NextDates key="dates" dates={home.dates} today={home.today} />, ...place('last')]
  return (
    <>
      {me.entity && (
        <UnitBand
          name={pick(me.entity.name)}
          lines={unitLines(me.entity, { t, pick })}
          logoUrl={me.entity.logoUrl}
          today={home.today}
        />
      )}
      <Page {...(home.done && { side, sideLabel: t('home.side') })}>
        {head}
        {home.done ? <Waiting home={home} /> : <h1 className="sr-only">{t('home.title')}</h1>}
        <Section
          title={t('home.forInformation')}
          note={t('home.noDecision')}
          aside={
            home.notices.length > 0 && (
              <Link to="/notices" className="text-sm">
                {t('home.allNotices')}
              </Link>
            )
          }
          className="mt-8"
        >
          {home.notices.length === 0 ? (
            <p className="text-sm text-ink-3">{t('home.noNotices')}</p>
          ) : (
            <NoticeList notices={home.notices} today={home.today} label={t('home.forInformation')} />
          )}
        </Section>
      </Page>
    </>
  )
}

function Waiting({ home }: { readonly home: Home }) {
  const { t } = useText()
  const title = home.items.some((item) => item.group === 'decision') ? t('inbox.decisions') : t('inbox.tasks')
  const all = home.counts.all ?? 0
  const late = home.counts.overdue ?? 0
  const count = home.items.every((item) => item.group === 'decision')
    ? t('inbox.decisionCount', { count: all })
    : t('inbox.itemCount', { count: all })
  return (
    <section aria-labelledby="waiting">
      <header className="mb-2.5 flex flex-wrap items-baseline gap-x-3">
        <h1 id="waiting" className="text-xl font-semibold">
          {title}
        </h1>
        {all > 0 && (
          <span className="text-sm text-ink-3">
            {late > 0 ? t('inbox.andLate', { count, late: t('inbox.ofWhichLate', { count: late }) }) : count}
          </span>
        )}
      </header>
      <WaitingItems
        first={home}
        limit={shown}
        label={title}
        more={
          <p className="mt-3 text-sm">
            <Link to="/inbox">
              {t('inbox.showAll')} ({all})
            </Link>
          </p>
        }
      />
      {home.done && <DoneWeek done={home.done} />}
    </section>
  )
}

type Entity = NonNullable<ReturnType<typeof useMe>['entity']>

function unitLines({ vision, mission }: Entity, { t, pick }: Pick<ReturnType<typeof useText>, 't' | 'pick'>) {
  return [
    ...(vision ? [{ term: t('shell.vision'), text: pick(vision) }] : []),
    ...(mission ? [{ term: t('shell.mission'), text: pick(mission) }] : []),
  ]
}
