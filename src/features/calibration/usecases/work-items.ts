import type { WorkItem, WorkItemKind } from '../../inbox/public.ts'
import { itemKinds } from '../domain/telling.ts'

const yearOfItem = (item: WorkItem): string => String(item.params.year ?? '')

/** What this feature puts on people's lists. */
export const workItemKinds: readonly WorkItemKind[] = [
  {
    kind: itemKinds.judge,
    group: 'decision',
    icon: 'objection',
    link: (item) => `/committees/calibration/${yearOfItem(item)}`,
  },
  {
    kind: itemKinds.sitting,
    group: 'task',
    icon: 'task',
    link: (item) => `/committees/calibration/${yearOfItem(item)}/sittings/${item.subject.id}`,
  },
  {
    kind: itemKinds.sign,
    group: 'decision',
    icon: 'document',
    link: (item) => `/committees/calibration/${yearOfItem(item)}`,
  },
]
