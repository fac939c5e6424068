import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { ability, bilingual, id, instant, page, text } from '../../shared/fields.ts'
import { keptExtensions, keptFileStatuses, keptFileUpload } from '../../shared/kept-files.ts'
import { dataTypes, levels } from '../../shared/measure.ts'
import { cycleKinds } from '../../shared/period.ts'
import { isReason } from '../../shared/reasons.ts'
import { difficultyKinds } from './domain/difficulties.ts'
import { closingStatuses, parts, planStatuses } from './domain/facts.ts'
import { causes, resultStatuses } from './domain/results.ts'
import { timelineEvents } from './domain/timeline.ts'
import { moveNames } from './domain/workflow.ts'

// ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────

const status = z.enum([...planStatuses, ...closingStatuses])
const level = z.enum(levels)
const words = text({ min: 3, max: 4000 })

/** An actual value as typed: any digits, thousands separators, a percent sign, a date. Null: not delivered. */
const actual = z.string().max(60).nullable()

const reasonCode = z
  .string()
  .max(10)
  .refine((code) => isReason(code, 'actual_correction'), 'validation.invalid')

const person = z.object({ id, name: bilingual, title: bilingual.nullable() })
export type Person = z.infer<typeof person>
const employee = person.extend({ division: bilingual.nullable(), divisionId: id.nullable() })

const cycle = z.object({
  id,
  kind: z.enum(cycleKinds),
  year: z.number(),
  ordinal: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  planDueOn: z.string(),
  status: z.enum(['planned', 'open', 'closed']),
})

/** One part of a cycle: a transfer ends a document and begins the next (AMB-17). `of` is how many there are. */
const segment = z.object({ number: z.number(), of: z.number(), startsOn: z.string(), endsOn: z.string() })

const evidence = z.object({
  id,
  name: z.string(),
  type: z.string(),
  extension: z.enum(keptExtensions),
  /** Bytes. */
  size: z.number(),
  /** SHA-256, hexadecimal. */
  digest: z.string(),
  status: z.enum(keptFileStatuses),
  hasPreview: z.boolean(),
  note: z.string(),
  addedBy: person,
  addedAt: instant,
  can: z.object({ remove: ability.optional() }),
})

const correction = z.object({
  id,
  /** Values as text in the type of the line; null is "not delivered". */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Percent as text. */
  fromAchievement: z.string(),
  toAchievement: z.string(),
  reasonCode: z.string(),
  reasonText: z.string(),
  correctedBy: person,
  correctedFor: person.nullable(),
  correctedAs: z.enum(['supervisor', 'higher_official']),
  correctedAt: instant,
  /** Until this day the approval waits for the employee's answer. */
  answerDueOn: z.string(),
  answer: z.enum(['agreed', 'reserved']).nullable(),
  answerNote: z.string().nullable(),
  answeredAt: instant.nullable(),
  ruling: z.enum(['confirmed', 'returned']).nullable(),
  rulingNote: z.string().nullable(),
  ruledBy: person.nullable(),
  ruledAt: instant.nullable(),
  /** Replaced by a later one of the same line, or taken back; null for the one in force. */
  endedAt: instant.nullable(),
  can: z.object({
    answer: ability.optional(),
    rule: ability.optional(),
    /** Whether `returned` is still open as a ruling: a line goes back once. */
    returnOnce: ability.optional(),
    takeBack: ability.optional(),
  }),
})

const measured = {
  /** The employee said something: a value, or that nothing was delivered. */
  recorded: z.boolean(),
  /** What the employee recorded; null while nothing is, and for "not delivered". */
  claimed: z.string().nullable(),
  /** The value in force: the claim, or the last correction. */
  actual: z.string().nullable(),
  /** A date after the end of the cycle: kept as it is, counted as not delivered (H6). */
  late: z.boolean(),
  /** Percent as text, exact: '87.5'. */
  achievement: z.string(),
  level,
  /** Percentage points as text, exact: achievement times weight. */
  score: z.string(),
}

