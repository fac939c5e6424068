import type { WorkItemKind } from '../../inbox/public.ts'
import { itemKinds } from '../domain/telling.ts'

const yearOfItem = (item: { params: Readonly<Record<string, unknown>> }) => String(item.params.year ?? '')

/** What this feature puts on people's lists. None of it may be delegated downwards (AMB-22). */
export const workItemKinds: readonly WorkItemKind[] = [
  {
    kind: itemKinds.view,
    group: 'task',
    icon: 'task',
    link: (item) => `/team/results?year=${yearOfItem(item)}`,
  },
  {
    kind: itemKinds.approve,
    group: 'decision',
    icon: 'document',
    link: (item) => `/team/results?year=${yearOfItem(item)}`,
  },
  {
    kind: itemKinds.confirm,
    group: 'decision',
    icon: 'document',
    link: (item) => `/administration/years?year=${yearOfItem(item)}`,
  },
  {
    kind: itemKinds.publish,
    group: 'task',
    icon: 'task',
    link: (item) => `/administration/years?year=${yearOfItem(item)}`,
  },
]
