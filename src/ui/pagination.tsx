import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useText } from './i18n.ts'
import { IconButton } from './icon-button.tsx'

export type PaginationProps = {
  /** Of the first row shown, counted from 1; with `to` and `total` where the server knows them. */
  readonly from?: number
  readonly to?: number
  readonly total?: number
  readonly onPrevious?: (() => void) | undefined
  readonly onNext?: (() => void) | undefined
}

/** Page by page through a list: «1–50 من 4,812». */
export function Pagination({ from, to, total, onPrevious, onNext }: PaginationProps) {
  const { t } = useText()
  const range = from !== undefined && to !== undefined
  return (
    <nav aria-label={t('ui.pages')} className="flex items-center justify-end gap-2 pt-3 text-sm text-ink-3">
      {range && <span>{total === undefined ? t('ui.range', { from, to }) : t('ui.rangeOf', { from, to, total })}</span>}
      {!range && total !== undefined && <span>{t('ui.total', { count: total })}</span>}
      <IconButton
        icon={ChevronLeft}
        mirrored
        bordered
        size="sm"
        label={t('ui.previousPage')}
        disabled={!onPrevious}
        {...(onPrevious && { onPress: onPrevious })}
      />
      <IconButton
        icon={ChevronRight}
        mirrored
        bordered
        size="sm"
        label={t('ui.nextPage')}
        disabled={!onNext}
        {...(onNext && { onPress: onNext })}
      />
    </nav>
  )
}
