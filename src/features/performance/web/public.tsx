import type { ComponentType } from 'react'
import { MyDocumentCard } from './components/my-document-card.tsx'
import { TeamCard } from './components/team-card.tsx'

export { agoText } from './components/age.ts'
export { ClassTag } from './components/class-tag.tsx'
export { cycleName } from './components/cycle-name.ts'
export { DayField } from './components/day-field.tsx'
export { DirectionHint } from './components/direction-hint.tsx'
export { DocumentStatus } from './components/document-status.tsx'
export { deadlineOf, LateOrDue } from './components/late-or-due.tsx'
export { MeetingDialog } from './components/meeting-dialog.tsx'
export { targetText } from './components/target-text.ts'
export { usePages } from './components/use-pages.ts'

type Card = {
  readonly name: string
  readonly component: ComponentType<{ readonly data: unknown }>
  readonly place: 'first' | 'last'
}

/** What the home page shows of this feature, with what its provider on the server has sent. */
export const performanceCards: readonly Card[] = [
  { name: 'performance', component: MyDocumentCard, place: 'first' },
  { name: 'performance', component: TeamCard, place: 'last' },
]
