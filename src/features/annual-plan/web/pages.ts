import { FileStack, Map as MapIcon, Megaphone } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/plan/annual',
    load: () => import('./pages/plan-page.tsx').then((page) => page.PlanPage),
    title: 'annualPlan.title',
    menu: { group: 'plan', icon: MapIcon, order: 20 },
  },
  {
    path: '/plan/annual/nodes/:id',
    load: () => import('./pages/node-page.tsx').then((page) => page.NodePage),
    title: 'annualPlan.title',
  },
  {
    path: '/plan/directions',
    load: () => import('./pages/directions-page.tsx').then((page) => page.DirectionsPage),
    title: 'annualPlan.directions.title',
    menu: { group: 'plan', icon: Megaphone, order: 30 },
  },
  {
    path: '/administration/plan',
    load: () => import('./pages/versions-page.tsx').then((page) => page.VersionsPage),
    title: 'annualPlan.versions.title',
    menu: { group: 'administration', icon: FileStack, order: 50, can: 'annual_plan.manage' },
  },
]
