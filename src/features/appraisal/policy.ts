import type { Actor } from '../../shared/actor.ts'
import { hasRole } from '../../shared/actor.ts'
import type { MoveName, Part } from './domain/workflow.ts'

type Person = Pick<Actor, 'employeeId' | 'roles'>

/**
 * What an actor is to a year. The committee's signature and the last official's approval come from acts that have
 * checked their own right; the program alone (null) acts in every part: the last approval, the sample.
 */
export function partsOf(actor: Person | null, move: MoveName): Part[] {
  if (actor === null || move === 'sign' || move === 'approve') {
    return ['ejada_team', 'head', 'publisher', 'committee', 'official']
  }
  return [
    ...(hasRole(actor, 'ejada_team') ? (['ejada_team', 'publisher'] as const) : []),
    ...(hasRole(actor, 'head_office') ? (['publisher'] as const) : []),
    ...(hasRole(actor, 'head') ? (['head'] as const) : []),
  ]
}

/** Who sees a year step by step, without anybody's result. */
export function seesYears(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, 'ejada_team', 'head', 'head_office', 'auditor')
}

export type ResultPart = 'employee' | 'supervisor' | 'higher_official' | 'approver' | 'committee' | 'head'

/** Who stands around one result, as frozen and on the day of asking. */
export type Relations = {
  readonly employeeId: string
  /** As frozen. */
  readonly supervisorId: string | null
  readonly higherOfficialId: string | null
  readonly approverId: string | null
  /** On the day of asking. */
  readonly supervisorNow: string | null
  readonly higherNow: string | null
  /** Member of the review committee now, or of a committee that deals with this result. */
  readonly judges: boolean
}

/**
 * What the actor is to a result, or none: then it does not exist for the actor (AMB-40). The person concerned is
 * never anything else to the own result; peers, the Ejada team and administrators are nothing to it.
 */
export function partsIn(actor: Person, relations: Relations): ResultPart[] {
  const me = actor.employeeId
  if (me === null) return []
  if (me === relations.employeeId) return ['employee']
  const parts: ResultPart[] = []
  if (me === relations.supervisorId || me === relations.supervisorNow) parts.push('supervisor')
  if (me === relations.higherOfficialId || me === relations.higherNow) parts.push('higher_official')
  if (me === relations.approverId) parts.push('approver')
  if (relations.judges) parts.push('committee')
  if (hasRole(actor, 'head')) parts.push('head')
  return parts
}

/** Numbers of fewer people than this are hidden outside the committee: one could tell who they are (RP-14). */
export const smallCell = 5

/** Who sees counts of few people too. */
export function seesSmallCells(actor: Pick<Actor, 'roles'>, { isMember }: { readonly isMember: boolean }): boolean {
  return isMember || hasRole(actor, 'head')
}

/** Who sees the distribution of the whole entity (RP-14). */
export function seesDistribution(actor: Pick<Actor, 'roles'>, { isMember }: { readonly isMember: boolean }): boolean {
  return isMember || seesYears(actor)
}
