import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { ability, bilingual, day, id, instant, page, text, year } from '../../shared/fields.ts'
import { ranks } from '../../shared/ranks.ts'
import { curveModes } from './domain/curve.ts'
import { severities } from './domain/fairness/findings.ts'
import { questionKinds } from './domain/integrity/question.ts'
import { tieBreakers } from './domain/ties.ts'
import { sittingMoveNames } from './domain/workflow.ts'

// ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────

const rank = z.enum(ranks)
const band = z.enum(['weak', 'average', 'good', 'very_good'])
const mode = z.enum(curveModes)
const yearStatus = z.enum(['open', 'frozen', 'signed', 'approved', 'confirmed', 'published'])
const origin = z.enum(['supervisor_view', 'tie', 'member', 'higher_official'])
const caseStatus = z.enum(['open', 'decided', 'withdrawn'])
const cause = z.enum(['self', 'relative', 'line', 'declared'])
const capacity = z.enum(['chair', 'member', 'secretary'])
const sittingStatus = z.enum(['called', 'open', 'closed'])
const words = text({ min: 3, max: 4000 })
const reasonCode = z.string().regex(/^[A-Z]{3}-[0-9]{2}$/)
/** Micro-percent: 100 % is 100000000. */
const micro = z.number()
const abilities = z.record(z.string(), ability)

const person = z.object({ id, name: bilingual, title: bilingual.nullable() })
export type Person = z.infer<typeof person>

/** The sentence is `curveReasons.<code>` with these numbers (CRV-01 to CRV-09). */
const curveReason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })

/** A change that a person made: the words are the reason's, from the list of reasons, and the text. */
const humanReason = z.object({
  stage: z.enum(['supervisor', 'committee', 'excellence', 'grievance']),
  from: rank,
  to: rank,
  code: z.string(),
  text: z.string(),
  by: person.nullable(),
  at: instant,
})

/** People by rank; very good without those who are excellent. */
const counts = z.record(rank, z.number())

const modeOutcome = z.object({
  mode,
  counts: z.record(band, z.number()),
  raised: z.number(),
  lowered: z.number(),
  /** Seats that nobody holds; at very good those of very good and excellent together. */
  vacancies: z.record(band, z.number()),
  beyond: z.record(band, z.number()),
  /** The lowest result that reached very good; null when nobody did. */
  lastLifted: micro.nullable(),
})

const quota = z.object({
  rank,
  /** Basis points: 5 % is 500. */
  share: z.number(),
  /** Share times people, exact plain text: `11.65`. */
  product: z.string(),
  floor: z.number(),
  /** Ten-thousandths of a seat. */
  remainder: z.number(),
  /** The place in which the remainder won a seat that was left over. */
  extra: z.number().nullable(),
  seats: z.number(),
})

const group = z.object({
  id,
  /** Null: the entity as a whole. */
  division: bilingual.nullable(),
  jobFamily: z.string().nullable(),
  people: z.number(),
  /** False below the minimum: no seats there, only the bands (AMB-11). */
  hasQuotas: z.boolean(),
  /** The smaller groups that were put together in this one. */
  pooled: z.array(z.object({ division: bilingual.nullable(), jobFamily: z.string().nullable(), people: z.number() })),
  mode,
  quotas: z.array(quota),
  /** Seats of very good and excellent together: where the line of lifting runs. */
  pool: z.number(),
  /** What the curve gave, in the mode in force. */
  curve: modeOutcome,
  /** The same people under each mode, in the order full curve, raise only, advisory. */
  modes: z.array(modeOutcome),
  /** The rank as it stands now, with the committee's decisions. */
  now: counts,
})
export type GroupView = z.infer<typeof group>

const fairnessSummary = z.object({
  /** Null while the tests have not run on this freeze. */
  runAt: instant.nullable(),
  /** Findings whose tests are being run anew after a change. */
  running: z.boolean(),
  total: z.number(),
  material: z.number(),
  unanswered: z.number(),
})

const signature = z.object({ member: person, capacity, at: instant, withdrawnAt: instant.nullable() })

/** What stands between the committee and its signature; the sentence is `calibration.blocks.<code>` with the count. */
const block = z.object({
  code: z.enum([
    'curve_missing',
    'sitting_open',
    'no_sitting',
    'cases_open',
    'reasons_missing',
    'findings_unanswered',
    'fairness_running',
  ]),
  count: z.number(),
})

