import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { Crumb } from '../../../ui/breadcrumb.tsx'
import { cx } from '../../../ui/cx.ts'
import { ErrorBoundary } from '../../../ui/error-boundary.tsx'
import { useText } from '../../../ui/i18n.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Link } from '../../../ui/link.tsx'
import { Logo } from '../../../ui/logo.tsx'
import { useMe } from '../../../ui/me-context.ts'
import { useNavigation } from '../../../ui/navigation.ts'
import { useCurrentPageTitle } from '../../../ui/page-title.ts'
import { setPreferences, usePreferences } from '../../../ui/preferences.ts'
import { PageSkeleton } from '../../../ui/skeleton.tsx'
import { mainId, SkipLink } from '../../../ui/skip-link.tsx'
import { ToastRegion } from '../../../ui/toast.tsx'
import { helpAddress } from '../help/parts-of-pages.ts'
import { pages } from '../pages.ts'
import { PlainHttpBanner } from '../plain-http-banner.tsx'
import { Outlet, pageAt } from '../router.tsx'
import { CycleCard } from './cycle-card.tsx'
import { MainMenu } from './main-menu.tsx'
import { currentPage, menuFor } from './menu-model.ts'
import { CrashedPage, MissingPage } from './no-page.tsx'
import { Rail } from './rail.tsx'
import { SignedOutDialog } from './signed-out-dialog.tsx'
import { TopBar } from './top-bar.tsx'

const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })))
const PhoneMenu = lazy(() => import('./phone-menu.tsx').then((module) => ({ default: module.PhoneMenu })))

/** The frame of every page: menu on the start side, top bar, content. */
export function Shell() {
  const { t } = useText()
  const me = useMe()
  const { path } = useNavigation()
  const { menuFolded } = usePreferences()
  const [unfoldedHere, setUnfoldedHere] = useState<string>()
  const [palette, setPalette] = useState(false)
  const [drawer, setDrawer] = useState(false)
  const parts = useMemo(() => menuFor(pages, me), [me])
  const current = currentPage(pages, path)
  const page = pageAt(pages, path)
  const wide = page?.wide ?? false
  const folded = unfoldedHere === path ? false : menuFolded || wide
  const crumbs = useCrumbs()
  useShortcut(() => setPalette(true))
  useFocusOnNewPage(path)

  const fold = () => {
    setUnfoldedHere(folded ? path : undefined)
    void setPreferences({ menuFolded: wide ? menuFolded : !folded }, { quiet: true })
  }

  return (
    <>
      <SkipLink />
      <div className="flex min-h-dvh">
        <aside
          data-print="no"
          className={cx(
            'sticky top-0 hidden h-dvh shrink-0 flex-col border-e border-line bg-bg md:flex',
            folded ? 'w-[60px] items-center' : 'w-[232px]',
          )}
        >
          <div
            className={cx(
              'flex h-[52px] shrink-0 items-center',
              folded ? 'justify-center' : 'justify-between ps-4 pe-3',
            )}
          >
            <Link
              to="/"
              look="plain"
              label={t('ui.product')}
              className="flex items-center gap-2.5 text-[1.0625rem] font-semibold"
            >
              <Logo size={folded ? 30 : 28} />
              {!folded && t('ui.product')}
            </Link>
            {!folded && (
              <IconButton icon={PanelLeftClose} mirrored size="sm" label={t('shell.foldMenu')} onPress={fold} />
            )}
          </div>
          <nav
            aria-label={t('shell.menu')}
            className={cx('min-h-0 flex-1 overflow-y-auto py-2', folded ? 'px-1' : 'px-3')}
          >
            {folded ? <Rail parts={parts} current={current} /> : <MainMenu parts={parts} current={current} />}
          </nav>
          <div className="p-3">
            {folded ? (
              <IconButton icon={PanelLeftOpen} mirrored label={t('shell.unfoldMenu')} onPress={fold} />
            ) : (
              <CycleCard />
            )}
          </div>
        </aside>
        <div className="flex min-w-0 flex-1 flex-col">
          <PlainHttpBanner />
          {me.trialBanner && (
            <section
              aria-label={t('shell.trialLabel')}
              data-print="no"
              className="bg-sunken px-4 py-1 text-center text-xs text-ink-2"
            >
              {t('shell.trial')}
            </section>
          )}
          <TopBar
            crumbs={crumbs}
            help={helpAddress(page?.path)}
            onSearch={() => setPalette(true)}
            onMenu={() => setDrawer(true)}
          />
          <main id={mainId} tabIndex={-1} className="flex flex-1 flex-col outline-none">
            <Suspense fallback={<PageSkeleton />}>
              <ErrorBoundary key={path} shown={(thrown) => <CrashedPage thrown={thrown} />}>
                <Outlet missing={<MissingPage />} />
              </ErrorBoundary>
            </Suspense>
          </main>
        </div>
      </div>
      <Suspense>
        {palette && <Palette parts={parts} onClose={() => setPalette(false)} />}
        {drawer && <PhoneMenu parts={parts} current={current} onClose={() => setDrawer(false)} />}
      </Suspense>
      <SignedOutDialog />
      <ToastRegion />
    </>
  )
}

/** Group, page and what the page adds, for the top bar; also names the browser's tab. */
function useCrumbs(): readonly Crumb[] {
  const { t } = useText()
  const { path } = useNavigation()
  const named = useCurrentPageTitle()
  const exact = pageAt(pages, path)
  const parent = currentPage(pages, path)
  const title = named?.title ?? (exact ? t(exact.title) : '')
  useEffect(() => {
    document.title = title ? `${title} — ${t('ui.product')}` : t('ui.product')
  }, [title, t])
  const group = (parent ?? exact)?.menu?.group
  const before: Crumb[] = group && group !== 'home' ? [{ label: t(`shell.group.${group}`) }] : []
  if (named?.crumbs) before.push(...named.crumbs)
  else if (parent && parent !== exact) before.push({ label: t(parent.title), to: parent.path })
  return [...before, { label: title }]
}

function useShortcut(open: () => void) {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.code === 'KeyK') {
        event.preventDefault()
        latest.current()
      }
    }
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

/** A new page begins at its top for the keyboard and for readers of the screen too. */
function useFocusOnNewPage(path: string) {
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    document.getElementById(mainId)?.focus({ preventScroll: true })
  }, [path])
}
