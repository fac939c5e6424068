import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { ability, bilingual, id, instant, text, year } from '../../shared/fields.ts'
import { keptExtensions, keptFileStatuses, keptFileUpload } from '../../shared/kept-files.ts'
import { ranks } from '../../shared/ranks.ts'
import { causes } from './domain/committee.ts'
import { conditions, parts, statuses } from './domain/nomination.ts'
import { moveNames } from './domain/workflow.ts'

// ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────

const rank = z.enum(ranks)
const status = z.enum(statuses)
const condition = z.enum(conditions)
const yearStatus = z.enum(['open', 'frozen', 'signed', 'approved', 'confirmed', 'published'])
const reasonCode = z.string().regex(/^EXC-[0-9]{2}$/)
const reason = text({ min: 10, max: 4000 })
/** Micro-percent: 100 % is 100000000. */
const micro = z.number().nullable()

const person = z.object({ id, name: bilingual, title: bilingual, division: bilingual })
export type Person = z.infer<typeof person>

const project = z.object({ id, year: z.number(), title: z.string(), note: z.string() })

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

const keyResult = z.object({
  id,
  statement: z.string(),
  objective: z.string(),
  cycle: z.number(),
  achievement: micro,
})

const evidence = z.object({
  id,
  file: file.nullable(),
  keyResult: keyResult.nullable(),
  /** Attached by the employee (AMB-15). */
  byEmployee: z.boolean(),
  removable: z.boolean(),
})

const claim = z.object({
  condition,
  /** False for the sixth condition when the head has designated nothing. */
  applies: z.boolean(),
  words: z.string(),
  project: z.object({ id, title: z.string() }).nullable(),
  complete: z.boolean(),
  evidence: z.array(evidence),
  /** What the committee found; null where it has not looked, or where the reader may not know yet. */
  finding: z.object({ met: z.boolean(), note: z.string(), by: person }).nullable(),
})

const seat = z.object({
  member: person,
  capacity: z.enum(['chair', 'member', 'secretary']),
  /** Why the member takes no part in this case; empty for whoever may judge. */
  causes: z.array(z.enum(causes)),
  tookPart: z.boolean(),
  /** Does the chair's work in this case. */
  acts: z.boolean(),
})

const abilities = z.object({
  write: ability.optional(),
  attach: ability.optional(),
  examine: ability.optional(),
  discard: ability.optional(),
  ...(Object.fromEntries(moveNames.map((name) => [name, ability.optional()])) as {
    [K in (typeof moveNames)[number]]: z.ZodOptional<typeof ability>
  }),
})

const standing = z.enum(['free', 'waits', 'beyond'])

const record = z.object({
  id,
  version: z.number(),
  year: z.number(),
  yearStatus,
  status,
  statusSince: instant,
  parts: z.array(z.enum(parts)),
  employee: person,
  /** Annual result and rank in force; null for the person concerned, who reads them when they are published. */
  result: z.object({ result: micro, rank: rank.nullable() }).nullable(),
  request: z.object({ text: z.string(), at: instant }).nullable(),
  raisedAt: instant.nullable(),
  refusal: z.object({ code: z.string(), reason: z.string(), by: person, at: instant }).nullable(),
  nominatedBy: person.nullable(),
  submittedAt: instant.nullable(),
  requirement: z.object({ applicable: z.number(), needed: z.number() }),
  projects: z.array(project),
  claims: z.array(claim),
  /** What a dossier may point to; empty for whoever attaches nothing now. */
  keyResults: z.array(keyResult),
  /** Null for the person concerned and for the supervisor. */
  committee: z.array(seat).nullable(),
  quorum: z.number(),
  seat: standing.nullable(),
  official: person.nullable(),
  verified: z.object({ by: person, at: instant, members: z.array(person) }).nullable(),
  decision: z.object({ code: z.string(), reason: z.string(), by: person, at: instant }).nullable(),
  can: abilities,
})
export type Dossier = z.infer<typeof record>

const group = z.object({
  id: id.nullable(),
  division: bilingual.nullable(),
  jobFamily: z.string().nullable(),
  people: z.number(),
  /** Seats for excellent; null where quotas do not apply. */
  seats: z.number().nullable(),
  /** The share times the people, exact. */
  product: z.string().nullable(),
  pool: z.number(),
  /** By how many people a tie may exceed the seats. */
  tolerance: z.number(),
  passedGate: z.number(),
  ratified: z.number(),
  /** Seats that nobody has yet; when the year is approved they stay at very good (AMB-14). */
  unused: z.number().nullable(),
  nominations: z.array(
    z.object({
      id,
      version: z.number(),
      employee: person,
      status,
      requested: z.boolean(),
      ranking: z.number(),
      place: z.number(),
      met: z.number(),
      needed: z.number(),
      seat: standing.nullable(),
    }),
  ),
})
export type Group = z.infer<typeof group>

const one = z.object({ id })
const changed = { params: one, ifMatch: true, permission: 'signed_in', response: record } as const
/** Evidence may be on its way while one types: it counts no version up. */
const beside = { params: one, permission: 'signed_in', response: record } as const
const ofYear = z.object({ year: year.optional() })

