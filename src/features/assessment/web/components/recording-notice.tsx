import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { AssessmentView } from '../../schema.ts'

type RecordingNoticeProps = {
  readonly id: string
  readonly problems: AssessmentView['problems']
  readonly onGo: () => void
}

/** Why the self-evaluation cannot be sent yet, in one sentence, with the way to the first thing to mend. */
export function RecordingNotice({ id, problems, onGo }: RecordingNoticeProps) {
  const { t } = useText()
  const [only] = problems
  return (
    <Banner id={id} tone="amber" className="lg:max-w-[26rem]">
      <strong className="font-semibold">{t('assessment.cannotSend')}</strong>{' '}
      {problems.length === 1 && only
        ? sentenceFor(only.code, only.params)
        : t('assessment.toMend', { count: problems.length })}{' '}
      <Button look="link" size="sm" className="h-auto! px-0!" onPress={onGo}>
        {t('assessment.goToFirst')}
      </Button>
    </Banner>
  )
}
