import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import type { contract, Plan } from '../schema.ts'

export const api = client<typeof contract>()
export type PlanContract = typeof contract

export const keys = {
  all: ['annualPlan'],
  plan: (year: number, version?: string) => ['annualPlan', 'plan', year, version],
  node: (id: string) => ['annualPlan', 'node', id],
  versions: (year: number) => ['annualPlan', 'versions', year],
  directions: (year: number) => ['annualPlan', 'directions', year],
} as const

export type Node = Plan['nodes'][number]
export type NodePageData = ClientResponseOf<(typeof contract)['GET /api/plan/nodes/:id']>
export type DirectionList = ClientResponseOf<(typeof contract)['GET /api/plan/directions']>