const line = z.object({
  keyResultId: id,
  statement: z.string(),
  dataType: z.enum(dataTypes),
  direction: z.enum(['higher', 'lower']),
  targets: z.object({ below: z.string(), meets: z.string(), exceeds: z.string() }),
  /** Percent as text. */
  weight: z.string(),
  ...measured,
  remark: z.string(),
  recordedAt: instant.nullable(),
  accepted: z.object({ at: instant, by: person }).nullable(),
  evidence: z.array(evidence),
  /** Newest first; the first without `endedAt` is in force. */
  corrections: z.array(correction),
  can: z.object({
    record: ability.optional(),
    addEvidence: ability.optional(),
    accept: ability.optional(),
    correct: ability.optional(),
  }),
})

const objective = z.object({
  id,
  title: z.string(),
  class: z.enum(['annual_plan', 'development', 'routine']),
  weight: z.string(),
  lines: z.array(line),
})

/** The result so far: what is not recorded yet counts nothing. Percent as text, exact. */
const totals = z.object({
  weighted: z.string(),
  /** The guide's division by the number of key results (AMB-01). */
  literal: z.string(),
  lines: z.number(),
  recorded: z.number(),
  accepted: z.number(),
  corrected: z.number(),
  levels: z.object({ under_below: z.number(), below: z.number(), meets: z.number(), exceeds: z.number() }),
})

const difficulty = z.object({
  id,
  kind: z.enum(difficultyKinds),
  body: z.string(),
  keyResultId: id.nullable(),
  /** The cycle out of which it was carried. */
  carriedFrom: cycle.nullable(),
  status: z.enum(['open', 'resolved', 'carried']),
  resolution: z.string().nullable(),
  resolvedAt: instant.nullable(),
  createdAt: instant,
})

const meetingMode = z.enum(['in_person', 'video', 'phone', 'chat'])
const meeting = z.object({
  id,
  heldAt: instant,
  mode: meetingMode,
  notes: z.string(),
  recordedBy: person,
  recordedAt: instant,
})

const feedbackKind = z.enum(['praise', 'advice', 'interim'])
const feedbackNote = z.object({
  id,
  employee: person,
  author: person,
  writtenFor: person.nullable(),
  kind: feedbackKind,
  body: z.string(),
  documentId: id.nullable(),
  createdAt: instant,
  readAt: instant.nullable(),
})

const problem = z.object({
  /** `lines/<keyResultId>/actual|evidence`, `difficulties`. */
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  severity: z.enum(['blocks', 'warns']),
})

const timelineEvent = z.object({
  /** Ends the message key `assessment.timeline.<event>`. */
  event: z.enum(timelineEvents),
  at: instant,
  by: person.nullable(),
  onBehalfOf: person.nullable(),
  /** The line that it is about, for corrections. */
  keyResultId: id.nullable(),
  note: z.string().nullable(),
})

const cycleResult = z.object({
  status: z.enum(resultStatuses),
  cause: z.enum(causes).nullable(),
  /** Working days. */
  coveredDays: z.number(),
  cycleDays: z.number(),
  weighted: z.string().nullable(),
  literal: z.string().nullable(),
  segments: z.number(),
  decidedBy: person.nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
})

const abilities = z.object({
  record: ability.optional(),
  difficulties: ability.optional(),
  feedback: ability.optional(),
  recordMeeting: ability.optional(),
  acceptAll: ability.optional(),
  writeInterimNote: ability.optional(),
  print: ability.optional(),
  ...(Object.fromEntries(moveNames.map((name) => [name, ability.optional()])) as {
    [K in (typeof moveNames)[number]]: z.ZodOptional<typeof ability>
  }),
})

