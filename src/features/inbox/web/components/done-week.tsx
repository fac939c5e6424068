import { CircleCheck } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Link } from '../../../../ui/link.tsx'
import type { Home } from '../api.ts'

/** «أُنجز 14 بندًا في الأسبوع الماضي، بمتوسط يومين لكل منها.» */
export function DoneWeek({ done }: { readonly done: NonNullable<Home['done']> }) {
  const { t } = useText()
  const { count, averageHours } = done
  const time =
    averageHours < 24
      ? t('inbox.hours', { count: averageHours })
      : t('inbox.days', { count: Math.round(averageHours / 24) })
  const words = t('inbox.doneWeek', { count })
  return (
    <p className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-3">
      {count > 0 && (
        <span className="flex items-center gap-2">
          <Icon icon={CircleCheck} className="text-green-text" />
          {t('inbox.average', { done: words, time })}
        </span>
      )}
      <Link to="/inbox?view=done">{t('inbox.showDone')}</Link>
    </p>
  )
}
