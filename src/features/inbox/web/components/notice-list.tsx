import {
  CalendarClock,
  CircleCheck,
  GitPullRequestArrow,
  Info,
  MessageSquareText,
  Target,
  Undo2,
  Users,
} from 'lucide-react'
import { daysBetween } from '../../../../shared/dates.ts'
import { formatDate } from '../../../../shared/locale.ts'
import { localDate } from '../../../../shared/time-zone.ts'
import { cx } from '../../../../ui/cx.ts'
import { DateText, DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon, type IconType } from '../../../../ui/icon.tsx'
import { Link } from '../../../../ui/link.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { Notice } from '../api.ts'
import { noticeWords } from './item-words.ts'

/** A picture by what the kind is about; the words say it all without it. */
const icons: readonly (readonly [RegExp, IconType])[] = [
  [/agree$|accept/, CircleCheck],
  [/send_back|withdraw|declin|object/, Undo2],
  [/amend/, GitPullRequestArrow],
  [/comment|meeting/, MessageSquareText],
  [/delegation|supervisor/, Users],
  [/direction|plan\./, Target],
  [/late|cycle|reminder/, CalendarClock],
]

function iconOf(kind: string): { icon: IconType; mirrored: boolean } {
  const icon = icons.find(([sign]) => sign.test(kind))?.[1] ?? Info
  return { icon, mirrored: icon === Undo2 }
}

type NoticeListProps = { readonly notices: readonly Notice[]; readonly today: string; readonly label: string }

/** What the person was told: a sentence, and when. */
export function NoticeList({ notices, today, label }: NoticeListProps) {
  const text = useText()
  return (
    <ul aria-label={label}>
      {notices.map((notice) => {
        const { icon, mirrored } = iconOf(notice.kind)
        const sentence = noticeWords(notice, text)
        return (
          <li key={notice.id} className="flex items-start gap-3 border-b border-line py-2 last:border-b-0">
            <Icon icon={icon} className="mt-1 text-ink-3" {...(mirrored && { mirrored })} />
            <p className={cx('min-w-0 flex-1 text-sm', notice.read ? 'text-ink-2' : 'font-medium')}>
              {notice.link ? (
                <Link to={notice.link} look="plain" className="hover:underline">
                  {sentence}
                </Link>
              ) : (
                sentence
              )}{' '}
              {!notice.read && (
                <span className="ms-1 rounded-sm bg-amber-soft px-1.5 text-xs text-amber-text">
                  {text.t('noticesPage.unread')}
                </span>
              )}
            </p>
            <When at={notice.createdAt} today={today} />
          </li>
        )
      })}
    </ul>
  )
}

/** «اليوم 09:12», the weekday within a week, the date before. */
function When({ at, today }: { readonly at: string; readonly today: string }) {
  const { t } = useText()
  const { language, digits, timeZone } = usePreferences()
  const day = localDate(new Date(at), timeZone)
  const style = 'shrink-0 text-xs text-ink-3'
  if (day === today) {
    return (
      <span className={style}>
        {t('home.today')} <DateTimeText at={at} only="time" />
      </span>
    )
  }
  if (daysBetween(day, today) < 7) {
    return (
      <time dateTime={at} className={style}>
        {formatDate(day, { language, digits, style: 'weekdayName' })}
      </time>
    )
  }
  return <DateText date={day} className={style} />
}
