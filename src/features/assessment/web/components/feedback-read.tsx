import { Sprout, ThumbsUp } from 'lucide-react'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import type { AssessmentView } from '../../schema.ts'

/** Strengths and what to improve, as the reviewer wrote them. */
export function FeedbackRead({ view: { strengths, improvements } }: { readonly view: AssessmentView }) {
  const { t } = useText()
  if (strengths === '' && improvements === '') return null
  return (
    <Card title={t('assessment.feedback.title')} className="phone:-mx-4 phone:rounded-none phone:border-x-0">
      <div className="grid gap-4 lg:grid-cols-2">
        {(
          [
            ['strengths', ThumbsUp, strengths],
            ['improvements', Sprout, improvements],
          ] as const
        ).map(
          ([name, icon, words]) =>
            words !== '' && (
              <div key={name} className="text-sm">
                <h3 className="mb-1 flex items-center gap-1.5 font-medium">
                  <Icon icon={icon} size={14} className="text-ink-3" />
                  {t(`assessment.feedback.${name}`)}
                </h3>
                <p className="whitespace-pre-wrap text-ink-2">
                  <bdi>{words}</bdi>
                </p>
              </div>
            ),
        )}
      </div>
    </Card>
  )
}
