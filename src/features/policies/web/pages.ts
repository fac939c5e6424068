import { CalendarOff, SlidersHorizontal } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/administration/policies',
    load: () => import('./pages/policies-page.tsx').then((page) => page.PoliciesPage),
    title: 'policies.title',
    menu: { group: 'administration', icon: SlidersHorizontal, order: 70, can: 'policies.read', count: 'policies' },
  },
  {
    path: '/administration/policies/proposals/:id',
    load: () => import('./pages/proposal-page.tsx').then((page) => page.ProposalPage),
    title: 'policies.proposals.title',
  },
  {
    path: '/administration/holidays',
    load: () => import('./pages/holidays-page.tsx').then((page) => page.HolidaysPage),
    title: 'policies.holidays.title',
    menu: { group: 'administration', icon: CalendarOff, order: 71, can: 'policies.read' },
  },
]
