import type { ComponentType } from 'react'
import { AssessmentCard } from './components/assessment-card.tsx'

export { LevelPill } from './components/level-pill.tsx'

type Card = {
  readonly name: string
  readonly component: ComponentType<{ readonly data: unknown }>
  readonly place: 'first' | 'last'
}

/** What the home page shows of this feature, with what its provider on the server has sent. */
export const assessmentCards: readonly Card[] = [{ name: 'assessment', component: AssessmentCard, place: 'first' }]
