import type { WorkItemKind } from '../../inbox/public.ts'
import { raiseRequest } from './request.ts'
import { itemKinds } from './tell.ts'

const examined: WorkItemKind['link'] = (item) => `/committees/excellence/${item.subject.id}`

/** What this feature puts on people's lists. None of it is delegated: ratifying cannot be (AMB-22). */
export const workItemKinds: readonly WorkItemKind[] = [
  {
    kind: itemKinds.answer,
    group: 'decision',
    icon: 'document',
    link: (item) => `/team/excellence/${item.subject.id}`,
    escalate: async (tx, { item, step, newId, now }) => {
      if (step === 'tell_higher_official' || step === 'route_absence') {
        await raiseRequest({ id: item.subject.id, newId, now, tx })
      }
    },
  },
  { kind: itemKinds.verify, group: 'decision', icon: 'reading', link: examined },
  { kind: itemKinds.ratify, group: 'decision', icon: 'document', link: examined },
]
