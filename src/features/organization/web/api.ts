import type { ClientResponseOf } from '../../../shared/contract.ts'
import { client } from '../../../ui/client.ts'
import type { contract } from '../schema.ts'

export const api = client<typeof contract>()

type Answer<K extends keyof typeof contract> = ClientResponseOf<(typeof contract)[K]>

export type Profile = Answer<'GET /api/organization/profile'>
export type DivisionNode = Answer<'GET /api/organization/divisions'>['divisions'][number]
export type DivisionRecord = Answer<'GET /api/organization/divisions/:id'>
export type PostRow = Answer<'GET /api/organization/posts'>['items'][number]
export type PostRecord = Answer<'GET /api/organization/posts/:id'>
export type EmployeeRow = Answer<'GET /api/organization/employees'>['items'][number]
export type EmployeeRecord = Answer<'GET /api/organization/employees/:id'>
export type Absence = EmployeeRecord['absences'][number]
export type Delegation = Answer<'GET /api/organization/delegations'>['items'][number]
export type Membership = Answer<'GET /api/organization/memberships'>['items'][number]
export type Relation = Answer<'GET /api/organization/relations'>['items'][number]
export type GuideActor = Answer<'GET /api/organization/actors'>['actors'][number]
export type Preview = Answer<'POST /api/organization/imports/:kind/preview'>
export type PersonCard = Answer<'GET /api/organization/people'>['items'][number]
export type Contract = typeof contract

/** What a form sends of a choice that may still be missing: nothing, and the server names the field that asks for it. */
export function chosen<T extends string>(value: T | null): T {
  return value as T
}
