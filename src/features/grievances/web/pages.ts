import { ChartColumn, Scale } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

const grievance: PageDefinition['load'] = () =>
  import('./pages/grievance-page.tsx').then((module) => module.GrievancePage)

export const pages: readonly PageDefinition[] = [
  {
    path: '/my/grievances',
    load: () => import('./pages/my-grievances-page.tsx').then((module) => module.MyGrievancesPage),
    title: 'grievances.mine.title',
    menu: { group: 'mine', icon: Scale, order: 60, can: 'grievances.mine' },
  },
  { path: '/my/grievances/:id', load: grievance, title: 'grievances.title' },
  {
    path: '/committees/grievances',
    load: () => import('./pages/cases-page.tsx').then((module) => module.CasesPage),
    title: 'grievances.list.title',
    menu: { group: 'committees', title: 'grievances.list.menu', icon: Scale, order: 40, can: 'grievances.committee' },
  },
  { path: '/committees/grievances/:id', load: grievance, title: 'grievances.title' },
  {
    path: '/reports/grievances',
    load: () => import('./pages/report-page.tsx').then((module) => module.ReportPage),
    title: 'grievances.report.title',
    menu: { group: 'reports', icon: ChartColumn, order: 60, can: 'grievances.report' },
  },
]
