import type { PageDefinition } from '../../../ui/navigation.ts'

const shown = import.meta.env.DEV || import.meta.env.MODE === 'design'

/** Every component on one page, while developing. */
export const designPages: readonly PageDefinition[] = shown
  ? [
      {
        path: '/design',
        load: () => import('./design-page.tsx').then((page) => page.DesignPage),
        title: 'shell.home',
        wide: true,
      },
    ]
  : []
