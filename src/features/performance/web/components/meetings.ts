import type { DocumentView } from '../../schema.ts'

export type Meeting = DocumentView['meetings'][number]

/** The sessions about the edition in hand, the last one first. */
export function meetingsOf({ meetings, edition }: DocumentView): readonly Meeting[] {
  return meetings.filter((one) => one.edition === edition).toSorted((a, b) => b.heldAt.localeCompare(a.heldAt))
}

export function lastMeeting(view: DocumentView): Meeting | undefined {
  return meetingsOf(view)[0]
}
