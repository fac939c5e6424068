import type { ComponentType } from 'react'
import { MyDocumentCard } from './components/my-document-card.tsx'
import { TeamCard } from './components/team-card.tsx'

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
