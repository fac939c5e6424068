import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { ability, bilingual, id, instant, page, text, year } from '../../shared/fields.ts'
import { causes } from '../../shared/fit-members.ts'
import { keptExtensions, keptFileStatuses, keptFileUpload } from '../../shared/kept-files.ts'
import { ranks } from '../../shared/ranks.ts'
import { grounds, hearingModes, outcomes, parts, statuses } from './domain/grievance.ts'
import { moveNames } from './domain/workflow.ts'

// ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────

const rank = z.enum(ranks)
const ground = z.enum(grounds)
const status = z.enum(statuses)
const outcome = z.enum(outcomes)
const long = text({ min: 10, max: 8000 })

const person = z.object({ id, name: bilingual, title: bilingual, division: bilingual })
export type Person = z.infer<typeof person>

const file = z.object({
  id,
  name: z.string(),
  type: z.string(),
  extension: z.enum(keptExtensions),
  size: z.number(),
  digest: z.string(),
  status: z.enum(keptFileStatuses),
  hasPreview: z.boolean(),
})

const card = z.object({
  id,
  version: z.number(),
  year: z.number(),
  number: z.number().nullable(),
  status,
  statusSince: instant,
  employee: person,
  grounds: z.array(ground),
  filedAt: instant.nullable(),
  acknowledgeBy: z.string().nullable(),
  decideBy: z.string().nullable(),
  raised: z.boolean(),
  outcome: outcome.nullable(),
})

const seat = z.object({
  member: person,
  capacity: z.enum(['chair', 'member', 'secretary']),
  /** Why the member takes no part in this case; empty for whoever may judge. */
  causes: z.array(z.enum(causes)),
  onPanel: z.boolean(),
  chairsPanel: z.boolean(),
  /** Does the chair's work in this case. */
  acts: z.boolean(),
})

const abilities = z.object({
  edit: ability.optional(),
  discard: ability.optional(),
  hear: ability.optional(),
  opine: ability.optional(),
  stepDown: ability.optional(),
  extend: ability.optional(),
  print: ability.optional(),
  explanation: ability.optional(),
  ...(Object.fromEntries(moveNames.map((name) => [name, ability.optional()])) as {
    [K in (typeof moveNames)[number]]: z.ZodOptional<typeof ability>
  }),
})

const record = z.object({
  id,
  version: z.number(),
  year: z.number(),
  number: z.number().nullable(),
  status,
  statusSince: instant,
  parts: z.array(z.enum(parts)),
  employee: person,
  /** As it stands now: the rank in force and the annual result in percent. */
  standing: z.object({ rank: rank.nullable(), result: z.string().nullable() }),
  request: z.string(),
  grounds: z.array(
    z.object({
      ground,
      statement: z.string(),
      files: z.array(file),
      accepted: z.boolean().nullable(),
      finding: z.string().nullable(),
    }),
  ),
  filesUntil: instant.nullable(),
  createdAt: instant,
  filedAt: instant.nullable(),
  acknowledgeBy: z.string().nullable(),
  decideBy: z.string().nullable(),
  raisedAt: instant.nullable(),
  extension: z.object({ by: person.nullable(), at: instant, reason: z.string() }).nullable(),
  acknowledged: z.object({ by: person.nullable(), at: instant }).nullable(),
  admission: z.object({ by: person.nullable(), at: instant, reason: z.string() }).nullable(),
  /** Everyone of the committee, for whoever names the panel; null for all others. */
  committee: z.array(seat).nullable(),
  panel: z.array(
    z.object({
      member: person,
      chairs: z.boolean(),
      /** False when a conflict came up, or the membership ended, after the panel was named. */
      fit: z.boolean(),
      seatedAt: instant,
      hasOpinion: z.boolean(),
      opinion: outcome.nullable(),
      note: z.string().nullable(),
      own: z.boolean(),
    }),
  ),
  left: z.array(
    z.object({ member: person, cause: z.enum(['replaced', 'stepped_down']), at: instant, note: z.string().nullable() }),
  ),
  hearings: z.array(
    z.object({
      id,
      heldAt: instant,
      mode: z.enum(hearingModes),
      attendance: z.string(),
      record: z.string(),
      recordedBy: person,
      recordedAt: instant,
    }),
  ),
  evaluation: z
    .object({
      evaluator: person,
      askedAt: instant,
      question: z.string(),
      rank: rank.nullable(),
      finding: z.string().nullable(),
      at: instant.nullable(),
    })
    .nullable(),
  decision: z
    .object({
      outcome,
      reasonCode: z.string(),
      reasoning: z.string(),
      by: person,
      as: z.enum(['panel', 'head']),
      at: instant,
      fromRank: rank.nullable(),
      toRank: rank.nullable(),
      toResult: z.string().nullable(),
    })
    .nullable(),
  receivedAt: instant.nullable(),
  withdrawal: z.object({ at: instant, reason: z.string().nullable() }).nullable(),
  can: abilities,
})
export type GrievanceRecord = z.infer<typeof record>

