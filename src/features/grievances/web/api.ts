import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import type { contract, GrievanceRecord } from '../schema.ts'

export const api = client<typeof contract>()
export type Contract = typeof contract

type Answer<K extends keyof typeof contract> = ClientResponseOf<(typeof contract)[K]>
export type Mine = Answer<'GET /api/grievances/mine'>
export type GrievanceCard = Mine['items'][number]
export type OwnResult = Mine['results'][number]
export type Grievance = GrievanceRecord
export type Report = Answer<'GET /api/grievances/report'>

export const keys = {
  all: ['grievances'] as const,
  one: (id: string) => ['grievances', 'one', id] as const,
}

/** What a form sends of a choice that may still be missing: nothing, and the server names the field that asks for it. */
export function chosen(value: string | null): string {
  return value as string
}
