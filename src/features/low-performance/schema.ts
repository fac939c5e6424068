import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { ability, bilingual, day, id, instant, page, text } from '../../shared/fields.ts'
import { ranks } from '../../shared/ranks.ts'
import { causes, measureKinds, outcomes, parts, progresses, statuses } from './domain/case.ts'
import { moveNames } from './domain/workflow.ts'

const person = z.object({ id, name: bilingual, title: bilingual, division: bilingual })
const words = text({ min: 3, max: 6000 })

const card = z.object({
  id,
  year: z.number(),
  number: z.number(),
  status: z.enum(statuses),
  statusSince: instant,
  employee: person,
  openedAt: instant,
  dueOn: z.string().nullable(),
  raised: z.boolean(),
  causes: z.array(z.enum(causes)),
  planEndsOn: z.string().nullable(),
  nextReviewOn: z.string().nullable(),
  outcome: z.enum(outcomes).nullable(),
})

const said = z.object({ by: person, at: instant, words: z.string() })

const record = z.object({
  id,
  version: z.number(),
  year: z.number(),
  number: z.number(),
  status: z.enum(statuses),
  statusSince: instant,
  parts: z.array(z.enum(parts)),
  employee: person,
  supervisor: person.nullable(),
  rank: z.enum(ranks).nullable(),
  openedAt: instant,
  dueOn: z.string().nullable(),
  raisedAt: instant.nullable(),
  today: z.string(),
  /** The longest plan that the policy allows. */
  planMonths: z.number(),
  employeeWords: said.nullable(),
  supervisorWords: said.nullable(),
  study: z.object({ by: person, at: instant, text: z.string() }).nullable(),
  causes: z.array(z.object({ cause: z.enum(causes), note: z.string() })),
  plan: z.object({ by: person, at: instant, aim: z.string(), startsOn: z.string(), endsOn: z.string() }).nullable(),
  measures: z.array(
    z.object({
      id,
      kind: z.enum(measureKinds),
      measure: z.string(),
      owner: person,
      dueOn: z.string(),
      status: z.enum(['open', 'done', 'dropped']),
      note: z.string(),
      settledAt: instant.nullable(),
      can: z.object({ settle: ability.optional() }),
    }),
  ),
  reviews: z.array(
    z.object({
      id,
      dueOn: z.string(),
      progress: z.enum(progresses).nullable(),
      record: z.string().nullable(),
      by: person.nullable(),
      at: instant.nullable(),
    }),
  ),
  answers: z.array(z.object({ id, body: z.string(), at: instant })),
  closing: z.object({ by: person, at: instant, outcome: z.enum(outcomes), reason: z.string() }).nullable(),
  can: z.object({
    speak: ability.optional(),
    answer: ability.optional(),
    ...(Object.fromEntries(moveNames.map((name) => [name, ability.optional()])) as {
      [K in (typeof moveNames)[number]]: z.ZodOptional<typeof ability>
    }),
  }),
})
export type CaseRecord = z.infer<typeof record>

const one = z.object({ id })
const changed = { params: one, ifMatch: true, permission: 'signed_in', response: record } as const

export const contract = {
  'GET /api/low-performance/mine': {
    summary: 'My own cases of support',
    permission: 'signed_in',
    response: z.object({ items: z.array(card) }),
  },
  'GET /api/low-performance': {
    summary: 'Cases of the low-performance committee that the reader may see',
    permission: 'signed_in',
    query: z.object({ ...page, state: z.enum(['open', 'closed']).default('open') }),
    response: z.object({ items: z.array(card), next: z.string().nullable() }),
  },
  'GET /api/low-performance/:id': { summary: 'One case', permission: 'signed_in', params: one, response: record },
  'PUT /api/low-performance/:id/words': {
    ...changed,
    summary: 'What the employee, or the direct supervisor, says of the causes',
    body: z.strictObject({ words }),
  },
  'POST /api/low-performance/:id/answers': {
    ...changed,
    summary: 'The employee answers to anything in the case',
    body: z.strictObject({ body: text({ min: 3, max: 4000 }) }),
  },
  'PUT /api/low-performance/:id/study': {
    ...changed,
    summary: 'The causes that the committee found',
    body: z.strictObject({
      causes: z
        .array(z.strictObject({ cause: z.enum(causes), note: text({ min: 0, max: 2000 }) }))
        .min(1)
        .max(causes.length),
      text: text({ min: 10, max: 8000 }),
    }),
  },
  'PUT /api/low-performance/:id/plan': {
    ...changed,
    summary: 'A supportive plan of six months at most, with measures, owners and days (AMB-33)',
    body: z.strictObject({
      aim: text({ min: 10, max: 4000 }),
      startsOn: day,
      endsOn: day,
      measures: z
        .array(
          z.strictObject({ kind: z.enum(measureKinds), measure: text({ min: 3, max: 2000 }), ownerId: id, dueOn: day }),
        )
        .max(20),
    }),
  },
  'POST /api/low-performance/:id/begin': { ...changed, summary: 'The employee has read the plan and begins' },
  'POST /api/low-performance/:id/measures/:measureId': {
    ...changed,
    summary: 'A measure is done or dropped',
    params: one.extend({ measureId: id }),
    body: z.strictObject({ status: z.enum(['done', 'dropped']), note: text({ min: 0, max: 2000 }) }),
  },
  'POST /api/low-performance/:id/reviews': {
    ...changed,
    summary: 'What a review of the plan saw',
    body: z.strictObject({ progress: z.enum(progresses), record: text({ min: 10, max: 6000 }) }),
  },
  'POST /api/low-performance/:id/close': {
    ...changed,
    summary: 'Close the case with its outcome',
    body: z.strictObject({ outcome: z.enum(outcomes), reason: text({ min: 10, max: 6000 }) }),
  },
} as const satisfies Contract
