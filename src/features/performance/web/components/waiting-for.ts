import type { DocumentView, Person } from '../../schema.ts'

/** Whether this reader, or the one that the reader stands in for, is waited for. */
export function isWaitedFor({ waiting, parts, draftedBy }: DocumentView): boolean {
  if (!waiting) return false
  if (waiting.for === 'supervisor' && draftedBy) return parts.includes('drafter')
  return parts.includes(waiting.for)
}

export function personWaitedFor(view: DocumentView): Person | null {
  switch (view.waiting?.for) {
    case 'employee':
      return view.employee
    case 'supervisor':
      return view.supervisor
    case 'higher_official':
      return view.higherOfficial
    default:
      return null
  }
}

export function pendingAmendment({ amendments }: DocumentView): DocumentView['amendments'][number] | undefined {
  return amendments.find((one) => one.status === 'pending')
}
