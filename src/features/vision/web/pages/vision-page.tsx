import { ArrowLeft, Coins, HeartHandshake, Landmark, Leaf, type LucideIcon, Telescope } from 'lucide-react'
import { useEffect } from 'react'
import { Banner } from '../../../../ui/banner.tsx'
import { Card } from '../../../../ui/card.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Loaded } from '../../../../ui/loaded.tsx'
import { Page } from '../../../../ui/page.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { useApiQuery } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import type { VisionTree } from '../../schema.ts'
import { api } from '../api.ts'
import { IndicatorTable } from '../components/indicator-table.tsx'

const icons: Readonly<Record<string, LucideIcon>> = {
  people: HeartHandshake,
  economy: Coins,
  environment: Leaf,
  governance: Landmark,
}

/** Themes, national priorities with their indicators, national programmes (O-01 to O-04). */
export function VisionPage() {
  const { t, pick } = useText()
  const query = useApiQuery({ key: ['vision'], load: (signal) => api('GET /api/vision', { signal }) })
  return (
    <Page
      header={<PageHeader title={t('vision.title')} state={t('vision.intro')} />}
      ground="bg"
      sideLabel={t('vision.programmes')}
      side={
        query.data && (
          <>
            <Section title={t('vision.jump')} ruled>
              <ul className="flex flex-col gap-1 text-sm">
                {query.data.themes.map((theme) => (
                  <li key={theme.id}>
                    <Link to={`#${theme.code}`}>{pick(theme.name)}</Link>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={t('vision.programmes')} ruled>
              <ul className="flex flex-col gap-2 text-sm">
                {query.data.programmes.map((programme) => (
                  <li key={programme.id}>{pick(programme.name)}</li>
                ))}
              </ul>
              <p className="mt-3 text-xs text-ink-3">{t('vision.programmesNote')}</p>
            </Section>
          </>
        )
      }
    >
      <Loaded query={query}>
        {(tree) =>
          tree.themes.length === 0 ? (
            <EmptyState icon={Telescope}>{t('vision.empty')}</EmptyState>
          ) : (
            <div className="flex flex-col gap-7">
              <Banner tone="neutral">{t('vision.demonstrationNote')}</Banner>
              <Themes tree={tree} />
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function Themes({ tree }: { readonly tree: VisionTree }) {
  const { t, pick } = useText()
  useEffect(() => {
    const place = decodeURIComponent(location.hash.slice(1))
    if (place) document.getElementById(place)?.scrollIntoView({ block: 'center' })
  }, [])
  return tree.themes.map((theme) => (
    <section key={theme.id} id={theme.code} className="scroll-mt-4">
      <h2 className="mb-3 flex items-center gap-2.5 text-lg font-semibold">
        <Icon icon={icons[theme.code] ?? Telescope} size={20} className="text-accent-text" />
        {pick(theme.name)}
      </h2>
      <div className="flex flex-col gap-3">
        {theme.priorities.map((priority) => (
          <div key={priority.id} id={priority.id} className="scroll-mt-4">
            <Card
              flush={priority.indicators.length > 0}
              {...(priority.indicators.length === 0 && { className: '[&>header]:mb-0 py-2.5!' })}
              level={3}
              title={pick(priority.name)}
              note={t('vision.indicators', { count: priority.indicators.length })}
              aside={
                <Link
                  to={`/plan/annual?priority=${priority.code}`}
                  className="inline-flex items-center gap-1.5 text-sm"
                >
                  {t('vision.inPlan')}
                  <Icon icon={ArrowLeft} size={14} className="ltr:-scale-x-100" />
                </Link>
              }
            >
              {priority.indicators.length > 0 && (
                <IndicatorTable label={pick(priority.name)} indicators={priority.indicators} />
              )}
            </Card>
          </div>
        ))}
      </div>
    </section>
  ))
}
