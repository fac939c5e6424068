import { ArrowRight, CircleAlert } from 'lucide-react'
import { formatNumber } from '../../../../shared/locale.ts'
import { Button } from '../../../../ui/button.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Progress } from '../../../../ui/progress.tsx'
import { Rich } from '../../../../ui/rich.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import { cycleName, DocumentStatus } from '../../../performance/web/public.tsx'
import type { HomeCard } from '../../schema.ts'
import { pointsText } from './measured-text.ts'

/** On the home page: how far the closing of my cycle is, what waits for my answer, and the way to it. */
export function AssessmentCard({ data }: { readonly data: unknown }) {
  const text = useText()
  const { t } = text
  const { language, digits } = usePreferences()
  const card = data as HomeCard | undefined
  if (!card) return null
  const reader = { language, digits }
  const working = card.status === 'agreed' || card.status === 'assessing'
  return (
    <Section ruled title={t('assessment.pages.mine')} aside={<DocumentStatus of={card.status} look="pill" />}>
      <div className="flex flex-col gap-3">
        <div>
          <p className="mb-1.5 flex items-baseline justify-between gap-3 text-sm text-ink-2">
            {cycleName(text, card.cycle)}
            <span>
              <Rich
                text={t('assessment.recordedOf', {
                  recorded: formatNumber(card.recorded, reader),
                  lines: formatNumber(card.lines, reader),
                })}
              />
            </span>
          </p>
          <Progress
            thin
            label={t('assessment.recordedShare')}
            value={card.lines === 0 ? 0 : (card.recorded / card.lines) * 100}
          />
        </div>
        {card.weighted !== null && !working && (
          <p className="text-sm text-ink-2">
            {t('assessment.result.soFar')}: <b>{pointsText(card.weighted, reader)}</b>
          </p>
        )}
        {working && card.dueOn && (
          <p className={card.lateDays > 0 ? 'text-sm text-red-text' : 'text-sm text-ink-2'}>
            {card.lateDays > 0 ? t('assessment.lateSending', { count: card.lateDays }) : t('assessment.sendingDue')}{' '}
            {card.lateDays === 0 && <DateText date={card.dueOn} style="deadline" />}
          </p>
        )}
        {card.unanswered > 0 && (
          <Status icon={CircleAlert} tone="amber">
            {t('assessment.notes.toAnswer', { count: card.unanswered })}
          </Status>
        )}
        <Button full iconAfter={ArrowRight} to="/my/assessment">
          {t(
            working
              ? 'assessment.home.record'
              : card.unanswered > 0
                ? 'assessment.home.answer'
                : 'assessment.home.open',
          )}
        </Button>
      </div>
    </Section>
  )
}
