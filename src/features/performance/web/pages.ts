import { BookOpen, CalendarRange, ChartNoAxesColumn, FileCheck2, Files, FileText, Users } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/my/document',
    load: () => import('./pages/my-document-page.tsx').then((page) => page.MyDocumentPage),
    title: 'performance.myDocument',
    menu: { group: 'mine', title: 'performance.menu.document', icon: FileText, order: 10, can: 'performance.my' },
  },
  {
    path: '/my/documents',
    load: () => import('./pages/my-documents-page.tsx').then((page) => page.MyDocumentsPage),
    title: 'performance.pages.documents',
    menu: { group: 'mine', icon: Files, order: 15, can: 'performance.my' },
  },
  {
    path: '/documents/:id',
    load: () => import('./pages/document-page.tsx').then((page) => page.DocumentPage),
    title: 'performance.pages.document',
  },
  {
    path: '/documents/:id/edit',
    load: () => import('./pages/document-edit-page.tsx').then((page) => page.DocumentEditPage),
    title: 'performance.pages.writing',
  },
  {
    path: '/team/approvals',
    load: () => import('./pages/approvals-page.tsx').then((page) => page.ApprovalsPage),
    title: 'performance.pages.approvals',
    menu: { group: 'team', icon: FileCheck2, order: 10, can: 'performance.team', count: 'performance.approvals' },
  },
  {
    path: '/team/documents',
    load: () => import('./pages/team-documents-page.tsx').then((page) => page.TeamDocumentsPage),
    title: 'performance.pages.team',
    menu: { group: 'team', icon: Users, order: 20, can: 'performance.team' },
  },
  {
    path: '/reports/completion',
    load: () => import('./pages/completion-page.tsx').then((page) => page.CompletionPage),
    title: 'performance.pages.completion',
    menu: { group: 'reports', icon: ChartNoAxesColumn, order: 10, can: 'performance.completion' },
  },
  {
    path: '/administration/cycles',
    load: () => import('./pages/cycles-page.tsx').then((page) => page.CyclesPage),
    title: 'performance.pages.cycles',
    menu: { group: 'administration', icon: CalendarRange, order: 60, can: 'performance.administer' },
  },
  {
    path: '/administration/objectives-bank',
    load: () => import('./pages/objectives-bank-page.tsx').then((page) => page.ObjectivesBankPage),
    title: 'performance.pages.bank',
    menu: { group: 'administration', icon: BookOpen, order: 70, can: 'performance.bank' },
  },
]
