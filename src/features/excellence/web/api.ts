import type { ClientResponseOf } from '../../../shared/contract.ts'
import { reasons } from '../../../shared/reasons.ts'
import { client } from '../../../ui/client.ts'
import type { contract } from '../schema.ts'

export type Contract = typeof contract
export const api = client<Contract>()

export const keys = {
  all: ['excellence'] as const,
  one: (id: string) => ['excellence', 'one', id] as const,
  mine: (year: string | undefined) => ['excellence', 'mine', year] as const,
  team: (year: string | undefined) => ['excellence', 'team', year] as const,
  cases: (year: string | undefined) => ['excellence', 'cases', year] as const,
}

/** A move shows in the lists, the inbox and the numbers of the menu too. */
export const shownElsewhere = [keys.all, ['inbox'], ['home'], ['me']]

export type Answer<K extends keyof Contract> = ClientResponseOf<Contract[K]>
export type Dossier = Answer<'GET /api/excellence/:id'>
export type Claim = Dossier['claims'][number]
export type Mine = Answer<'GET /api/excellence/mine'>
export type Team = Answer<'GET /api/excellence/team'>
export type Cases = Answer<'GET /api/excellence/cases'>
export type Group = Cases['groups'][number]
export type MoveName = 'begin' | 'refuse' | 'submit' | 'takeBack' | 'verify' | 'ratify' | 'reject' | 'passOver'

type ReasonOf<R> = R extends { use: 'excellence' } ? R : never
function isOurs<R extends { readonly use: string }>(reason: R): reason is ReasonOf<R> {
  return reason.use === 'excellence'
}

/** The grounds of a decision about excellence. */
export const decisionReasons = reasons.filter(isOurs)
