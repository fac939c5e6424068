import { Scale } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/committees/calibration',
    load: () => import('./pages/years-page.tsx').then((page) => page.YearsPage),
    title: 'calibration.pages.years',
    menu: { group: 'committees', icon: Scale, order: 10, can: 'calibration.read', count: 'calibration.waiting' },
  },
  {
    path: '/committees/calibration/:year',
    load: () => import('./pages/workbench-page.tsx').then((page) => page.WorkbenchPage),
    title: 'calibration.pages.workbench',
    wide: true,
  },
  {
    path: '/committees/calibration/:year/sittings/:id',
    load: () => import('./pages/sitting-page.tsx').then((page) => page.SittingPage),
    title: 'calibration.pages.sitting',
    wide: true,
  },
  {
    path: '/committees/calibration/:year/integrity',
    load: () => import('./pages/integrity-page.tsx').then((page) => page.IntegrityPage),
    title: 'calibration.pages.integrity',
    wide: true,
  },
]
