import { Building2, KeyRound, ShieldCheck } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/profile',
    title: 'accounts.profile.title',
    load: () => import('./pages/profile-page.tsx').then((module) => module.ProfilePage),
  },
  {
    path: '/profile/sessions',
    title: 'accounts.security.title',
    load: () => import('./pages/sessions-page.tsx').then((module) => module.SessionsPage),
  },
  {
    path: '/administration/accounts',
    title: 'accounts.manage.title',
    load: () => import('./pages/accounts-page.tsx').then((module) => module.AccountsPage),
    menu: { group: 'administration', icon: KeyRound, order: 60, can: 'accounts.manage' },
  },
  {
    path: '/administration/roles',
    title: 'accounts.roles.title',
    load: () => import('./pages/roles-page.tsx').then((module) => module.RolesPage),
    menu: { group: 'administration', icon: ShieldCheck, order: 70, can: 'accounts.roles' },
  },
  {
    path: '/administration/entities',
    title: 'accounts.entities.title',
    load: () => import('./pages/entities-page.tsx').then((module) => module.EntitiesPage),
    menu: { group: 'administration', icon: Building2, order: 90, can: 'accounts.entities' },
  },
]
