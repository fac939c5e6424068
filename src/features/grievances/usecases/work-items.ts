import type { WorkItemKind } from '../../inbox/public.ts'
import { itemKinds } from './tell.ts'

const link: WorkItemKind['link'] = (item) => `/committees/grievances/${item.subject.id}`
const decision = { group: 'decision', link } as const

/** What this feature puts on people's lists. Deadlines of the case go up to the head by themselves. */
export const workItemKinds: readonly WorkItemKind[] = [
  { ...decision, kind: itemKinds.acknowledge, icon: 'reading' },
  { ...decision, kind: itemKinds.admit, icon: 'objection' },
  { ...decision, kind: itemKinds.seat, icon: 'task' },
  { ...decision, kind: itemKinds.examine, icon: 'objection' },
  { ...decision, kind: itemKinds.decide, icon: 'objection' },
  { ...decision, kind: itemKinds.evaluate, icon: 'document' },
  { ...decision, kind: itemKinds.raised, icon: 'escalation' },
  {
    kind: itemKinds.receive,
    group: 'read',
    icon: 'reading',
    link: (item) => `/my/grievances/${item.subject.id}`,
    escalate: async () => {},
  },
]
