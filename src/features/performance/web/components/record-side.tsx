import { Check, CornerUpLeft } from 'lucide-react'
import { formatDate, formatNumber } from '../../../../shared/locale.ts'
import { localDate } from '../../../../shared/time-zone.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Rich } from '../../../../ui/rich.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { DocumentView } from '../../schema.ts'
import { DocumentTimeline } from './document-timeline.tsx'
import { MeetingSection } from './meeting-section.tsx'

/** Beside the content: what a decision needs to know, and what has been. */
export function RecordSide({ view }: { readonly view: DocumentView }) {
  const { agree, sendBack } = view.can
  const decides = sendBack?.allowed === true || agree?.allowed === true
  return (
    <>
      <MeetingSection view={view} />
      <ForComparison view={view} />
      {decides && <AfterDecision view={view} />}
      {view.status === 'agreed' && view.can.requestAmendment && <AmendmentDoor view={view} />}
      <DocumentTimeline view={view} />
    </>
  )
}

function ForComparison({ view: { context } }: { readonly view: DocumentView }) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  if (!context) return null
  const number = (text: string) => formatNumber(text, { language, digits })
  return (
    <Section ruled title={t('performance.context.title')}>
      <div className="flex items-baseline justify-between gap-4 text-sm">
        <span className="text-ink-3">{t('performance.context.planWeight')}</span>
        <span className="text-ink-2">
          <Rich
            text={
              context.divisionPlanWeight === null
                ? t('performance.context.alone', { own: number(context.planWeight) })
                : t('performance.context.value', {
                    own: number(context.planWeight),
                    division: number(context.divisionPlanWeight),
                  })
            }
          />
        </span>
      </div>
    </Section>
  )
}

function AfterDecision({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  return (
    <Section ruled title={t('performance.after.title')}>
      <ul className="flex flex-col gap-2.5 text-sm text-ink-2">
        <li className="flex items-start gap-2.5">
          <Icon icon={Check} className="mt-1 text-accent-text" />
          <span>
            <Rich text={t('performance.after.agree', { number: view.submissionCount })} />
          </span>
        </li>
        <li className="flex items-start gap-2.5">
          <Icon icon={CornerUpLeft} mirrored className="mt-1 text-ink-3" />
          <span>
            <Rich
              text={t(
                view.nextReturnTellsHigherOfficial ? 'performance.after.sendBackAgain' : 'performance.after.sendBack',
              )}
            />
          </span>
        </li>
      </ul>
    </Section>
  )
}

/** Until when both sides may ask for an amendment (AMB-25). */
function AmendmentDoor({ view }: { readonly view: DocumentView }) {
  const { t } = useText()
  const { language, digits, timeZone } = usePreferences()
  const closed = localDate(new Date(), timeZone) >= view.amendmentClosesOn
  return (
    <Section ruled title={t('performance.moves.requestAmendment')}>
      <p className="text-sm text-ink-2">
        {t(closed ? 'performance.amendment.closed' : 'performance.amendment.closes', {
          date: formatDate(view.amendmentClosesOn, { language, digits, style: 'long' }),
        })}
      </p>
    </Section>
  )
}
