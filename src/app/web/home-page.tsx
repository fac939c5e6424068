import { HomePage } from '../../features/inbox/web/public.tsx'
import { performanceCards } from '../../features/performance/web/public.tsx'

/** The landing page with the cards of every feature. */
export function ComposedHomePage() {
  return <HomePage cards={performanceCards} />
}