const assessmentView = z.object({
  documentId: id,
  /** The If-Match of every write; 0 until the closing has begun. */
  version: z.number(),
  /** How much the reader may see: everything, or the state alone (AMB-40). */
  view: z.enum(['full', 'status']),
  parts: z.array(z.enum(parts)),
  onBehalfOf: person.nullable(),
  status,
  statusSince: instant,
  segment,
  employee,
  supervisor: person.nullable(),
  higherOfficial: person.nullable(),
  cycle,
  waiting: z
    .object({
      for: z.enum(['employee', 'supervisor', 'higher_official']),
      dueOn: z.string().nullable(),
      lateDays: z.number(),
    })
    .nullable(),
  /** The closing begins by itself on `opensOn`; the self-evaluation is due on `dueOn`, the review on `reviewDueOn`. */
  window: z.object({ opensOn: z.string(), dueOn: z.string(), reviewDueOn: z.string(), closedBy: z.string() }),
  recordedBy: person.nullable(),
  objectionUntil: z.string().nullable(),
  higherMayDecide: z.boolean(),
  returnCount: z.number(),
  /** The self-evaluation stands because nobody decided in time (AMB-26). */
  provisional: z.boolean(),
  sentAt: instant.nullable(),
  approvedBy: person.nullable(),
  approvedFor: person.nullable(),
  approvedAt: instant.nullable(),
  updatedAt: instant,
  updatedBy: person.nullable(),
  /** Whether each line that was delivered needs evidence, and how much room for files is left, in bytes. */
  evidence: z.object({
    required: z.boolean(),
    fileBytes: z.number(),
    documentBytes: z.number(),
    leftBytes: z.number(),
  }),
  /** What reaching each target is worth, in whole percent. */
  scale: z.object({ below: z.number(), meets: z.number(), exceeds: z.number(), cap: z.number() }),
  objectives: z.array(objective),
  totals: totals.nullable(),
  /** The prompt was answered with "none". */
  noDifficulties: z.boolean(),
  difficulties: z.array(difficulty),
  strengths: z.string(),
  improvements: z.string(),
  meetings: z.array(meeting),
  /** Notes of outgoing supervisors of this cycle: never a score (AMB-18). */
  interimNotes: z.array(feedbackNote),
  /** What blocks sending, and what is worth a look. */
  problems: z.array(problem),
  timeline: z.array(timelineEvent),
  /** What the closed cycle counts for the person. */
  result: cycleResult.nullable(),
  can: abilities,
})
export type AssessmentView = z.infer<typeof assessmentView>

const assessmentCard = z.object({
  documentId: id,
  version: z.number(),
  cycle,
  segment,
  status,
  statusSince: instant,
  dueOn: z.string().nullable(),
  lateDays: z.number(),
  opensOn: z.string(),
  lines: z.number(),
  recorded: z.number(),
  weighted: z.string().nullable(),
  literal: z.string().nullable(),
  /** Corrections that wait for my answer. */
  unanswered: z.number(),
  provisional: z.boolean(),
  result: cycleResult.nullable(),
})

/** The card on the home page, under the name `assessment`; null shows nothing. */
export type HomeCard = {
  documentId: string
  cycle: z.infer<typeof cycle>
  status: z.infer<typeof status>
  dueOn: string | null
  lateDays: number
  lines: number
  recorded: number
  weighted: string | null
  unanswered: number
  /** Reviews that wait for me. */
  waiting: number
} | null

/** What a save while typing answers. */
const saved = z.object({ version: z.number(), savedAt: instant })
const savedLine = saved.extend({
  line: z.object({ keyResultId: id, ...measured, remark: z.string() }),
  totals,
  problems: z.array(problem),
  /** Said beside the saved value: a delivery after the cycle's end counts as none. */
  notice: z.enum(['late_delivery']).nullable(),
})

const document = z.object({ documentId: id })
const ofLine = document.extend({ keyResultId: id })
const ofEvidence = ofLine.extend({ evidenceId: id })
const ofCorrection = document.extend({ correctionId: id })

const queueItem = z.object({
  /** A review, a ruling on a reservation, a late self-evaluation that may be recorded, a cycle without a result. */
  kind: z.enum(['review', 'ruling', 'late_recording', 'undecided']),
  /** Null when there is no document. */
  documentId: id.nullable(),
  version: z.number(),
  employee,
  cycle,
  status: status.nullable(),
  since: instant.nullable(),
  dueOn: z.string().nullable(),
  lateDays: z.number(),
  lines: z.number(),
  evidence: z.number(),
  /** Lines that are accepted or corrected. */
  reviewed: z.number(),
  corrections: z.number(),
  weighted: z.string().nullable(),
  hasMeeting: z.boolean(),
  part: z.enum(['supervisor', 'higher_official']),
  onBehalfOf: person.nullable(),
  cause: z.enum(causes).nullable(),
  coveredDays: z.number().nullable(),
  cycleDays: z.number().nullable(),
  can: z.object({ approve: ability.optional(), decide: ability.optional(), decideZero: ability.optional() }),
})

