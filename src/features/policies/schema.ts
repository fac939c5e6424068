import { type ZodType, z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { wholeWeight } from '../../shared/decimal.ts'
import { bilingual, day, id, instant, text, year } from '../../shared/fields.ts'
import { isTimeZone } from '../../shared/time-zone.ts'
import { catalogue, type PolicyKey, policyKeys } from './domain/catalogue.ts'
import { policyGroups } from './domain/policy.ts'
import type { Shape } from './domain/shape.ts'
import { confirmingRoles } from './policy.ts'

function schemaOf(shape: Shape): ZodType {
  switch (shape.kind) {
    case 'choice':
      return z.enum(shape.options as [string, ...string[]])
    case 'flag':
      return z.boolean()
    case 'whole':
      return z.int().min(shape.min).max(shape.max)
    case 'shares':
      return z.strictObject(Object.fromEntries(shape.parts.map((part) => [part, z.int().min(0).max(wholeWeight)])))
    case 'weekdays':
      return z
        .array(z.int().min(0).max(6))
        .max(7)
        .transform((days) => [...new Set(days)].toSorted())
    case 'time_zone':
      return z.string().max(60).refine(isTimeZone, 'policies.not_a_time_zone')
    case 'ladder':
      return z.tuple(
        shape.steps.map((step) =>
          z.strictObject({ afterWorkingDays: z.int().min(shape.min).max(shape.max), step: z.literal(step) }),
        ) as unknown as [ZodType, ...ZodType[]],
      )
    case 'record':
      return z.strictObject(
        Object.fromEntries(Object.entries(shape.fields).map(([name, part]) => [name, schemaOf(part)])),
      )
  }
}

/** What the part `value` of a body must look like for each key, made from the catalogue. */
export const policyValueSchemas = Object.fromEntries(
  policyKeys.map((key) => [key, z.object({ value: schemaOf(catalogue[key].shape) })]),
) as Record<string, ZodType> as Readonly<Record<PolicyKey, ZodType>>

const key = z.enum(policyKeys as [PolicyKey, ...PolicyKey[]])
const author = bilingual.nullable()

const status = z.enum(['proposed', 'in_force', 'declined', 'withdrawn'])

const proposal = z.object({
  id,
  key,
  year: z.int(),
  version: z.int(),
  status,
  value: z.unknown(),
  reason: z.string(),
  source: z.string().nullable(),
  proposer: z.object({ name: bilingual }),
  proposedAt: instant,
  decidedBy: author,
  decidedAt: instant.nullable(),
  /** Why it was declined. */
  note: z.string().nullable(),
  /** What holds without it. */
  before: z.object({ value: z.unknown(), setForYear: z.int().nullable() }),
  /** Who may confirm it; nobody: the role of the head's office has to be granted first. */
  waitsFor: z.array(bilingual),
  can: z.object({ confirm: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
})

const policy = z.object({
  key,
  group: z.enum(policyGroups),
  /** The value in force in the asked year; null while it has to be decided. */
  value: z.unknown(),
  default: z.unknown(),
  official: z.boolean(),
  /** The last version of the asked year, in force or not; 0 while it has none of its own. Goes into If-Match. */
  version: z.int(),
  /** The year for which the value was set; null where the default holds. */
  setForYear: z.int().nullable(),
  reason: z.string().nullable(),
  source: z.string().nullable(),
  setBy: author,
  setAt: instant.nullable(),
  confirmedBy: author,
  /** What waits for a second person; it does not hold yet. */
  proposal: proposal.nullable(),
  can: z.object({ set: z.boolean() }),
})

const setting = z.object({
  year: z.int(),
  version: z.int(),
  status,
  value: z.unknown(),
  reason: z.string(),
  source: z.string().nullable(),
  setBy: author,
  setAt: instant,
  confirmedBy: author,
  confirmedAt: instant.nullable(),
  note: z.string().nullable(),
})

const holidayFields = {
  startsOn: day,
  endsOn: day,
  nameAr: text({ min: 2, max: 120 }),
  nameEn: text({ min: 2, max: 120 }),
}
const holiday = z.object({
  id: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  name: bilingual,
  version: z.int(),
})

const readers = ['entity_administrator', 'ejada_team', 'auditor', 'head_office', 'head'] as const
/** Each value has its owners among them. */
const owners = ['entity_administrator', 'ejada_team', 'head'] as const
const writers = ['entity_administrator'] as const

export const contract = {
  'GET /api/policies': {
    summary: 'Every value that the entity decides, as it holds in a year',
    permission: readers,
    query: z.object({ year }),
    response: z.object({
      year: z.int(),
      /** The results of the year are frozen: what decides its grades stays as it is. */
      frozen: z.boolean(),
      /** Proposals of any year that wait for a second person, oldest first. */
      waiting: z.array(z.object({ id, key, year: z.int() })),
      policies: z.array(policy),
    }),
  },
  'GET /api/policies/:key/history': {
    summary: 'Every setting of one value, newest first, with reason and author',
    permission: readers,
    params: z.object({ key }),
    response: z.object({ settings: z.array(setting) }),
  },
  'PUT /api/policies/:key': {
    summary:
      'Sets a value for a year, with a reason; where it decides grades, proposes it to a second person. If-Match carries the last version of that year, 0 for the first',
    permission: owners,
    params: z.object({ key }),
    body: z.strictObject({
      year,
      value: z.unknown(),
      reason: text({ min: 3, max: 2000 }),
      source: text({ min: 0, max: 500 }).optional(),
    }),
    response: policy,
    ifMatch: true,
  },
  'GET /api/policies/proposals/:id': {
    summary: 'A value that waits for a second person, or was decided, beside what holds without it',
    permission: readers,
    params: z.object({ id }),
    response: proposal,
  },
  'POST /api/policies/proposals/:id/confirm': {
    summary: 'The second person lets a proposed value hold; never its proposer',
    permission: confirmingRoles,
    params: z.object({ id }),
    response: proposal,
  },
  'POST /api/policies/proposals/:id/decline': {
    summary: 'The second person declines a proposed value, with a reason',
    permission: confirmingRoles,
    params: z.object({ id }),
    body: z.strictObject({ reason: text({ min: 3, max: 2000 }) }),
    response: proposal,
  },
  'POST /api/policies/proposals/:id/withdraw': {
    summary: 'The proposer takes a proposed value back',
    permission: owners,
    params: z.object({ id }),
    response: proposal,
  },
  'GET /api/holidays': {
    summary: 'Public holidays of a year',
    permission: 'signed_in',
    query: z.object({ year }),
    response: z.object({ year: z.int(), holidays: z.array(holiday), can: z.object({ change: z.boolean() }) }),
  },
  'POST /api/holidays': {
    summary: 'Adds a public holiday of up to 31 days',
    permission: writers,
    body: z.strictObject(holidayFields),
    response: holiday,
    status: 201,
  },
  'PUT /api/holidays/:id': {
    summary: 'Changes a public holiday',
    permission: writers,
    params: z.object({ id }),
    body: z.strictObject(holidayFields),
    response: holiday,
    ifMatch: true,
  },
  'DELETE /api/holidays/:id': {
    summary: 'Removes a public holiday',
    permission: writers,
    params: z.object({ id }),
    response: 'empty',
    ifMatch: true,
  },
} as const satisfies Contract
