import { Telescope } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/plan/vision',
    load: () => import('./pages/vision-page.tsx').then((page) => page.VisionPage),
    title: 'vision.title',
    menu: { group: 'plan', icon: Telescope, order: 10 },
  },
]
