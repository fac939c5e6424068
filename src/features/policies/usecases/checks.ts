import type { Tx } from '../../../platform/db/database.ts'
import { httpErrors } from '../../../platform/http/errors.ts'
import { parsed } from '../../../platform/http/validation.ts'
import { type FieldProblem, refuse } from '../../../shared/refusal.ts'
import { catalogue, type PolicyKey, type PolicyValues } from '../domain/catalogue.ts'
import { problemsIn, problemsOfScale, scaleKeys } from '../domain/consistency.ts'
import { errors } from '../errors.ts'
import { policyValueSchemas } from '../schema.ts'
import { nextSetYear, valuesInForce } from '../views.ts'
import { policyConnections } from './connections.ts'

type Wanted = { readonly key: PolicyKey; readonly year: number; readonly value: unknown }

/** The value as it may be kept; refuses with every part that is wrong, by itself or beside other values. */
export async function checkedValue(
  tx: Tx,
  { key, year, value, source }: Wanted & { readonly source: string | null },
): Promise<PolicyValues[PolicyKey]> {
  const body = parsed(policyValueSchemas[key], { value }, 'body')
  const accepted = (body as { value: PolicyValues[PolicyKey] }).value
  const inside = [...problemsIn(key, accepted), ...(await besideOthers(tx, { key, year, value: accepted }))]
  const fields = [
    ...inside.map((problem) => ({ ...problem, path: problem.path ? `value/${problem.path}` : 'value' })),
    ...(catalogue[key].needsSource && !source ? [{ path: 'source', code: errors.sourceRequired.code }] : []),
  ]
  if (fields.length > 0) throw refuse(httpErrors.invalidInput, { fields })
  return accepted
}

/** What is wrong with a value beside the values in force that must fit it. */
export async function besideOthers(tx: Tx, { key, year, value }: Wanted): Promise<FieldProblem[]> {
  if (!(scaleKeys as readonly PolicyKey[]).includes(key)) return []
  const held = await valuesInForce(tx, { year, keys: scaleKeys })
  const scale = Object.fromEntries(held.map((one) => [one.key, one.value]))
  return problemsOfScale({ ...scale, [key]: value } as PolicyValues)
}

/**
 * Refuses to touch what decides the grades of a year whose results are frozen: the year itself, and the later ones
 * that would take the value over from it.
 */
export async function requireOpenYears(
  tx: Tx,
  { key, year, now }: { readonly key: PolicyKey; readonly year: number; readonly now: Date },
): Promise<void> {
  const { frozenYear } = policyConnections()
  const next = catalogue[key].everyYear ? year + 1 : await nextSetYear(tx, { key, year })
  const last = Math.min((next ?? Number.POSITIVE_INFINITY) - 1, Math.max(year, now.getUTCFullYear() + 1))
  for (let reached = year; reached <= last; reached += 1) {
    if (await frozenYear(tx, { year: reached, key })) throw refuse(errors.yearFrozen, { params: { year: reached } })
  }
}
