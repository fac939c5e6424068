import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/inbox',
    title: 'inbox.title',
    load: () => import('./pages/inbox-page.tsx').then((module) => module.InboxPage),
  },
  {
    path: '/notices',
    title: 'noticesPage.title',
    load: () => import('./pages/notices-page.tsx').then((module) => module.NoticesPage),
  },
]
