import type { EscalationStep } from '../../../shared/clocks.ts'

/** A value inside the sentence of a work item or notice; the browser shows it in the reader's language. */
export type MessageParam =
  | string
  | number
  | { readonly ar: string; readonly en: string }
  | { readonly day: string }
  | { readonly period: { readonly kind: string; readonly ordinal: number; readonly year: number } }

export type MessageParams = Readonly<Record<string, MessageParam>>

export type Subject = { readonly type: string; readonly id: string }

/** Something that waits for one person. */
export type WorkItem = {
  readonly id: string
  /** `feature.kind`, such as `performance.decide`. */
  readonly kind: string
  readonly subject: Subject
  /** The employee whom the record is about. */
  readonly aboutId: string | null
  /** The employee who must act. */
  readonly assigneeId: string
  readonly params: MessageParams
  readonly openedAt: Date
  /** The last day that is in time. */
  readonly dueOn: string | null
  /** How many rungs of the ladder have been climbed. */
  readonly escalation: number
}

/** A rung of the ladder (H7), or an absence without a delegate that has lasted too long (AMB-22). */
export type ItemStep = EscalationStep | 'route_absence'
