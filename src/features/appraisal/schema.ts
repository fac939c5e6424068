import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { ability, bilingual, id, instant, page, text, year } from '../../shared/fields.ts'
import { cycleKinds } from '../../shared/period.ts'
import { ranks } from '../../shared/ranks.ts'
import { askedMoves } from './domain/workflow.ts'
import { explanation } from './schema/explanation.ts'

// ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────

const rank = z.enum(ranks)
const band = z.enum(['weak', 'average', 'good', 'very_good'])
const yearStatus = z.enum(['open', 'frozen', 'signed', 'approved', 'confirmed', 'published'])
const resultStatus = z.enum(['preliminary', 'calibrated', 'approved', 'published', 'under_grievance', 'final'])
const standing = z.enum(['ranked', 'short_service', 'all_excused', 'left', 'undecided', 'out_of_scope'])
const words = text({ min: 3, max: 4000 })
const reasonCode = z.string().regex(/^[A-Z]{3}-[0-9]{2}$/)
/** Micro-percent: 100 % is 100000000. */
const micro = z.number().nullable()

const person = z.object({ id, name: bilingual, title: bilingual.nullable() })
export type Person = z.infer<typeof person>

const cycleOfYear = z.object({
  id,
  kind: z.enum(cycleKinds),
  ordinal: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  status: z.enum(['planned', 'open', 'closed']),
  /** What the cycle counts for this person; null until the cycle is closed. */
  counts: z.enum(['counted', 'excused', 'excluded', 'zero', 'undecided']).nullable(),
  cause: z.string().nullable(),
  /** Units of 10^-10 percentage points. */
  result: z.number().nullable(),
})

const myYear = z.object({
  year: z.number(),
  status: yearStatus,
  cycles: z.array(cycleOfYear),
  /** What was published to the person; null before that. */
  published: z
    .object({
      at: instant,
      standing,
      result: micro,
      band: band.nullable(),
      rank: rank.nullable(),
      status: resultStatus,
      read: z.boolean(),
      grievancesUntil: instant.nullable(),
    })
    .nullable(),
})

const abilities = z.record(z.string(), ability)

const resultView = z.object({
  year: z.number(),
  employeeId: id,
  /** Of the result: what If-Match carries. */
  version: z.number(),
  yearStatus,
  status: resultStatus,
  /** What the reader is to the result. */
  parts: z.array(z.enum(['employee', 'supervisor', 'higher_official', 'approver', 'committee', 'head'])),
  explanation,
  /** SHA-256 of the explanation in canonical JSON: the code by which a paper is held against it. */
  fingerprint: z.string(),
  grievance: z.object({ id, status: z.string() }).nullable(),
  readAt: instant.nullable(),
  can: abilities,
})
export type ResultView = z.infer<typeof resultView>

const teamRow = z.object({
  employee: person,
  version: z.number(),
  standing,
  result: micro,
  band: band.nullable(),
  curve: band.nullable(),
  view: z.object({ rank, reasonCode: z.string(), reasonText: z.string(), at: instant }).nullable(),
  final: rank.nullable(),
  can: abilities,
})

const distributionRow = z.object({
  rank,
  /** Null where fewer than five people hold it and the reader is not of the committee. */
  people: z.number().nullable(),
  /** Basis points of those with a rank; null with the count. */
  share: z.number().nullable(),
})

const approval = z.object({
  official: person,
  people: z.number(),
  status: z.enum(['waiting', 'approved', 'objected']),
  note: z.string().nullable(),
  decidedBy: person.nullable(),
  decidedAt: instant.nullable(),
  version: z.number(),
})

const lineRow = z.object({
  employee: person.extend({ division: bilingual.nullable() }),
  supervisor: person.nullable(),
  standing,
  result: micro,
  band: band.nullable(),
  curve: band.nullable(),
  view: rank.nullable(),
  final: rank.nullable(),
  /** Changes made by people, whose reasons stand on the result's page. */
  changes: z.number(),
})

const yearState = z.object({
  year: z.number(),
  version: z.number(),
  status: yearStatus,
  freezes: z.number(),
  frozenAt: instant.nullable(),
  signedAt: instant.nullable(),
  approvedAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  grievancesUntil: instant.nullable(),
})