const committeeMember = z.object({
  member: person,
  capacity,
  /** In the sitting that is open now. */
  present: z.boolean(),
})

const workbench = z.object({
  year: z.number(),
  version: z.number(),
  status: yearStatus,
  freezes: z.number(),
  frozenAt: instant.nullable(),
  signedAt: instant.nullable(),
  /** What the reader is here. */
  parts: z.array(z.enum(['chair', 'member', 'secretary', 'reader'])),
  committee: z.object({
    members: z.array(committeeMember),
    /** How many voters must be there. */
    quorum: z.number(),
    /** Voters present in the open sitting; null without one. */
    present: z.number().nullable(),
  }),
  sittings: z.array(z.object({ id, number: z.number(), heldOn: z.string(), status: sittingStatus, cases: z.number() })),
  /** Null: the curve can be applied. Else which policies of the year are missing; each is set at /administration/policies. */
  missing: z.array(z.enum(['curve.shares', 'curve.mode'])),
  policy: z.object({
    shares: z.array(z.object({ rank, share: z.number() })).nullable(),
    mode: mode.nullable(),
    strata: z.enum(['none', 'job_family', 'sector']),
    minimumGroup: z.number(),
    guardWeak: z.boolean(),
    tieTolerance: z.object({ seats: z.number(), percent: z.number() }),
    /** The circular's number and date, or where the default is argued. */
    source: z.string(),
    official: z.boolean(),
  }),
  /** Cut points of the bands. */
  bands: z.object({ average: micro, good: micro, veryGood: micro }),
  ranked: z.number(),
  withoutRank: z.number(),
  groups: z.array(group),
  /** All groups together. */
  total: z.object({ curve: modeOutcome, modes: z.array(modeOutcome), now: counts, seats: counts }).nullable(),
  /** People by 5 points of the result, from the lowest with anybody to the highest; `lifted` of them reached very good above their band. */
  histogram: z.array(
    z.object({
      from: z.number(),
      to: z.number(),
      people: z.number(),
      /** By the band of the result. */
      bands: z.record(band, z.number()),
      lifted: z.number(),
      lowered: z.number(),
    }),
  ),
  /** The normal curve of the same mean and deviation: people for 5 points, at the middle of every 2.5 points. */
  normal: z
    .object({
      mean: z.number(),
      deviation: z.number(),
      points: z.array(z.object({ at: z.number(), people: z.number() })),
    })
    .nullable(),
  cases: z.object({
    open: z.number(),
    decided: z.number(),
    withdrawn: z.number(),
    /** Open ones that wait for my own judgement. */
    mine: z.number(),
    byOrigin: z.record(origin, z.number()),
  }),
  views: z.object({ recorded: z.number(), different: z.number() }),
  fairness: fairnessSummary,
  integrity: z.object({ total: z.number(), unanswered: z.number() }),
  signing: z.object({
    /** SHA-256 of the canonical list, as 64 hex digits: what a signature carries. Null without a curve. */
    digest: z.string().nullable(),
    needed: z.number(),
    signatures: z.array(signature),
    blocks: z.array(block),
  }),
  /** callSitting, openCase, sign, withdrawSignature, export. */
  can: abilities,
})
export type Workbench = z.infer<typeof workbench>
/** As the server gives it, before instants become text. */
export type WorkbenchAnswer = z.input<typeof workbench>

const personRow = z.object({
  employee: person,
  division: bilingual.nullable(),
  supervisor: person.nullable(),
  groupId: id,
  /** In the group, from 1; equals share it. */
  position: z.number(),
  result: micro,
  ranking: micro,
  band,
  curve: band,
  view: z.object({ rank, code: z.string(), text: z.string() }).nullable(),
  /** The rank as it stands: the decision, else the curve's. */
  now: rank,
  /** From the band to the rank as it stands. */
  move: z.enum(['up', 'down', 'none']),
  curveReason: curveReason.nullable(),
  /** The newest change of people after the curve. */
  reason: humanReason.nullable(),
  case: z.object({ id, status: caseStatus, origin }).nullable(),
  /** A case is open: the committee owes a reason. */
  needsReason: z.boolean(),
  /** The last who reached very good, below whom the line of lifting is drawn. */
  lastAboveLine: z.boolean(),
})
export type PersonRow = z.infer<typeof personRow>

const filters = ['all', 'around_line', 'needs_reason', 'view_differs', 'moved'] as const

const vote = z.object({ member: person, rank: band, note: z.string().nullable(), at: instant })

