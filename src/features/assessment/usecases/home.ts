import type { HomeDate, HomeProvider } from '../../inbox/public.ts'
import { currentCycle } from '../../performance/public.ts'
import type { HomeCard } from '../schema.ts'
import { documentsOf } from '../views/mine.ts'
import { cardOf, currentOf } from './mine.ts'
import { settingsOf } from './settings.ts'
import { listQueue } from './team.ts'

/** The own cycle that is being closed, and what waits for me, on the home page. */
export const assessmentHome: HomeProvider = {
  name: 'assessment',
  card: async (tx, { actor, now }): Promise<HomeCard> => {
    const settings = await settingsOf(tx, { now })
    const { today } = settings
    const documents = await documentsOf(tx, { employeeId: actor.employeeId, today })
    const current = currentOf(documents, (await currentCycle(tx, { today }))?.id)
    if (!current || (current.status !== 'assessing' && current.status !== 'reviewing')) return null
    const { documentId, cycle, status, dueOn, lateDays, lines, recorded, weighted, unanswered } = cardOf(
      current,
      settings,
    )
    const waiting = (await listQueue({ actor, now, tx })).items.length
    return { documentId, cycle, status, dueOn, lateDays, lines, recorded, weighted, unanswered, waiting }
  },
  dates: async (tx, { actor, now }) => {
    const settings = await settingsOf(tx, { now })
    const { today } = settings
    const documents = await documentsOf(tx, { employeeId: actor.employeeId, today })
    const { items } = await listQueue({ actor, now, tx })
    const dates: HomeDate[] = documents.flatMap((one): HomeDate[] => {
      const { kind, ordinal, year } = one.cycle
      const params = { cycle: { period: { kind, ordinal, year } } }
      if (one.status === 'agreed') {
        return [{ on: cardOf(one, settings).opensOn, kind: 'assessment_opens', params, link: '/my/assessment' }]
      }
      const due = one.status === 'assessing' && one.dueOn
      return due ? [{ on: due, kind: 'assessment_due', params, link: '/my/assessment' }] : []
    })
    const earliest = items.flatMap((item) => item.dueOn ?? []).toSorted()[0]
    if (earliest) dates.push({ on: earliest, kind: 'assessment_reviews_due', params: {}, link: '/team/assessments' })
    return dates.filter((date) => date.on >= today).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  },
}
