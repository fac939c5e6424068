import { Compass } from 'lucide-react'
import { use, useCallback, useEffect } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useText } from '../../../ui/i18n.ts'
import { useNavigation } from '../../../ui/navigation.ts'
import { Page } from '../../../ui/page.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { GuideText, PartLink } from './guide-text.tsx'
import { guideIn } from './guides.ts'
import { type GuideHeading, headingsOf } from './read-guide.ts'
import { forgetTour } from './tour-seen.ts'

/** The user guide in the reader's language; the address may name a part, as the question marks of the pages do. */
export function HelpPage() {
  const { t, language } = useText()
  const { go } = useNavigation()
  const blocks = use(guideIn(language))
  const headings = headingsOf(blocks)
  const { hash } = location
  // biome-ignore lint/correctness/useExhaustiveDependencies: in another language the part stands elsewhere
  useEffect(() => showPart(hash.slice(1)), [hash, blocks])
  const goTo = useCallback(
    (part: string) => {
      go(`/help#${part}`)
      showPart(part)
    },
    [go],
  )
  const contents = <Contents headings={headings} onGo={goTo} />
  return (
    <Page
      header={
        <PageHeader
          title={t('help.title')}
          state={t('help.lead')}
          actions={
            <Button
              look="ghost"
              icon={Compass}
              onPress={() => {
                forgetTour()
                go('/')
              }}
            >
              {t('help.tourAgain')}
            </Button>
          }
        />
      }
      sideLabel={t('help.contents')}
      side={
        <div className="sticky top-[72px] hidden max-h-[calc(100dvh-6rem)] overflow-y-auto lg:block">{contents}</div>
      }
    >
      <details className="mb-4 rounded-lg border border-line px-4 py-2 lg:hidden">
        <summary className="cursor-pointer py-1 font-semibold">{t('help.contents')}</summary>
        {contents}
      </details>
      <GuideText blocks={blocks} onGo={goTo} />
    </Page>
  )
}

type ContentsProps = { readonly headings: readonly GuideHeading[]; readonly onGo: (part: string) => void }

function Contents({ headings, onGo }: ContentsProps) {
  const { t } = useText()
  return (
    <nav aria-label={t('help.contents')}>
      <ul className="text-sm">
        {headings.map(({ id, title, depth }) => (
          <li key={id} className={depth === 2 ? 'mt-3 first:mt-0' : 'ps-3'}>
            <PartLink
              part={id}
              words={title}
              onGo={onGo}
              className={
                depth === 2
                  ? 'block py-0.5 font-semibold hover:text-accent-text phone:py-2'
                  : 'block py-0.5 text-ink-2 hover:text-accent-text phone:py-2'
              }
            />
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Brings a part into sight, and readers of the screen to it. */
function showPart(part: string): void {
  const heading = part ? document.getElementById(part) : null
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}