const caseRow = z.object({
  id,
  version: z.number(),
  status: caseStatus,
  origin,
  question: z.string(),
  openedBy: person.nullable(),
  openedAt: instant,
  employee: person,
  division: bilingual.nullable(),
  position: z.number(),
  result: micro,
  band,
  curve: band,
  now: rank,
  view: z.object({ rank, code: z.string(), text: z.string() }).nullable(),
  sittingId: id.nullable(),
  decision: z.object({ rank: band, code: z.string(), text: z.string(), by: person.nullable(), at: instant }).nullable(),
  /** How many of those who may vote have voted. */
  before: z.object({ votes: z.number(), voters: z.number(), mine: band.nullable() }),
  sitting: z.object({ votes: z.number(), voters: z.number(), mine: band.nullable() }),
  /** I may not judge this case. */
  recused: cause.nullable(),
})
export type CaseRow = z.infer<typeof caseRow>

const caseView = caseRow.extend({
  year: z.number(),
  supervisor: person.nullable(),
  higherOfficial: person.nullable(),
  curveReason: curveReason.nullable(),
  changes: z.array(humanReason),
  /** Judgements before the sitting; null until I have given mine or the sitting is open. */
  votesBefore: z.array(vote).nullable(),
  /** Votes in the sitting, which are open among those who sit. */
  votes: z.array(vote),
  /** What the votes of the sitting come to; null without a majority. */
  majority: band.nullable(),
  recusals: z.array(z.object({ member: person, cause, note: z.string().nullable(), at: instant.nullable() })),
  /** For a tie: everybody in it in the order of the tie-breakers, and who would keep the seat (H5). */
  tie: z
    .object({
      seats: z.number(),
      beyond: z.number(),
      people: z.array(
        z.object({
          employee: person,
          caseId: id.nullable(),
          position: z.number(),
          up: z.boolean(),
          by: z.enum(tieBreakers).nullable(),
          planWeight: micro.nullable(),
          /** Units of 10^-10 percentage points. */
          lowestCycle: z.number().nullable(),
          lastCycle: z.number().nullable(),
        }),
      ),
    })
    .nullable(),
  /** vote, recuse, decide, withdraw. */
  can: abilities,
})
export type CaseView = z.infer<typeof caseView>
export type CaseAnswer = z.input<typeof caseView>

const attendance = z.object({
  member: person,
  capacity,
  present: z.boolean(),
  arrivedAt: instant.nullable(),
  leftAt: instant.nullable(),
})

const sitting = z.object({
  id,
  year: z.number(),
  number: z.number(),
  heldOn: z.string(),
  status: sittingStatus,
  agenda: z.string(),
  minutes: z.string(),
  calledBy: person.nullable(),
  calledAt: instant,
  openedAt: instant.nullable(),
  closedAt: instant.nullable(),
  version: z.number(),
  attendance: z.array(attendance),
  quorum: z.object({ needed: z.number(), present: z.number(), met: z.boolean() }),
  /** Open cases while it is called or open; those that it decided once it is closed. */
  cases: z.array(caseRow),
  /** edit, attend, open, close. */
  can: abilities,
})
export type SittingView = z.infer<typeof sitting>
export type SittingAnswer = z.input<typeof sitting>

const finding = z.object({
  id,
  version: z.number(),
  severity: z.enum(severities),
  groupedBy: z.enum(['division', 'level', 'gender', 'leave', 'supervisor', 'moves']),
  /** The sentence is `calibration.fairness.<code>` with these, with `subject` and `other` in the reader's language. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  subject: bilingual.nullable(),
  other: bilingual.nullable(),
  /** p, holm, benjaminiHochberg, comparisons, oddsRatio, cramersV, delta…; rounded to six decimals. */
  statistics: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  needsAnswer: z.boolean(),
  answer: z.object({ text: z.string(), by: person.nullable(), at: instant }).nullable(),
  can: abilities,
})
export type FindingView = z.infer<typeof finding>

