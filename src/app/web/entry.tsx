import { Languages } from 'lucide-react'
import { type ReactNode, Suspense } from 'react'
import { useText } from '../../ui/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { Logo } from '../../ui/logo.tsx'
import { setPreferences } from '../../ui/preferences.ts'
import { mainId } from '../../ui/skip-link.tsx'
import { entryPages } from './entry-pages.ts'
import { PlainHttpBanner } from './plain-http-banner.tsx'
import { Outlet, pageAt, Router } from './router.tsx'

/** The pages before sign-in. */
export function Entry({ onLeave }: { readonly onLeave: () => void }) {
  const leave = (path: string) => {
    const stays = pageAt(entryPages, path) !== undefined
    if (!stays) onLeave()
    return !stays
  }
  return (
    <Router pages={entryPages} onLeave={leave}>
      <EntryFrame>
        <Suspense>
          <Outlet missing={null} />
        </Suspense>
      </EntryFrame>
    </Router>
  )
}

function EntryFrame({ children }: { readonly children: ReactNode }) {
  const { t, language } = useText()
  const other = language === 'ar' ? 'en' : 'ar'
  return (
    <div className="flex min-h-dvh flex-col bg-bg">
      <PlainHttpBanner />
      <header className="flex items-center justify-between px-6 py-4 phone:px-4">
        <span className="flex items-center gap-2.5 text-lg font-semibold">
          <Logo size={30} />
          {t('ui.product')}
        </span>
        <button
          type="button"
          lang={other}
          onClick={() => void setPreferences({ language: other })}
          className="flex h-9 items-center gap-2 rounded-md px-2.5 text-sm font-medium text-ink-2 hover:bg-sunken phone:h-11"
        >
          <Icon icon={Languages} />
          {t('ui.otherLanguage')}
        </button>
      </header>
      <main
        id={mainId}
        tabIndex={-1}
        className="flex flex-1 flex-col items-center px-4 pt-[min(10dvh,6rem)] pb-16 outline-none"
      >
        {children}
      </main>
    </div>
  )
}
