import { Fingerprint, PencilRuler, Scale, Star, TrendingUp, UserCheck } from 'lucide-react'
import { formatDateTime, formatQuantity } from '../../../../shared/locale.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon, type IconType } from '../../../../ui/icon.tsx'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { Section } from '../../../../ui/section.tsx'
import { Timeline, type TimelineItem } from '../../../../ui/timeline.tsx'
import type { Explained } from '../api.ts'
import { reasonName, useReasonText } from './change-text.ts'

const icons: Record<Explained['changes'][number]['stage'], IconType> = {
  supervisor: UserCheck,
  curve: TrendingUp,
  committee: Scale,
  excellence: Star,
  grievance: Scale,
}

/** Everything that a person changed, with who, when, the code and the words; and what the curve changed by itself. */
export function HumanChanges({
  explanation,
  fingerprint,
}: {
  readonly explanation: Explained
  readonly fingerprint: string
}) {
  const { t } = useText()
  const items = useChanges(explanation)
  const human = items.filter((item) => item.human)
  return (
    <>
      <Section ruled title={t('appraisal.why.changes')} note={t('appraisal.why.changesNote', { count: human.length })}>
        {items.length === 0 ? (
          <p className="text-sm text-ink-2">{t('appraisalFiles.why.noChanges')}</p>
        ) : (
          <Timeline label={t('appraisal.why.changes')} items={items} />
        )}
      </Section>
      <p className="flex flex-wrap items-center gap-2 border-t border-line pt-4 text-sm text-ink-3">
        <Icon icon={Fingerprint} size={16} /> {t('appraisal.why.fingerprint')}
        <Num code className="text-ink-2">
          {(fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join('·')}
        </Num>
      </p>
    </>
  )
}

function useChanges({ changes, cycles }: Explained): (TimelineItem & { readonly human: boolean })[] {
  const text = useText()
  const { t, pick } = text
  const reader = usePreferences()
  const reasonText = useReasonText()
  const meta = (by: { name: { ar: string; en: string } } | null, at: string, code: string) =>
    [
      by ? pick(by.name) : t('appraisal.why.byArithmetic'),
      formatDateTime(new Date(at), reader),
      reasonName(text, code),
      code,
    ]
      .filter(Boolean)
      .join(' · ')
  const ofRank = changes.map((change, index) => ({
    id: `rank-${index}`,
    at: change.at,
    human: change.stage !== 'curve',
    icon: icons[change.stage],
    title: t('appraisal.why.changed', {
      what: t(`appraisalFiles.stages.${change.stage}`),
      rank: t(`appraisalFiles.ranks.${change.to}`),
    }),
    body: reasonText(change),
    meta: meta(change.by, change.at, change.reasonCode),
  }))
  const ofActuals = cycles.flatMap((cycle) =>
    cycle.segments.flatMap((segment) =>
      segment.lines.flatMap((line) =>
        line.corrections.map((correction, index) => {
          const shown = (value: string | null) =>
            value === null ? t('appraisal.why.notDelivered') : formatQuantity(line.dataType, value, reader)
          return {
            id: `${line.id}-${index}`,
            at: correction.at,
            human: true,
            icon: PencilRuler,
            title: t('appraisal.why.correction', { to: shown(correction.to), from: shown(correction.from) }),
            body: [
              correction.reasonText,
              correction.answer && t(`appraisalFiles.why.answer.${correction.answer}`),
              correction.ruling && t(`appraisalFiles.why.ruling.${correction.ruling}`),
            ]
              .filter(Boolean)
              .join(' '),
            meta: meta(correction.by, correction.at, correction.reasonCode),
          }
        }),
      ),
    ),
  )
  return [...ofRank, ...ofActuals].toSorted((a, b) => (a.at < b.at ? 1 : -1))
}
