import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import type { CaseRecord, contract } from '../schema.ts'

export const api = client<typeof contract>()

type Answer<K extends keyof typeof contract> = ClientResponseOf<(typeof contract)[K]>
export type SupportCase = CaseRecord
export type CaseCard = Answer<'GET /api/low-performance'>['items'][number]

export const oneKey = (id: string) => ['low-performance', 'one', id] as const