const standingsCount = z.object({
  ranked: z.number(),
  shortService: z.number(),
  allExcused: z.number(),
  left: z.number(),
  undecided: z.number(),
  outOfScope: z.number(),
})

const overview = yearState.extend({
  cycles: z.array(
    z.object({
      id,
      kind: z.enum(cycleKinds),
      ordinal: z.number(),
      status: z.enum(['planned', 'open', 'closed']),
      undecided: z.number(),
    }),
  ),
  standings: standingsCount,
  bands: z.array(z.object({ rank: band, people: z.number() })),
  curve: z.object({ groups: z.number(), withRank: z.number(), withoutRank: z.number() }),
  views: z.object({ recorded: z.number(), different: z.number() }),
  undecidedExcellence: z.number(),
  openSitting: z.boolean(),
  approvals: z.array(approval),
  /** Undecided when the year was frozen, and decided since: they can be published by themselves (H9). */
  late: z.number(),
  read: z.object({ published: z.number(), read: z.number() }),
  can: abilities,
})
export type Overview = z.input<typeof overview>

const recordYear = z.object({
  year: z.number(),
  standing,
  status: resultStatus,
  result: micro,
  band: band.nullable(),
  rank: rank.nullable(),
  publishedAt: instant.nullable(),
  cycles: z.array(
    z.object({ kind: z.enum(cycleKinds), ordinal: z.number(), counts: z.string(), result: z.number().nullable() }),
  ),
  changes: z.array(
    z.object({
      stage: z.string(),
      from: rank,
      to: rank,
      reasonCode: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      reasonText: z.string().nullable(),
      at: instant,
    }),
  ),
})

const record = z.object({
  person: z.object({
    id,
    name: bilingual,
    number: z.string().nullable(),
    title: bilingual.nullable(),
    division: bilingual.nullable(),
    hiredOn: z.string(),
  }),
  years: z.array(recordYear),
  feedback: z.array(
    z.object({ kind: z.enum(['praise', 'advice', 'interim']), body: z.string(), author: bilingual, at: instant }),
  ),
})
export type PerformanceRecord = z.infer<typeof record>

const ofYear = z.strictObject({ year })
const ofPerson = z.strictObject({ employeeId: id, year })
const inLanguage = z.strictObject({ language: z.enum(['ar', 'en']).default('ar') })
const chosenYear = z.strictObject({ year: year.optional() })
const officials = ['ejada_team', 'head', 'head_office'] as const

// ── The contract ───────────────────────────────────────────────────────────────────────────────────────────

