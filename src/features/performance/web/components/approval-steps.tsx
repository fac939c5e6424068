import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { useNavigation } from '../../../../ui/navigation.ts'
import { type Approval, useApprovals } from '../api.ts'

/** Where the open document stands among those that wait for my decision. */
export function useApprovalSteps(documentId: string, enabled: boolean) {
  const items: readonly Approval[] = useApprovals({ enabled }).data?.items ?? []
  const at = items.findIndex((item) => item.documentId === documentId)
  return {
    at,
    of: items.length,
    previous: at > 0 ? items[at - 1] : undefined,
    next: at >= 0 ? items[at + 1] : undefined,
    /** What to look at once this one is decided: the next, or else the first that is left. */
    afterDecision: at < 0 ? undefined : (items[at + 1] ?? items.find((item) => item.documentId !== documentId)),
  }
}

type ApprovalStepsProps = { readonly steps: ReturnType<typeof useApprovalSteps> }

/** «1 من 6», and the way to the one before and the one after. */
export function ApprovalSteps({ steps: { at, of, previous, next } }: ApprovalStepsProps) {
  const { t } = useText()
  const { go } = useNavigation()
  if (at < 0 || of < 2) return null
  return (
    <nav
      aria-label={t('performance.record.steps')}
      className="flex items-center gap-1 border-line pe-3 sm:border-e phone:w-full phone:justify-between"
    >
      <IconButton
        icon={ChevronLeft}
        mirrored
        size="sm"
        label={t('performance.record.previous')}
        disabled={!previous}
        onPress={() => previous && go(`/documents/${previous.documentId}`)}
      />
      <span className="px-1 text-sm whitespace-nowrap text-ink-3">
        {t('performance.record.step', { at: at + 1, of })}
      </span>
      <IconButton
        icon={ChevronRight}
        mirrored
        size="sm"
        label={t('performance.record.next')}
        disabled={!next}
        onPress={() => next && go(`/documents/${next.documentId}`)}
      />
    </nav>
  )
}
