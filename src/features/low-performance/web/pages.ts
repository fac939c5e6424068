import { HandHelping, HeartHandshake } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

const one: PageDefinition['load'] = () => import('./pages/case-page.tsx').then((module) => module.CasePage)

export const pages: readonly PageDefinition[] = [
  {
    path: '/my/support',
    load: () => import('./pages/my-support-page.tsx').then((module) => module.MySupportPage),
    title: 'lowPerformance.mine.title',
    menu: { group: 'mine', icon: HeartHandshake, order: 70, can: 'low_performance.mine' },
  },
  { path: '/my/support/:id', load: one, title: 'lowPerformance.mine.title' },
  {
    path: '/committees/low-performance',
    load: () => import('./pages/cases-page.tsx').then((module) => module.CasesPage),
    title: 'lowPerformance.title',
    menu: {
      group: 'committees',
      title: 'lowPerformance.menu',
      icon: HandHelping,
      order: 50,
      can: 'low_performance.committee',
    },
  },
  { path: '/committees/low-performance/:id', load: one, title: 'lowPerformance.title' },
]