export const contract = {
  'GET /api/appraisal/mine': {
    summary: 'My years: cycle results, and what was published to me',
    permission: 'signed_in',
    response: z.object({ years: z.array(myYear) }),
  },
  'GET /api/appraisal/results/:employeeId/:year': {
    summary: 'Why this grade: every input, threshold, weight and change behind one annual result',
    permission: 'signed_in',
    params: ofPerson,
    response: resultView,
  },
  'GET /api/appraisal/results/:employeeId/:year/pdf': {
    summary: 'The explanation on paper, with its fingerprint; the reading is recorded',
    permission: 'signed_in',
    params: ofPerson,
    query: inLanguage,
    recorded: true,
    response: 'download',
  },
  'GET /api/appraisal/results/:employeeId/:year/json': {
    summary: 'The explanation as a file that `itqan recompute` checks; the reading is recorded',
    permission: 'signed_in',
    params: ofPerson,
    recorded: true,
    response: 'download',
  },
  'POST /api/appraisal/results/:employeeId/:year/read': {
    summary: 'Say that I have read my published result',
    permission: 'signed_in',
    params: ofPerson,
    response: 'empty',
  },
  'PUT /api/appraisal/results/:employeeId/:year/view': {
    summary: "Record the direct supervisor's view of a rank, with its reason; changes nothing that was computed",
    permission: 'signed_in',
    params: ofPerson,
    /** A view that differs from the computed rank needs both; one that agrees needs neither. */
    body: z.strictObject({ rank, reasonCode: reasonCode.optional(), reasonText: words.optional() }),
    ifMatch: true,
    response: z.object({ version: z.number() }),
  },
  'DELETE /api/appraisal/results/:employeeId/:year/view': {
    summary: "Take the supervisor's view back",
    permission: 'signed_in',
    params: ofPerson,
    ifMatch: true,
    response: z.object({ version: z.number() }),
  },
  'GET /api/appraisal/team': {
    summary: 'Results of my direct reports in a year, where I may record a view',
    permission: 'signed_in',
    query: chosenYear,
    response: z.object({
      year: yearState.nullable(),
      years: z.array(z.number()),
      rows: z.array(teamRow),
    }),
  },
  'GET /api/appraisal/line': {
    summary: 'Results of the people whose higher official I am, their distribution, and my approval (RP-13)',
    permission: 'signed_in',
    query: chosenYear,
    response: z.object({
      year: yearState.nullable(),
      years: z.array(z.number()),
      approval: approval.nullable(),
      distribution: z.array(z.object({ rank, people: z.number() })),
      rows: z.array(lineRow),
      can: abilities,
    }),
  },
  'PUT /api/appraisal/years/:year/approvals/:officialId': {
    summary: 'Approve the results of my people, or object with a note',
    permission: 'signed_in',
    params: z.strictObject({ year, officialId: id }),
    body: z.strictObject({ decision: z.enum(['approved', 'objected']), note: words.optional() }),
    ifMatch: true,
    response: z.object({ version: z.number(), yearStatus }),
  },
  'GET /api/appraisal/years': {
    summary: 'Years with their state',
    permission: [...officials, 'auditor'],
    response: z.object({ years: z.array(yearState) }),
  },
  'GET /api/appraisal/years/:year': {
    summary: 'One year step by step: counts, who waits, what may be done now',
    permission: [...officials, 'auditor'],
    params: ofYear,
    response: overview,
  },
  'POST /api/appraisal/years/:year/moves': {
    summary: 'Freeze, freeze anew, send back, confirm or publish a year',
    permission: officials,
    params: ofYear,
    body: z.strictObject({ move: z.enum(askedMoves), reason: words.optional() }),
    ifMatch: true,
    response: overview,
  },
  'POST /api/appraisal/years/:year/late': {
    summary: 'Compute and publish those who were undecided at the freeze and have been decided since (H9)',
    permission: officials,
    params: ofYear,
    response: z.object({ published: z.number() }),
  },
  'GET /api/appraisal/distribution': {
    summary: 'Counts by rank against the shares, whole and by division; small numbers are hidden (RP-14)',
    permission: 'signed_in',
    query: z.strictObject({ year }),
    response: z.object({
      year: yearState,
      shares: z.array(z.object({ rank, share: z.number() })).nullable(),
      total: z.array(distributionRow),
      addedSeats: z.number(),
      divisions: z.array(
        z.object({
          division: z.object({ id, name: bilingual, depth: z.number() }),
          people: z.number().nullable(),
          rows: z.array(distributionRow),
        }),
      ),
    }),
  },
  'GET /api/appraisal/excellent': {
    summary: 'Names of the excellent of a year, once the window is over and the policy publishes them (AMB-34)',
    permission: 'signed_in',
    query: z.strictObject({ year, ...page }),
    response: z.object({
      published: z.boolean(),
      /** From when on the names stand here; null where the policy keeps them. */
      from: instant.nullable(),
      people: z.array(z.object({ id, name: bilingual, title: bilingual.nullable(), division: bilingual.nullable() })),
      next: z.string().nullable(),
    }),
  },
  'GET /api/appraisal/record': {
    summary: 'My performance record: years, results, changes, feedback (O-57)',
    permission: 'signed_in',
    response: record,
  },
  'GET /api/appraisal/record/pdf': {
    summary: 'My performance record on paper',
    permission: 'signed_in',
    query: inLanguage,
    recorded: true,
    response: 'download',
  },
  'GET /api/appraisal/record/json': {
    summary: 'My performance record as a file',
    permission: 'signed_in',
    recorded: true,
    response: 'download',
  },
} as const satisfies Contract
