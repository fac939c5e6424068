import { ArrowLeftRight, Building2, FileUp, IdCard, Link2, MapPinned, Network, Users, UsersRound } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/team/delegations',
    load: () => import('./pages/delegations-page.tsx').then((module) => module.DelegationsPage),
    title: 'organization.delegations.title',
    menu: { group: 'team', icon: ArrowLeftRight, order: 40, can: 'organization.delegate' },
  },
  {
    path: '/my/relations',
    load: () => import('./pages/relations-page.tsx').then((module) => module.RelationsPage),
    title: 'organization.relations.title',
    menu: { group: 'committees', icon: Link2, order: 90 },
  },
  {
    path: '/administration/memberships',
    load: () => import('./pages/memberships-page.tsx').then((module) => module.MembershipsPage),
    title: 'organization.memberships.title',
    menu: { group: 'committees', icon: UsersRound, order: 10, can: 'organization.readPeople' },
  },
  {
    path: '/administration/entity',
    load: () => import('./pages/entity-page.tsx').then((module) => module.EntityPage),
    title: 'organization.entity.title',
    menu: { group: 'administration', icon: Building2, order: 10, can: 'organization.administer' },
  },
  {
    path: '/administration/divisions',
    load: () => import('./pages/divisions-page.tsx').then((module) => module.DivisionsPage),
    title: 'organization.divisions.title',
    menu: { group: 'administration', icon: Network, order: 20, can: 'organization.readPeople' },
  },
  {
    path: '/administration/posts',
    load: () => import('./pages/posts-page.tsx').then((module) => module.PostsPage),
    title: 'organization.posts.title',
    menu: { group: 'administration', icon: IdCard, order: 30, can: 'organization.readPeople' },
  },
  {
    path: '/administration/employees',
    load: () => import('./pages/employees-page.tsx').then((module) => module.EmployeesPage),
    title: 'organization.employees.title',
    menu: { group: 'administration', icon: Users, order: 40, can: 'organization.readPeople' },
  },
  {
    path: '/administration/employees/:id',
    load: () => import('./pages/employee-page.tsx').then((module) => module.EmployeePage),
    title: 'organization.person',
  },
  {
    path: '/administration/import',
    load: () => import('./pages/import-page.tsx').then((module) => module.ImportPage),
    title: 'organization.imports.title',
    menu: { group: 'administration', icon: FileUp, order: 50, can: 'organization.administer' },
  },
  {
    path: '/administration/actors',
    load: () => import('./pages/actors-page.tsx').then((module) => module.ActorsPage),
    title: 'organization.actors.title',
    menu: { group: 'administration', icon: MapPinned, order: 60, can: 'organization.administer' },
  },
]