const question = z.object({
  id,
  version: z.number(),
  kind: z.enum(questionKinds),
  person,
  division: bilingual.nullable(),
  /** The sentence is `calibration.integrity.<kind>` with these. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  foundAt: instant,
  answer: z.object({ text: z.string(), by: person.nullable(), at: instant }).nullable(),
  can: abilities,
})
export type QuestionView = z.infer<typeof question>

const ofYear = z.strictObject({ year })
const ofRecord = z.strictObject({ id })
const ofYearAndRecord = z.strictObject({ year, id })
const inLanguage = z.strictObject({ language: z.enum(['ar', 'en']).default('ar') })

// ── The contract ───────────────────────────────────────────────────────────────────────────────────────────

export const contract = {
  'GET /api/calibration/years': {
    summary: 'Years that lie, or lay, before the committee',
    permission: 'signed_in',
    response: z.object({
      years: z.array(
        z.object({
          year: z.number(),
          status: yearStatus,
          freezes: z.number(),
          ranked: z.number(),
          openCases: z.number(),
          sittings: z.number(),
          signatures: z.number(),
          frozenAt: instant.nullable(),
          signedAt: instant.nullable(),
        }),
      ),
      parts: z.array(z.enum(['chair', 'member', 'secretary', 'reader'])),
    }),
  },
  'GET /api/calibration/:year': {
    summary: 'The workbench: groups, seats, three modes side by side, distribution, what stands before the signature',
    permission: 'signed_in',
    params: ofYear,
    response: workbench,
  },
  'GET /api/calibration/:year/people': {
    summary: 'The ranked list, with results and reasons and never with personal goals (AMB-30)',
    permission: 'signed_in',
    params: ofYear,
    query: z.strictObject({
      filter: z.enum(filters).default('all'),
      groupId: id.optional(),
      text: text({ max: 100 }).optional(),
      ...page,
    }),
    response: z.object({
      people: z.array(personRow),
      /** How many people each filter finds. */
      counts: z.record(z.enum(filters), z.number()),
      next: z.string().nullable(),
    }),
  },
  'GET /api/calibration/:year/data': {
    summary: 'The frozen numbers without names, from which the page tries other shares; nothing is saved',
    permission: 'signed_in',
    params: ofYear,
    response: z.object({
      bands: z.object({ average: micro, good: micro, veryGood: micro }),
      guardWeak: z.boolean(),
      tieTolerance: z.object({ seats: z.number(), percent: z.number() }),
      groups: z.array(
        z.object({
          id,
          mode,
          hasQuotas: z.boolean(),
          /** From the highest; the same places in each list. */
          results: z.array(micro),
          rankings: z.array(micro),
          /** Per person as the curve gave it: 0 weak, 1 average, 2 good, 3 very good. */
          curve: z.array(z.number()),
        }),
      ),
    }),
  },
  'GET /api/calibration/:year/export/people': {
    summary: 'The ranked list as a workbook; the reading is recorded',
    permission: 'signed_in',
    params: ofYear,
    query: inLanguage,
    recorded: true,
    response: 'download',
  },
  'GET /api/calibration/:year/export/distribution': {
    summary: 'The distribution against the shares, by group and by division, as a workbook; the reading is recorded',
    permission: 'signed_in',
    params: ofYear,
    query: inLanguage,
    recorded: true,
    response: 'download',
  },
  'GET /api/calibration/:year/cases': {
    summary: 'Cases of the year',
    permission: 'signed_in',
    params: ofYear,
    query: z.strictObject({
      status: caseStatus.optional(),
      origin: origin.optional(),
      /** Those that wait for my own judgement. */
      waiting: z.literal('mine').optional(),
      ...page,
    }),
    response: z.object({ cases: z.array(caseRow), next: z.string().nullable() }),
  },
  'POST /api/calibration/:year/cases': {
    summary: 'Lay the rank of a person before the committee, as its member or as the higher official of that person',
    permission: 'signed_in',
    params: ofYear,
    body: z.strictObject({ employeeId: id, question: text({ min: 10, max: 4000 }) }),
    response: z.object({ id }),
    status: 201,
  },
  'GET /api/calibration/cases/:id': {
    summary: 'One case: the four values, judgements, votes, recusals, and for a tie the order of the tie-breakers',
    permission: 'signed_in',
    params: ofRecord,
    response: caseView,
  },
  'PUT /api/calibration/cases/:id/vote': {
    summary: 'Give my own judgement before the sitting, or my vote while it is open; the later one counts',
    permission: 'signed_in',
    params: ofRecord,
    body: z.strictObject({ rank: band, note: text({ max: 2000 }).optional() }),
    response: caseView,
  },
  'POST /api/calibration/cases/:id/recusals': {
    summary: 'Declare that I shall not judge this case, with a note',
    permission: 'signed_in',
    params: ofRecord,
    body: z.strictObject({ note: text({ min: 3, max: 1000 }) }),
    response: caseView,
  },
  'POST /api/calibration/cases/:id/decision': {
    summary: 'Record what the majority decided, with a reason that the employee reads',
    permission: 'signed_in',
    params: ofRecord,
    body: z.strictObject({ rank: band, reasonCode, reasonText: words }),
    ifMatch: true,
    response: caseView,
  },
  'POST /api/calibration/cases/:id/withdraw': {
    summary: 'Take back a case that a member or an official opened',
    permission: 'signed_in',
    params: ofRecord,
    body: z.strictObject({ reason: words }),
    ifMatch: true,
    response: 'empty',
  },
  'POST /api/calibration/:year/sittings': {
    summary: 'Call the committee to a sitting; every member is told',
    permission: 'signed_in',
    params: ofYear,
    body: z.strictObject({ heldOn: day, agenda: text({ min: 0, max: 4000 }) }),
    response: sitting,
    status: 201,
  },
  'GET /api/calibration/sittings/:id': {
    summary: 'One sitting: agenda, attendance, quorum, cases and minutes',
    permission: 'signed_in',
    params: ofRecord,
    response: sitting,
  },
  'PATCH /api/calibration/sittings/:id': {
    summary: 'Change the day, the agenda or the minutes, until it is closed',
    permission: 'signed_in',
    params: ofRecord,
    body: z.strictObject({
      heldOn: day.optional(),
      agenda: text({ min: 0, max: 4000 }).optional(),
      minutes: text({ min: 0, max: 20_000 }).optional(),
    }),
    ifMatch: true,
    response: sitting,
  },
  'PUT /api/calibration/sittings/:id/attendance/:memberId': {
    summary: 'Who is there, from now on or no longer; the quorum is counted anew',
    permission: 'signed_in',
    params: z.strictObject({ id, memberId: id }),
    body: z.strictObject({ present: z.boolean() }),
    response: sitting,
  },
  'POST /api/calibration/sittings/:id/moves': {
    summary: 'Open a sitting that has its quorum, or close it with its minutes',
    permission: 'signed_in',
    params: ofRecord,
    body: z.strictObject({ move: z.enum(sittingMoveNames) }),
    ifMatch: true,
    response: sitting,
  },
  'GET /api/calibration/sittings/:id/minutes': {
    summary: 'The minutes on paper: attendance, cases, votes, decisions and the text; the reading is recorded',
    permission: 'signed_in',
    params: ofRecord,
    query: inLanguage,
    recorded: true,
    response: 'download',
  },
  'GET /api/calibration/:year/fairness': {
    summary: 'What the tests of fairness found, from the heaviest',
    permission: 'signed_in',
    params: ofYear,
    response: z.object({
      summary: fairnessSummary,
      rules: z.object({ alpha: z.number(), minimum: z.number(), correction: z.enum(['holm', 'benjamini_hochberg']) }),
      findings: z.array(finding),
    }),
  },
  'PUT /api/calibration/:year/fairness/:id/answer': {
    summary: "The committee's written answer to a finding",
    permission: 'signed_in',
    params: ofYearAndRecord,
    body: z.strictObject({ answer: text({ min: 10, max: 4000 }) }),
    ifMatch: true,
    response: z.object({ version: z.number() }),
  },
  'GET /api/calibration/:year/integrity': {
    summary: 'Questions about how values came about: never verdicts',
    permission: 'signed_in',
    params: ofYear,
    query: z.strictObject({
      kind: z.enum(questionKinds).optional(),
      answered: z.enum(['yes', 'no']).optional(),
      ...page,
    }),
    response: z.object({
      kinds: z.array(z.object({ kind: z.enum(questionKinds), total: z.number(), unanswered: z.number() })),
      questions: z.array(question),
      next: z.string().nullable(),
    }),
  },
  'PUT /api/calibration/:year/integrity/:id/answer': {
    summary: 'What the committee learned about a question',
    permission: 'signed_in',
    params: ofYearAndRecord,
    body: z.strictObject({ answer: words }),
    ifMatch: true,
    response: z.object({ version: z.number() }),
  },
  'POST /api/calibration/:year/signatures': {
    summary: 'Sign the results as shown; with the quorum and the chair the year is signed',
    permission: 'signed_in',
    params: ofYear,
    body: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: z.object({ yearStatus, signatures: z.number(), needed: z.number() }),
  },
  'DELETE /api/calibration/:year/signatures': {
    summary: 'Take my signature back while the year is not signed',
    permission: 'signed_in',
    params: ofYear,
    response: 'empty',
  },
} as const satisfies Contract
