import { Bell, ChevronDown, CircleQuestionMark, Languages, Menu as MenuIcon, Search } from 'lucide-react'
import { Avatar } from '../../../ui/avatar.tsx'
import { Breadcrumb, type Crumb } from '../../../ui/breadcrumb.tsx'
import { cx } from '../../../ui/cx.ts'
import { useText } from '../../../ui/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { IconButton, iconButtonClass } from '../../../ui/icon-button.tsx'
import { Link } from '../../../ui/link.tsx'
import { Logo } from '../../../ui/logo.tsx'
import { useMe } from '../../../ui/me-context.ts'
import { Menu } from '../../../ui/menu.tsx'
import { useNavigation } from '../../../ui/navigation.ts'
import { setPreferences, usePreferences } from '../../../ui/preferences.ts'
import { personGroups } from './person-groups.ts'

type TopBarProps = {
  readonly crumbs: readonly Crumb[]
  /** The part of the user guide that explains the page. */
  readonly help: string
  readonly onSearch: () => void
  readonly onMenu: () => void
}

export function TopBar({ crumbs, help, onSearch, onMenu }: TopBarProps) {
  const { t } = useText()
  return (
    <header
      data-print="no"
      className="sticky top-0 z-(--z-sticky) flex h-[52px] items-center gap-3 border-b border-line bg-surface px-6 phone:gap-1 phone:px-2"
    >
      <IconButton icon={MenuIcon} label={t('shell.openMenu')} onPress={onMenu} className="md:hidden" />
      <Link to="/" look="plain" className="flex items-center gap-2.5 text-lg font-semibold md:hidden">
        <Logo size={26} />
        {t('ui.product')}
      </Link>
      <div className="min-w-0 flex-1 phone:invisible phone:overflow-hidden">
        <Breadcrumb crumbs={crumbs} />
      </div>
      <button
        type="button"
        onClick={onSearch}
        aria-keyshortcuts="Control+K Meta+K"
        className="hidden h-[34px] w-72 items-center gap-2.5 rounded-md border border-line-2 bg-surface px-3 text-sm text-ink-3 hover:border-line-control md:flex max-lg:w-44"
      >
        <Icon icon={Search} size={15} />
        <span className="min-w-0 flex-1 truncate text-start">{t('shell.search')}</span>
        <kbd dir="ltr" className="rounded-[5px] border border-line-2 px-1.5 font-sans text-2xs">
          Ctrl K
        </kbd>
      </button>
      <IconButton icon={Search} label={t('shell.searchShort')} onPress={onSearch} className="md:hidden" />
      <LanguageButton className="phone:hidden" />
      <Link
        to={help}
        look="plain"
        label={t('help.open')}
        className={cx(iconButtonClass, 'size-9 rounded-md phone:size-11')}
      >
        <Icon icon={CircleQuestionMark} size={18} />
      </Link>
      <NoticesLink />
      <span aria-hidden className="h-6 w-px bg-line phone:hidden" />
      <PersonMenu />
    </header>
  )
}

export function LanguageButton({ className }: { readonly className?: string }) {
  const { t, language } = useText()
  const other = language === 'ar' ? 'en' : 'ar'
  return (
    <button
      type="button"
      lang={other}
      onClick={() => void setPreferences({ language: other })}
      className={cx(
        'flex h-9 items-center gap-2 rounded-md px-2 text-sm font-medium text-ink-2 hover:bg-sunken hover:text-ink phone:h-11',
        className,
      )}
    >
      <Icon icon={Languages} />
      {t('ui.otherLanguage')}
    </button>
  )
}

function NoticesLink() {
  const { t } = useText()
  const { counts } = useMe()
  const count = counts.notices ?? 0
  return (
    <Link
      to="/notices"
      look="plain"
      label={`${t('shell.notices')}: ${t('shell.newNotices', { count })}`}
      className={cx(iconButtonClass, 'size-9 rounded-md phone:size-11')}
    >
      <Icon icon={Bell} size={18} />
      {count > 0 && (
        <span
          aria-hidden
          className="absolute end-1.5 top-1.5 size-2 rounded-full bg-amber ring-2 ring-surface phone:end-2.5 phone:top-2.5"
        />
      )}
    </Link>
  )
}

function PersonMenu() {
  const text = useText()
  const me = useMe()
  const { person } = me
  const { go } = useNavigation()
  const name = text.pick(person.name)
  return (
    <span className="phone:hidden">
      <Menu
        worded
        label={text.t('shell.person', { name })}
        groups={personGroups(me, text, usePreferences(), go)}
        triggerClassName="flex h-9 items-center gap-2.5 rounded-md px-1.5 text-sm font-medium hover:bg-sunken"
        trigger={
          <>
            <Avatar name={name} initials={text.language === 'ar' ? person.initials : null} size={28} tone="accent" />
            <span className="max-w-64 truncate max-lg:sr-only">{name}</span>
            <Icon icon={ChevronDown} size={14} className="text-ink-3" />
          </>
        }
      />
    </span>
  )
}