const statusCounts = z.object({
  none: z.number(),
  draft: z.number(),
  submitted: z.number(),
  returned: z.number(),
  agreed: z.number(),
  amending: z.number(),
  assessing: z.number(),
  reviewing: z.number(),
  closed: z.number(),
})

const teamRow = z.object({
  documentId: id.nullable(),
  version: z.number().nullable(),
  employee,
  status: status.nullable(),
  statusSince: instant.nullable(),
  dueOn: z.string().nullable(),
  lateDays: z.number(),
  lines: z.number(),
  recorded: z.number(),
  /** Sent or closed documents only. */
  weighted: z.string().nullable(),
  openCorrections: z.number(),
  provisional: z.boolean(),
  result: cycleResult.pick({ status: true, cause: true, weighted: true }).nullable(),
})

const closingPerson = z.object({
  employee,
  supervisor: person.nullable(),
  higherOfficial: person.nullable(),
  documentId: id.nullable(),
  status: status.nullable(),
  dueOn: z.string().nullable(),
  lateDays: z.number(),
  result: cycleResult.omit({ weighted: true, literal: true }).nullable(),
})

const closingView = z.object({
  cycle: cycle.extend({ version: z.number(), closedAt: instant.nullable(), closedBy: person.nullable() }),
  /** The last day on which the cycle should be closed. */
  closeBy: z.string(),
  counts: statusCounts,
  /** Once it is closed. */
  results: z
    .object({
      counted: z.number(),
      excused: z.number(),
      excluded: z.number(),
      zero: z.number(),
      undecided: z.number(),
    })
    .nullable(),
  can: z.object({ close: ability.optional() }),
})

const resultView = z.object({
  cycleId: id,
  employeeId: id,
  version: z.number(),
  result: cycleResult,
})

// ── Operations ─────────────────────────────────────────────────────────────────────────────────────────────

