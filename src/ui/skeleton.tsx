import { cx } from './cx.ts'
import { useText } from './i18n.ts'

/** One grey line where words will stand. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={cx('skeleton block h-4', className)} />
}

/** The shape of a page while it loads, so that nothing jumps when it arrives. */
export function PageSkeleton({ rows = 5 }: { readonly rows?: number }) {
  const { t } = useText()
  return (
    <div role="status" className="flex flex-col gap-6 p-6 phone:p-4">
      <span className="sr-only">{t('ui.loading')}</span>
      <Skeleton className="h-7 w-56" />
      <RowsSkeleton rows={rows} />
    </div>
  )
}

export function RowsSkeleton({ rows = 4 }: { readonly rows?: number }) {
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface" aria-hidden>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without content
        <div key={at} className="flex items-center gap-4 border-b border-line px-4 py-4 last:border-b-0">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex flex-1 flex-col gap-2">
            <Skeleton className="h-3.5 w-2/5" />
            <Skeleton className="h-3 w-3/5" />
          </div>
          <Skeleton className="h-7 w-16" />
        </div>
      ))}
    </div>
  )
}
