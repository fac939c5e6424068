import { Award } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/my/excellence',
    load: () => import('./pages/my-excellence-page.tsx').then((page) => page.MyExcellencePage),
    title: 'excellence.pages.mine',
    menu: { group: 'mine', title: 'excellence.pages.mineMenu', icon: Award, order: 45, can: 'excellence.mine' },
  },
  {
    path: '/team/excellence',
    load: () => import('./pages/team-excellence-page.tsx').then((page) => page.TeamExcellencePage),
    title: 'excellence.pages.team',
    menu: { group: 'team', title: 'excellence.pages.teamMenu', icon: Award, order: 45, can: 'excellence.team' },
  },
  {
    path: '/team/excellence/:id',
    load: () => import('./pages/dossier-page.tsx').then((page) => page.DossierPage),
    title: 'excellence.pages.dossier',
  },
  {
    path: '/committees/excellence',
    load: () => import('./pages/cases-page.tsx').then((page) => page.CasesPage),
    title: 'excellence.pages.cases',
    menu: { group: 'committees', icon: Award, order: 20, can: 'excellence.cases' },
  },
  {
    path: '/committees/excellence/:id',
    load: () => import('./pages/case-page.tsx').then((page) => page.CasePage),
    title: 'excellence.pages.case',
  },
]