export const contract = {
  'GET /api/assessments': {
    summary: 'My cycles: what I recorded, how far each is, and what it counts; `currentId` is the one to work on',
    permission: 'signed_in',
    response: z.object({
      currentId: id.nullable(),
      currentCycle: cycle.nullable(),
      assessments: z.array(assessmentCard),
    }),
  },
  'GET /api/assessments/:documentId': {
    summary: 'One assessment with lines, evidence, corrections, difficulties, meetings and what may be done now',
    permission: 'signed_in',
    params: document,
    response: assessmentView,
  },
  'GET /api/assessments/:documentId/pdf': {
    summary: 'The assessment on paper, with the records of both signatures once it is closed',
    permission: 'signed_in',
    params: document,
    query: z.strictObject({ language: z.enum(['ar', 'en']).default('ar') }),
    response: 'download',
  },
  'PATCH /api/assessments/:documentId/lines/:keyResultId': {
    summary: 'Record what was reached on a key result; achievement, level and score are computed, never typed',
    permission: 'signed_in',
    params: ofLine,
    body: z.strictObject({
      /** A value; null for "not delivered"; an empty text takes the record back. What is not named stays. */
      actual: actual.optional(),
      remark: text({ min: 0, max: 2000 }).optional(),
    }),
    ifMatch: true,
    response: savedLine,
  },
  'POST /api/assessments/:documentId/lines/:keyResultId/evidence': {
    summary: 'Add a file as evidence; it does not change the version, so that several can be added at once',
    permission: 'signed_in',
    params: ofLine,
    query: z.strictObject({ note: text({ min: 0, max: 500 }).default('') }),
    upload: keptFileUpload,
    response: evidence,
    status: 201,
  },
  'GET /api/assessments/:documentId/lines/:keyResultId/evidence/:evidenceId': {
    summary: 'Download a file of evidence, or see the picture of one',
    permission: 'signed_in',
    params: ofEvidence,
    query: z.strictObject({ preview: z.enum(['true', 'false']).default('false') }),
    response: 'download',
  },
  'DELETE /api/assessments/:documentId/lines/:keyResultId/evidence/:evidenceId': {
    summary: 'Remove a file of evidence before it has been sent',
    permission: 'signed_in',
    params: ofEvidence,
    response: 'empty',
  },
  'PUT /api/assessments/:documentId/difficulties': {
    summary: 'Say what stood in the way, what has been resolved, or that nothing did (E 12.5)',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({
      none: z.boolean(),
      /** All that hold. One without an id is added; one that is left out is removed, unless it was carried in. */
      items: z
        .array(
          z.strictObject({
            id: id.optional(),
            kind: z.enum(difficultyKinds),
            body: text({ min: 3, max: 2000 }),
            keyResultId: id.nullable().default(null),
            /** Filled in: it is resolved. */
            resolution: text({ min: 0, max: 2000 }).nullable().default(null),
          }),
        )
        .max(50),
    }),
    ifMatch: true,
    response: saved.extend({ noDifficulties: z.boolean(), difficulties: z.array(difficulty) }),
  },
  'PUT /api/assessments/:documentId/feedback': {
    summary: 'Write strengths and what to improve, as the reviewer',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({
      strengths: text({ min: 0, max: 4000 }),
      improvements: text({ min: 0, max: 4000 }),
    }),
    ifMatch: true,
    response: saved,
  },
  'POST /api/assessments/:documentId/meetings': {
    summary: 'Record the feedback meeting: an approval needs one (AMB-28)',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({
      heldAt: z.iso.datetime({ offset: true }).transform((value) => new Date(value)),
      mode: meetingMode,
      notes: text({ min: 0, max: 4000 }).default(''),
    }),
    response: meeting,
    status: 201,
  },
  'PUT /api/assessments/:documentId/acceptance': {
    summary: 'Accept lines as recorded, or take that back; without ids, all that are left',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({ accepted: z.boolean(), keyResultIds: z.array(id).max(1000).optional() }),
    ifMatch: true,
    response: assessmentView,
  },
  'POST /api/assessments/:documentId/corrections': {
    summary: 'Put another actual value in place of the recorded one, with a reason that the employee reads (AMB-27)',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({ keyResultId: id, actual, reasonCode, reasonText: words }),
    ifMatch: true,
    response: assessmentView,
    status: 201,
  },
  'POST /api/assessments/:documentId/corrections/:correctionId/answer': {
    summary: 'Agree with a correction, or be reserved with a note',
    permission: 'signed_in',
    params: ofCorrection,
    body: z.strictObject({ answer: z.enum(['agreed', 'reserved']), note: words.optional() }),
    ifMatch: true,
    response: assessmentView,
  },
  'POST /api/assessments/:documentId/corrections/:correctionId/ruling': {
    summary: 'Rule on a reservation as the higher official: confirmed, or returned once',
    permission: 'signed_in',
    params: ofCorrection,
    body: z.strictObject({ ruling: z.enum(['confirmed', 'returned']), note: words }),
    ifMatch: true,
    response: assessmentView,
  },
  'DELETE /api/assessments/:documentId/corrections/:correctionId': {
    summary: 'Take a correction back: the recorded value holds again',
    permission: 'signed_in',
    params: ofCorrection,
    ifMatch: true,
    response: assessmentView,
  },
  'POST /api/assessments/:documentId/moves': {
    summary: 'Make a move: send, send back, approve and the others of the moves table',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({
      move: z.enum(moveNames),
      /** The note or reason that the move needs. */
      note: words.optional(),
      /** With `approve`: what has not been accepted line by line is accepted as recorded. */
      acceptRemaining: z.boolean().default(false),
    }),
    ifMatch: true,
    response: assessmentView,
  },
  'GET /api/assessment/queue': {
    summary:
      'What of the closing waits for me: reviews, rulings, late recordings, undecided cycles; the most urgent first',
    permission: 'signed_in',
    response: z.object({
      items: z.array(queueItem),
      /** Whether this entity lets several be approved in one go. */
      bulk: z.object({ approve: z.boolean() }),
    }),
  },
  'POST /api/assessment/decisions': {
    summary: 'Approve several assessments as recorded; each is decided by itself and answers for itself',
    permission: 'signed_in',
    body: z.strictObject({
      move: z.literal('approve'),
      documents: z
        .array(z.strictObject({ id, version: z.number().int().min(1) }))
        .min(1)
        .max(100),
    }),
    response: z.object({
      results: z.array(
        z.union([
          z.object({ id, done: z.literal(true), version: z.number() }),
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
  'GET /api/assessment/team': {
    summary: 'How far the closing is for the people whom I supervise, or whose supervisor I stand in for',
    permission: 'signed_in',
    query: z.strictObject({
      cycleId: id.optional(),
      line: z.enum(['direct', 'second']).default('direct'),
      status: z.enum([...planStatuses, ...closingStatuses, 'none', 'late']).optional(),
      text: z.string().max(100).optional(),
      ...page,
    }),
    response: z.object({
      cycle: cycle.nullable(),
      /** Newest first, to choose from. */
      cycles: z.array(cycle),
      counts: statusCounts,
      people: z.number(),
      hasSecondLine: z.boolean(),
      items: z.array(teamRow),
      next: z.string().nullable(),
    }),
  },
  'GET /api/assessment/feedback': {
    summary: 'Feedback about me, or about one of my people',
    permission: 'signed_in',
    query: z.strictObject({ employeeId: id.optional(), ...page }),
    response: z.object({
      employee: employee.nullable(),
      items: z.array(feedbackNote),
      next: z.string().nullable(),
      /** Interim notes that I still owe as an outgoing supervisor. */
      owed: z.array(z.object({ documentId: id, employee, cycle, dueOn: z.string() })),
      can: z.object({ write: ability.optional() }),
    }),
  },
  'GET /api/assessment/feedback/people': {
    summary: 'The people to whom I may give feedback, with when the last was given',
    permission: 'signed_in',
    response: z.object({
      people: z.array(
        z.object({
          employee,
          line: z.enum(['direct', 'second', 'former']),
          notes: z.number(),
          lastAt: instant.nullable(),
        }),
      ),
    }),
  },
  'POST /api/assessment/feedback': {
    summary: 'Give feedback to one of my people, at any time; the employee reads it (D-19, AMB-18)',
    permission: 'signed_in',
    body: z.strictObject({ employeeId: id, kind: feedbackKind, body: words, documentId: id.optional() }),
    response: feedbackNote,
    status: 201,
  },
  'POST /api/assessment/feedback/read': {
    summary: 'Mark the feedback about me as read',
    permission: 'signed_in',
    response: z.object({ read: z.number() }),
  },
  'GET /api/assessment/cycles/:id/closing': {
    summary: 'How far a cycle is from being closed: counts by state, and what may be done',
    permission: ['ejada_team', 'entity_administrator', 'head', 'head_office', 'auditor'],
    params: z.object({ id }),
    response: closingView,
  },
  'GET /api/assessment/cycles/:id/closing/people': {
    summary: 'The people behind the figures of a closing: their state, never their values',
    permission: ['ejada_team', 'entity_administrator', 'head', 'head_office', 'auditor'],
    params: z.object({ id }),
    query: z.strictObject({
      /** Documents that are not closed; or people whose cycle nobody has decided. */
      which: z.enum(['open', 'undecided', 'all']).default('open'),
      text: z.string().max(100).optional(),
      ...page,
    }),
    response: z.object({ items: z.array(closingPerson), next: z.string().nullable() }),
  },
  'POST /api/assessment/cycles/:id/close': {
    summary: 'Close a cycle: everyone gets what it counts, in one statement (AMB-07, H9)',
    permission: ['ejada_team'],
    params: z.object({ id }),
    body: z.strictObject({
      /** Close although documents are open: reviews stand provisionally, the rest is left to be decided. */
      withOpen: z.boolean().default(false),
    }),
    ifMatch: true,
    response: closingView,
  },
  'POST /api/assessment/results/:cycleId/:employeeId/decision': {
    summary: 'Decide a cycle without a result as the higher official: excluded, or zero, with a reason (H9)',
    permission: 'signed_in',
    params: z.object({ cycleId: id, employeeId: id }),
    body: z.strictObject({ decision: z.enum(['excluded', 'zero']), reason: words }),
    ifMatch: true,
    response: resultView,
  },
} as const satisfies Contract
