import type { Me } from '../../../ui/me.ts'
import type { MenuGroup, PageDefinition } from '../../../ui/navigation.ts'
import { matchPath } from '../match-path.ts'

export type MenuItem = { readonly page: PageDefinition; readonly count: number }
export type MenuPart = { readonly group: MenuGroup; readonly items: readonly MenuItem[] }

const order = [
  'home',
  'mine',
  'team',
  'plan',
  'followUp',
  'reports',
  'committees',
  'administration',
] as const satisfies readonly MenuGroup[]

type Seen = Pick<Me, 'can' | 'counts'> & { readonly entity?: Me['entity'] }

/** What this person sees in the menu, in the order of the work. */
export function menuFor(pages: readonly PageDefinition[], me: Seen): readonly MenuPart[] {
  const open = pages.filter((page) => page.menu && isOpen(page, me))
  return order
    .map((group) => ({
      group,
      items: open
        .filter((page) => page.menu?.group === group)
        .sort((a, b) => (a.menu?.order ?? 0) - (b.menu?.order ?? 0))
        .map((page) => ({ page, count: page.menu?.count ? (me.counts[page.menu.count] ?? 0) : 0 })),
    }))
    .filter((part) => part.items.length > 0)
}

/** Outside every entity only the home page and the pages of the platform are left. */
function isOpen({ path, menu }: PageDefinition, { can, entity }: Seen): boolean {
  return menu?.can === undefined ? entity !== null || path === '/' : can[menu.can] === true
}

/** What a page is called in the menu, where room is short. */
export function menuTitle({ title, menu }: PageDefinition): PageDefinition['title'] {
  return menu?.title ?? title
}

/** The page of the menu under which a path stands: itself, or the longest one that begins it. */
export function currentPage(pages: readonly PageDefinition[], path: string): PageDefinition | undefined {
  const exact = pages.find((page) => matchPath(page.path, path))
  if (exact?.menu) return exact
  return pages
    .filter((page) => page.menu && page.path !== '/' && path.startsWith(`${page.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
}
