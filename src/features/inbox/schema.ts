import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { bilingual, day, id, instant, text } from '../../shared/fields.ts'
import { timings } from './domain/timing.ts'

const param = z.union([
  z.string(),
  z.number(),
  bilingual,
  z.object({ day }),
  z.object({ period: z.object({ kind: z.string(), ordinal: z.number(), year: z.number() }) }),
])
const params = z.record(z.string(), param)
const person = z.object({ id, name: bilingual })
const group = z.enum(['decision', 'task', 'read'])
const icon = z.enum(['document', 'amendment', 'return', 'objection', 'correction', 'reading', 'escalation', 'task'])

const item = z.object({
  id,
  kind: z.string(),
  group,
  icon,
  link: z.string().nullable(),
  about: person.nullable(),
  onBehalfOf: person.nullable(),
  params,
  openedAt: instant,
  dueOn: day.nullable(),
  timing: z.enum(timings),
  /** Working days. */
  lateDays: z.number(),
  /** Moves that this entity lets be made for several at once. */
  bulk: z.array(z.object({ move: z.string(), needsComment: z.boolean() })),
})

const list = z.object({
  today: day,
  items: z.array(item),
  /** Of everything that waits, whatever the filter by time. */
  counts: z.record(z.enum(['all', ...timings]), z.number()),
  kinds: z.array(z.object({ kind: z.string(), count: z.number() })),
})

const notice = z.object({
  id,
  kind: z.string(),
  params,
  link: z.string().nullable(),
  createdAt: instant,
  read: z.boolean(),
})

export const contract = {
  'GET /api/home': {
    summary: 'The landing page: what waits for me, what I was told, my own state',
    permission: 'signed_in',
    response: list.extend({
      /** Of the last seven days; null for somebody who is no employee. */
      done: z.object({ count: z.number(), averageHours: z.number() }).nullable(),
      notices: z.array(notice),
      dates: z.array(z.object({ on: day, kind: z.string(), params, link: z.string().nullable() })),
      /** What each feature shows, under its name. */
      cards: z.record(z.string(), z.unknown()),
    }),
  },
  'GET /api/inbox': {
    summary: 'What waits for me, and for those for whom I act, the most urgent first',
    permission: 'signed_in',
    query: z.strictObject({ timing: z.enum(timings).optional(), kind: z.string().max(100).optional() }),
    response: list,
  },
  'GET /api/inbox/done': {
    summary: 'What I have dealt with, newest first',
    permission: 'signed_in',
    query: z.strictObject({
      cursor: z.iso.datetime().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    response: z.object({
      items: z.array(
        z.object({
          id,
          kind: z.string(),
          icon,
          link: z.string().nullable(),
          about: person.nullable(),
          params,
          openedAt: instant,
          closedAt: instant,
          outcome: z.string(),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  'POST /api/inbox/bulk': {
    summary: 'Make one move for many items; each answers for itself',
    permission: 'signed_in',
    body: z.strictObject({
      ids: z.array(id).min(1).max(200),
      move: z.string().max(100),
      comment: text({ min: 3, max: 4000 }).optional(),
    }),
    response: z.object({
      results: z.array(
        z.union([
          z.object({ id, done: z.literal(true) }),
          z.object({
            id,
            done: z.literal(false),
            code: z.string(),
            params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
          }),
        ]),
      ),
    }),
  },
  'GET /api/notices': {
    summary: 'What I was told, newest first',
    permission: 'signed_in',
    query: z.strictObject({ cursor: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    response: z.object({ items: z.array(notice), next: z.string().nullable() }),
  },
  'POST /api/notices/read': {
    summary: 'Mark notices as read; all of them when none are named',
    permission: 'signed_in',
    body: z.strictObject({ ids: z.array(id).min(1).max(200).optional() }),
    response: z.object({ unread: z.number() }),
  },
} as const satisfies Contract