// ── The contract ───────────────────────────────────────────────────────────────────────────────────────────

export const contract = {
  'GET /api/excellence/mine': {
    summary: 'My request or nomination for excellent, and whether I may still ask',
    permission: 'signed_in',
    query: ofYear,
    response: z.object({
      year: z.number().nullable(),
      years: z.array(z.number()),
      yearStatus: yearStatus.nullable(),
      dossier: record.nullable(),
      request: ability,
    }),
  },
  'POST /api/excellence/requests': {
    summary: 'Ask to be nominated; the direct supervisor nominates or refuses with a reason',
    permission: 'signed_in',
    body: z.strictObject({ year, request: reason }),
    response: record,
    status: 201,
  },
  'GET /api/excellence/team': {
    summary: 'Direct reports who passed the gate, and requests that wait for an answer',
    permission: 'signed_in',
    query: ofYear,
    response: z.object({
      year: z.number().nullable(),
      years: z.array(z.number()),
      yearStatus: yearStatus.nullable(),
      requirement: z.object({ applicable: z.number(), needed: z.number() }),
      rows: z.array(
        z.object({
          employee: person,
          result: micro,
          rank: rank.nullable(),
          nomination: z
            .object({ id, version: z.number(), status, requested: z.boolean(), raised: z.boolean() })
            .nullable(),
          begin: ability,
        }),
      ),
    }),
  },
  'POST /api/excellence': {
    summary: 'Begin the dossier of a direct report who passed the gate',
    permission: 'signed_in',
    body: z.strictObject({ year, employeeId: id }),
    response: record,
    status: 201,
  },
  'GET /api/excellence/cases': {
    summary: 'Dossiers that were sent, by group with the arithmetic of the seats, in the order of results',
    permission: 'signed_in',
    query: ofYear,
    response: z.object({
      year: z.number().nullable(),
      years: z.array(z.number()),
      yearStatus: yearStatus.nullable(),
      groups: z.array(group),
      projects: z.array(project),
      designate: z.boolean(),
    }),
  },
  'GET /api/excellence/projects': {
    summary: 'Projects that the head designated for a year',
    permission: 'signed_in',
    query: z.object({ year }),
    response: z.object({ projects: z.array(project) }),
  },
  'POST /api/excellence/projects': {
    summary: 'Designate a project: condition six of excellence',
    permission: ['head'],
    body: z.strictObject({ year, title: text({ min: 3, max: 300 }), note: text({ min: 0, max: 2000 }) }),
    response: z.object({ projects: z.array(project) }),
    status: 201,
  },
  'POST /api/excellence/projects/:id/end': {
    summary: 'Take a designation back; dossiers that name the project keep it',
    permission: ['head'],
    params: one,
    response: z.object({ projects: z.array(project) }),
  },
  'GET /api/excellence/:id': { summary: 'One nomination', permission: 'signed_in', params: one, response: record },
  'DELETE /api/excellence/:id': {
    summary: 'Discard a dossier that nobody has asked for and that was not sent',
    permission: 'signed_in',
    params: one,
    ifMatch: true,
    response: 'empty',
  },
  'PUT /api/excellence/:id/claims/:condition': {
    ...changed,
    summary: 'Write what is claimed for one condition',
    params: one.extend({ condition }),
    body: z.strictObject({ words: text({ min: 0, max: 4000 }), projectId: id.nullable() }),
  },
  'POST /api/excellence/:id/files': {
    ...beside,
    summary: 'Attach a file to a condition',
    query: z.object({ condition }),
    upload: keptFileUpload,
  },
  'GET /api/excellence/:id/files/:fileId': {
    summary: 'A file of a dossier',
    permission: 'signed_in',
    params: one.extend({ fileId: id }),
    response: 'download',
  },
  'GET /api/excellence/:id/files/:fileId/preview': {
    summary: 'The picture of a file, written anew',
    permission: 'signed_in',
    params: one.extend({ fileId: id }),
    response: 'download',
  },
  'POST /api/excellence/:id/links': {
    ...beside,
    summary: "Point a condition to one of the employee's key results of the year",
    body: z.strictObject({ condition, keyResultId: id }),
  },
  'DELETE /api/excellence/:id/evidence/:evidenceId': {
    ...beside,
    summary: 'Take evidence out that one has put in',
    params: one.extend({ evidenceId: id }),
  },
  'PUT /api/excellence/:id/findings/:condition': {
    ...changed,
    summary: 'Record whether the committee found a condition met',
    params: one.extend({ condition }),
    body: z.strictObject({ met: z.boolean(), note: text({ min: 3, max: 4000 }) }),
  },
  'POST /api/excellence/:id/moves': {
    ...changed,
    summary: 'Begin, refuse, send, take back, verify, ratify, reject or pass over',
    body: z.strictObject({
      move: z.enum(moveNames),
      reasonCode: reasonCode.optional(),
      reason: reason.optional(),
      /** Who took part in the verification. */
      memberIds: z.array(id).max(15).optional(),
    }),
  },
} as const satisfies Contract
