import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Banner } from '../../../../ui/banner.tsx'
import { Button } from '../../../../ui/button.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { Problem } from '../../domain/completeness.ts'

type BlockedNoticeProps = { readonly id: string; readonly problems: readonly Problem[]; readonly onGo: () => void }

/** Why the document cannot be sent yet, in one sentence, with the way to the first thing to mend. */
export function BlockedNotice({ id, problems, onGo }: BlockedNoticeProps) {
  const { t } = useText()
  const total = problems.find((problem) => problem.path === 'weights')
  const rest = problems.filter((problem) => problem !== total)
  // Where nothing is written yet there is no place to go to: the page itself says how to begin.
  const somewhere = rest.some(({ code }) => code !== 'performance.no_objectives')
  const reasons = [
    ...(total ? [sentenceFor(total.code, total.params)] : []),
    ...(rest.length === 1 && rest[0] ? [sentenceFor(rest[0].code, rest[0].params)] : []),
    ...(rest.length > 1 ? [t('performance.editor.toMend', { count: rest.length })] : []),
  ]
  return (
    <Banner id={id} tone="amber" className="lg:max-w-[26rem]">
      <strong className="font-semibold">{t('performance.editor.cannotSend')}</strong> {reasons.join(' ')}{' '}
      {somewhere && (
        <Button look="link" size="sm" className="h-auto! px-0!" onPress={onGo}>
          {t('performance.editor.goToError')}
        </Button>
      )}
    </Banner>
  )
}

/** Things that nobody has typed yet are no mistakes: they are marked only when the writer asks what is missing. */
export function isGap({ code }: Problem): boolean {
  return /(_missing|no_key_results|no_objectives)$/.test(code)
}
