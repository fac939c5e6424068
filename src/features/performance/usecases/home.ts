import type { Tx } from '../../../platform/db/database.ts'
import type { EmployeeActor } from '../../../shared/actor.ts'
import type { HomeDate, HomeProvider } from '../../inbox/public.ts'
import { blockingProblems, problemsOf } from '../domain/completeness.ts'
import { amendmentClosesOn } from '../domain/cycles.ts'
import type { Cycle } from '../domain/document.ts'
import type { HomeCard, HomeProblem } from '../schema.ts'
import { contentOf } from '../views/content.ts'
import { currentCycle, type DocumentCard, documentsOf } from '../views/document.ts'
import { teamOf } from '../views/team.ts'
import { type Settings, settingsOf } from './settings.ts'
import { listApprovals } from './team.ts'

type Request = { readonly actor: EmployeeActor; readonly now: Date }
type Seen = { settings: Settings; cycle: Cycle | null; document: DocumentCard | null }

/** The own document and the team on the home page, and the dates that come next. */
export const performanceHome: HomeProvider = {
  name: 'performance',
  card: async (tx, request): Promise<HomeCard | null> => {
    const { settings, cycle, document } = await look(tx, request)
    if (!cycle) return null
    const { employeeId } = request.actor
    const team = await teamOf(tx, { employeeId, cycleId: cycle.id, line: 'direct', limit: 1, today: settings.today })
    return {
      cycle,
      document: document && {
        ...document,
        statusSince: document.statusSince.toISOString(),
        problems: await missing(tx, document, settings),
      },
      team: team.people > 0 ? { people: team.people, counts: { ...team.counts } } : null,
    }
  },
  dates: async (tx, request) => {
    const { settings, cycle, document } = await look(tx, request)
    if (!cycle) return []
    const approvals = await listApprovals({ ...request, tx })
    const earliest = approvals.items.flatMap((item) => item.dueOn ?? []).toSorted()[0]
    return upcoming({ settings, cycle, document }, earliest)
  },
}

async function look(tx: Tx, { actor, now }: Request): Promise<Seen> {
  const settings = await settingsOf(tx, { now })
  const cycle = await currentCycle(tx, { today: settings.today })
  const documents = cycle ? await documentsOf(tx, { employeeId: actor.employeeId }) : []
  return { settings, cycle, document: documents.find((one) => one.cycle.id === cycle?.id) ?? null }
}

async function missing(tx: Tx, { id, status, cycle }: DocumentCard, { limits }: Settings): Promise<HomeProblem[]> {
  if (!['draft', 'returned', 'amending'].includes(status)) return []
  const found = blockingProblems(problemsOf(await contentOf(tx, { documentId: id }), { cycle, limits }))
  return found.map(({ path, code, params }) => ({ path, code, ...(params && { params: { ...params } }) }))
}

function upcoming({ settings, cycle, document }: Seen & { cycle: Cycle }, decisionDue: string | undefined): HomeDate[] {
  const { today, closingShare } = settings
  const { kind, ordinal, year } = cycle
  const link = document && `/documents/${document.id}`
  const dates: HomeDate[] = [
    {
      on: cycle.endsOn,
      kind: 'performance_cycle_ends',
      params: { cycle: { period: { kind, ordinal, year } } },
      link: null,
    },
  ]
  if (document?.dueOn && document.status === 'draft') {
    dates.push({ on: document.dueOn, kind: 'performance_plan_due', params: {}, link })
  }
  if (document?.dueOn && (document.status === 'returned' || document.status === 'amending')) {
    dates.push({ on: document.dueOn, kind: 'performance_resubmit_due', params: {}, link })
  }
  if (document?.status === 'agreed') {
    dates.push({ on: amendmentClosesOn(cycle, closingShare), kind: 'performance_amendments_close', params: {}, link })
  }
  if (decisionDue)
    dates.push({ on: decisionDue, kind: 'performance_decisions_due', params: {}, link: '/team/approvals' })
  return dates.filter((date) => date.on >= today).toSorted((a, b) => (a.on < b.on ? -1 : 1))
}
