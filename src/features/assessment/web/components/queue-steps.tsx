import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { type QueueItem, useQueue } from '../api.ts'

/** Where the open assessment stands among those that wait for me. */
export function useQueueSteps(documentId: string, enabled: boolean) {
  const all: readonly QueueItem[] = useQueue({ enabled }).data?.items ?? []
  const ids = [
    ...new Set(all.flatMap((item) => (item.documentId && item.kind !== 'undecided' ? [item.documentId] : []))),
  ]
  const at = ids.indexOf(documentId)
  return {
    at,
    of: ids.length,
    previous: at > 0 ? ids[at - 1] : undefined,
    next: at >= 0 ? ids[at + 1] : undefined,
    /** What to look at once this one is decided: the next, or else the first that is left. */
    afterDecision: at < 0 ? undefined : (ids[at + 1] ?? ids.find((id) => id !== documentId)),
  }
}

type QueueStepsProps = { readonly steps: ReturnType<typeof useQueueSteps> }

/** «1 من 6», and the way to the one before and the one after. */
export function QueueSteps({ steps: { at, of, previous, next } }: QueueStepsProps) {
  const { t } = useText()
  const { go } = useNavigation()
  if (at < 0 || of < 2) return null
  return (
    <nav
      aria-label={t('assessment.queue.title')}
      className="flex items-center gap-1 border-line pe-3 sm:border-e phone:w-full phone:justify-between"
    >
      <IconButton
        icon={ChevronLeft}
        mirrored
        size="sm"
        label={t('assessment.queue.previous')}
        disabled={!previous}
        onPress={() => previous && go(`/assessments/${previous}`)}
      />
      <span className="px-1 text-sm whitespace-nowrap text-ink-3">
        {t('assessment.queue.step', { at: at + 1, of })}
      </span>
      <IconButton
        icon={ChevronRight}
        mirrored
        size="sm"
        label={t('assessment.queue.next')}
        disabled={!next}
        onPress={() => next && go(`/assessments/${next}`)}
      />
    </nav>
  )
}