const cell = z.object({ key: z.string(), count: z.number().nullable() })
const report = z.object({
  years: z.array(z.number()),
  year: z.number().nullable(),
  /** Cells of fewer people are withheld. */
  smallest: z.number(),
  filed: z.number().nullable(),
  inHand: z.number().nullable(),
  outcomes: z.array(cell),
  grounds: z.array(cell),
  duration: z.object({ medianDays: z.number().nullable(), inTime: z.array(cell) }),
  /** Seats that successful grievances added (AMB-32). */
  addedSeats: z.number().nullable(),
})
export type GrievanceReport = z.infer<typeof report>

const one = z.object({ id })
const changed = { params: one, ifMatch: true, permission: 'signed_in', response: record } as const

/** Percent as typed, at most six decimals, in any digits. */
const percent = z.string().max(40).nullable()

export const contract = {
  'GET /api/grievances/mine': {
    summary: 'My grievances, and against which results I may still file one (AMB-31)',
    permission: 'signed_in',
    response: z.object({
      now: instant,
      items: z.array(card),
      results: z.array(
        z.object({
          year: z.number(),
          rank: rank.nullable(),
          result: z.string().nullable(),
          publishedAt: instant.nullable(),
          filesUntil: instant,
          open: z.boolean(),
          grievanceId: id.nullable(),
        }),
      ),
    }),
  },
  'POST /api/grievances': {
    summary: 'Begin a grievance as a draft',
    permission: 'signed_in',
    body: z.strictObject({ year }),
    response: record,
    status: 201,
  },
  'GET /api/grievances': {
    summary: 'Cases of the grievance committee that the reader may see',
    permission: 'signed_in',
    query: z.object({ ...page, state: z.enum(['open', 'closed']).default('open') }),
    response: z.object({ items: z.array(card), next: z.string().nullable(), committee: z.boolean() }),
  },
  'GET /api/grievances/report': {
    summary: 'Statistics of grievances without names (RP-21)',
    permission: 'signed_in',
    query: z.object({ year: year.optional() }),
    response: report,
  },
  'GET /api/grievances/report/export': {
    summary: 'The same as a spreadsheet',
    permission: 'signed_in',
    query: z.object({ year: year.optional(), language: z.enum(['ar', 'en']).default('ar') }),
    response: 'download',
  },
  'GET /api/grievances/:id': { summary: 'One grievance', permission: 'signed_in', params: one, response: record },
  'PUT /api/grievances/:id': {
    ...changed,
    summary: 'Save the draft: what is asked for, and the grounds',
    body: z.strictObject({
      request: text({ min: 0, max: 4000 }),
      grounds: z.array(z.strictObject({ ground, statement: text({ min: 0, max: 6000 }) })).max(grounds.length),
    }),
  },
  'DELETE /api/grievances/:id': {
    summary: 'Discard a draft',
    permission: 'signed_in',
    params: one,
    ifMatch: true,
    response: 'empty',
  },
  'POST /api/grievances/:id/files': {
    ...changed,
    summary: 'Attach evidence to a ground',
    query: z.object({ ground }),
    upload: keptFileUpload,
  },
  'GET /api/grievances/:id/files/:fileId': {
    summary: 'Evidence of a grievance',
    permission: 'signed_in',
    params: one.extend({ fileId: id }),
    response: 'download',
  },
  'GET /api/grievances/:id/files/:fileId/preview': {
    summary: 'The picture of evidence, written anew',
    permission: 'signed_in',
    params: one.extend({ fileId: id }),
    response: 'download',
  },
  'DELETE /api/grievances/:id/files/:fileId': {
    ...changed,
    summary: 'Take evidence out of a draft',
    params: one.extend({ fileId: id }),
  },
  'POST /api/grievances/:id/moves': {
    ...changed,
    summary: 'File, acknowledge, admit, dismiss, receive or withdraw',
    body: z.strictObject({
      move: z.enum(['file', 'acknowledge', 'admit', 'dismiss', 'receive', 'withdraw']),
      note: text({ min: 3, max: 4000 }).optional(),
    }),
  },
  'POST /api/grievances/:id/panel': {
    ...changed,
    summary: 'Name the panel: at least three of the committee without a conflict',
    body: z.strictObject({ memberIds: z.array(id).max(15), chairId: id }),
  },
  'POST /api/grievances/:id/panel/step-down': {
    summary: 'Leave the panel for a reason that nobody has on record',
    permission: 'signed_in',
    params: one,
    ifMatch: true,
    body: z.strictObject({ note: text({ min: 3, max: 2000 }) }),
    response: 'empty',
  },
  'POST /api/grievances/:id/hearings': {
    ...changed,
    summary: 'Record a hearing',
    body: z.strictObject({
      heldAt: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
      mode: z.enum(hearingModes),
      attendance: text({ min: 3, max: 2000 }),
      record: text({ min: 10, max: 12000 }),
    }),
  },
  'PUT /api/grievances/:id/opinion': {
    ...changed,
    summary: "A panel member's own judgement and deliberation note",
    body: z.strictObject({ opinion: outcome, note: text({ min: 0, max: 6000 }) }),
  },
  'POST /api/grievances/:id/evaluation': {
    ...changed,
    summary: 'Ask somebody who had no part in it for a second evaluation',
    body: z.strictObject({ evaluatorId: id, question: text({ min: 10, max: 4000 }) }),
  },
  'POST /api/grievances/:id/evaluation/finding': {
    ...changed,
    summary: 'Answer with the second evaluation',
    body: z.strictObject({ rank, finding: long }),
  },
  'POST /api/grievances/:id/decision': {
    ...changed,
    summary: 'Decide with reasons; what is upheld takes effect at once',
    body: z.strictObject({
      outcome,
      reasonCode: z.string().max(10),
      reasoning: text({ min: 20, max: 12000 }),
      findings: z
        .array(z.strictObject({ ground, accepted: z.boolean(), finding: text({ min: 3, max: 6000 }) }))
        .max(grounds.length),
      rank: rank.nullable(),
      result: percent,
    }),
  },
  'POST /api/grievances/:id/extension': {
    ...changed,
    summary: 'The head gives the panel more time after the deadline passed',
    body: z.strictObject({ until: z.iso.date(), reason: text({ min: 10, max: 4000 }) }),
  },
  'GET /api/grievances/:id/letter': {
    summary: 'The letter with the decision or the refusal to hear the case',
    permission: 'signed_in',
    params: one,
    query: z.object({ language: z.enum(['ar', 'en']).default('ar') }),
    response: 'download',
  },
} as const satisfies Contract
