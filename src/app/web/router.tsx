import {
  type ComponentType,
  createContext,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  startTransition,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { type Navigation, NavigationContext, type PageDefinition } from '../../ui/navigation.ts'
import { matchPath } from './match-path.ts'
import { currentPlace, type Place, useHistory } from './use-history.ts'

const loadLeaveDialog = () => import('./shell/leave-dialog.tsx')
const LeaveDialog = lazy(() => loadLeaveDialog().then((module) => ({ default: module.LeaveDialog })))

const drawn = new Map<PageDefinition, LazyExoticComponent<ComponentType>>()

function componentOf(page: PageDefinition): LazyExoticComponent<ComponentType> {
  const known = drawn.get(page) ?? lazy(async () => ({ default: await page.load() }))
  drawn.set(page, known)
  return known
}

/** The page that an address names. Fixed words win over values: `/people/import` over `/people/:id`. */
export function pageAt(pages: readonly PageDefinition[], path: string): PageDefinition | undefined {
  const fitting = pages.filter((page) => matchPath(page.path, path))
  return fitting.sort((a, b) => a.path.split(':').length - b.path.split(':').length)[0]
}

const PageContext = createContext<PageDefinition | undefined>(undefined)

type RouterProps = {
  readonly pages: readonly PageDefinition[]
  readonly children: ReactNode
  /** Called instead of showing an address that belongs to another part of the product. */
  readonly onLeave?: (path: string) => boolean
}

/** The address as pages and links know it. A page is shown when its code is here; until then the last one stays. */
export function Router({ pages, children, onLeave }: RouterProps) {
  const [place, setPlace] = useState<Place>(currentPlace)
  const history = useHistory({
    onMove: (next) => {
      if (!onLeave?.(next.path)) startTransition(() => setPlace(next))
    },
  })
  const page = pageAt(pages, place.path)
  useScroll(place)

  const navigation = useMemo<Navigation>(
    () => ({
      path: place.path,
      search: place.search,
      params: (page && matchPath(page.path, place.path)) ?? {},
      go: history.go,
      prepare: (to) => {
        const target = pageAt(pages, new URL(to, location.href).pathname)
        target?.load().catch(() => {})
      },
      guard: (isDirty) => {
        // Loaded while there is still a connection: the question must come without one too.
        loadLeaveDialog().catch(() => {})
        return history.guard(isDirty)
      },
    }),
    [place, page, pages, history.go, history.guard],
  )

  return (
    <NavigationContext value={navigation}>
      <PageContext value={page}>{children}</PageContext>
      {history.asking && (
        <Suspense>
          <LeaveDialog onStay={history.asking.stay} onLeave={history.asking.leave} />
        </Suspense>
      )}
    </NavigationContext>
  )
}

/** Where the page itself stands inside the frame. */
export function Outlet({ missing }: { readonly missing: ReactNode }) {
  const page = useContext(PageContext)
  if (!page) return missing
  const Page = componentOf(page)
  return <Page />
}

/** A new page begins at its top; going back returns to the place that was left, once the page is long enough again. */
function useScroll(place: Place) {
  const before = useRef(place)
  useEffect(() => {
    history.scrollRestoration = 'manual'
    const keep = () => sessionStorage.setItem(`itqan.scroll.${currentPlace().at}`, String(scrollY))
    addEventListener('scrollend', keep)
    return () => removeEventListener('scrollend', keep)
  }, [])
  useLayoutEffect(() => {
    const samePage = before.current.path === place.path
    before.current = place
    if (samePage && !place.returned) return
    const target = place.returned ? Number(sessionStorage.getItem(`itqan.scroll.${place.at}`) ?? 0) : 0
    scrollTo(0, target)
    if (target === 0) return
    const grown = new ResizeObserver(() => scrollTo(0, target))
    grown.observe(document.body)
    const timer = setTimeout(() => grown.disconnect(), 600)
    return () => {
      clearTimeout(timer)
      grown.disconnect()
    }
  }, [place])
}
