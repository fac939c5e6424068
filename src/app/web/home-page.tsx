import { FirstSteps } from '../../features/accounts/web/components/first-steps.tsx'
import { EntitiesPage } from '../../features/accounts/web/pages/entities-page.tsx'
import { assessmentCards } from '../../features/assessment/web/public.tsx'
import { HomePage } from '../../features/inbox/web/public.tsx'
import { performanceCards } from '../../features/performance/web/public.tsx'
import { useMe } from '../../ui/me-context.ts'
import { Tour } from './help/tour.tsx'

const cards = [...assessmentCards, ...performanceCards]

/** The landing page with the cards of every feature. Who works in no entity lands on the registry of entities. */
export function ComposedHomePage() {
  const me = useMe()
  if (!me.entity) return <EntitiesPage />
  return (
    <HomePage
      cards={cards}
      head={
        <>
          <Tour />
          <FirstSteps />
        </>
      }
    />
  )
}
