import { Award, CalendarCheck, FileBadge, UsersRound } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/my/results',
    load: () => import('./pages/my-results-page.tsx').then((page) => page.MyResultsPage),
    title: 'appraisal.pages.results',
    menu: { group: 'mine', icon: Award, order: 30, can: 'appraisal.my', count: 'appraisal.unread' },
  },
  {
    path: '/my/results/:year',
    load: () => import('./pages/result-page.tsx').then((page) => page.MyResultPage),
    title: 'appraisal.pages.why',
  },
  {
    path: '/results/:employeeId/:year',
    load: () => import('./pages/result-page.tsx').then((page) => page.ResultPage),
    title: 'appraisal.pages.why',
  },
  {
    path: '/my/record',
    load: () => import('./pages/record-page.tsx').then((page) => page.RecordPage),
    title: 'appraisal.pages.record',
    menu: { group: 'mine', icon: FileBadge, order: 40, can: 'appraisal.my' },
  },
  {
    path: '/team/results',
    load: () => import('./pages/team-results-page.tsx').then((page) => page.TeamResultsPage),
    title: 'appraisal.pages.team',
    menu: { group: 'team', icon: UsersRound, order: 40, can: 'appraisal.team' },
  },
  {
    path: '/administration/years',
    load: () => import('./pages/years-page.tsx').then((page) => page.YearsPage),
    title: 'appraisal.pages.years',
    menu: { group: 'administration', icon: CalendarCheck, order: 65, can: 'appraisal.years' },
  },
]
