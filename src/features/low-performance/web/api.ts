import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import type { CaseRecord, contract } from '../schema.ts'

export const api = client<typeof contract>()

type Answer<K extends keyof typeof contract> = ClientResponseOf<(typeof contract)[K]>
export type SupportCase = CaseRecord
export type CaseCard = Answer<'GET /api/low-performance'>['items'][number]

export const oneKey = (id: string) => ['low-performance', 'one', id] as const

/** What a form sends of a choice that may still be missing: nothing, and the server names the field that asks for it. */
export function chosen(value: string | null): string {
  return value as string
}
