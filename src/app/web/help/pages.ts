import type { PageDefinition } from '../../../ui/navigation.ts'

export const helpPages: readonly PageDefinition[] = [
  {
    path: '/help',
    title: 'help.title',
    load: () => import('./help-page.tsx').then((module) => module.HelpPage),
  },
]
