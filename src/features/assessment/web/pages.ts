import { ClipboardCheck, ClipboardList, MessageSquareHeart, MessageSquareText } from 'lucide-react'
import type { PageDefinition } from '../../../ui/navigation.ts'

export const pages: readonly PageDefinition[] = [
  {
    path: '/my/assessment',
    load: () => import('./pages/my-assessment-page.tsx').then((page) => page.MyAssessmentPage),
    title: 'assessment.pages.mine',
    menu: { group: 'mine', icon: ClipboardCheck, order: 12, can: 'assessment.my' },
  },
  {
    path: '/my/feedback',
    load: () => import('./pages/my-feedback-page.tsx').then((page) => page.MyFeedbackPage),
    title: 'assessment.pages.feedback',
    menu: { group: 'mine', icon: MessageSquareText, order: 30, can: 'assessment.my' },
  },
  {
    path: '/assessments/:documentId',
    load: () => import('./pages/assessment-page.tsx').then((page) => page.AssessmentPage),
    title: 'assessment.pages.assessment',
  },
  {
    path: '/team/assessments',
    load: () => import('./pages/team-assessments-page.tsx').then((page) => page.TeamAssessmentsPage),
    title: 'assessment.pages.team',
    menu: {
      group: 'team',
      title: 'assessment.menu.team',
      icon: ClipboardList,
      order: 15,
      can: 'assessment.team',
      count: 'assessment.queue',
    },
  },
  {
    path: '/team/feedback',
    load: () => import('./pages/team-feedback-page.tsx').then((page) => page.TeamFeedbackPage),
    title: 'assessment.pages.teamFeedback',
    menu: {
      group: 'team',
      icon: MessageSquareHeart,
      order: 40,
      can: 'assessment.team',
      title: 'assessment.pages.feedback',
    },
  },
  {
    path: '/administration/cycles/:id/closing',
    load: () => import('./pages/cycle-closing-page.tsx').then((page) => page.CycleClosingPage),
    title: 'assessment.pages.closing',
  },
]
