import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { ability, bilingual, id, instant, page, text, year } from '../../shared/fields.ts'
import { dataTypes } from '../../shared/measure.ts'
import { cycleKinds } from '../../shared/period.ts'
import { documentStatuses, objectiveClasses } from './domain/document.ts'
import { parsedWeight } from './domain/weights.ts'
import { moveNames } from './domain/workflow.ts'

// ── Parts ──────────────────────────────────────────────────────────────────────────────────────────────────

const objectiveClass = z.enum(objectiveClasses)
const dataType = z.enum(dataTypes)
const status = z.enum(documentStatuses)

/** Percent as text, at most two decimals, in any digits: becomes basis points. Empty or null: not typed yet. */
const weight = z
  .string()
  .max(40)
  .nullable()
  .transform((typed, context) => {
    const parsed = parsedWeight(typed ?? '')
    if (parsed.ok) return parsed.value
    context.addIssue({ code: 'custom', message: parsed.why })
    return z.NEVER
  })

/** One target as typed; it is read by the data type of its key result. */
const target = z.string().max(60).nullable()
const targets = z.strictObject({ below: target, meets: target, exceeds: target })
const title = text({ min: 0, max: 300 })
const statement = text({ min: 0, max: 500 })
const words = text({ min: 3, max: 4000 })

const keyResultInput = z.strictObject({ statement, dataType, targets, weight })

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

const linkedNode = z.object({
  nodeId: id,
  code: z.string(),
  title: bilingual,
  kind: z.enum(['objective', 'programme', 'initiative', 'project']),
  status: z.enum(['approved', 'preliminary', 'missing']),
})

const keyResult = z.object({
  id,
  statement: z.string(),
  dataType,
  targets: z.object({
    below: z.string().nullable(),
    meets: z.string().nullable(),
    exceeds: z.string().nullable(),
  }),
  weight: z.string().nullable(),
})

const objective = z.object({
  id,
  title: z.string(),
  class: objectiveClass,
  bankObjectiveId: id.nullable(),
  links: z.array(linkedNode),
  /** Sum of its key results, never typed (AMB-06). */
  weight: z.string(),
  /** Empty for readers who may see the link fields only (AMB-40). */
  keyResults: z.array(keyResult),
})

const content = z.object({ objectives: z.array(objective) })

const problem = z.object({
  /** `weights`, `objectives`, `objectives/<id>/title|links|keyResults`, `keyResults/<id>/statement|targets|weight`. */
  path: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  severity: z.enum(['blocks', 'warns']),
})

const range = z.object({ min: z.number(), max: z.number() })
const limits = z.object({ objectives: range, keyResults: range, weight: range, routineMax: z.number() })

const comment = z.object({
  id,
  objectiveId: id.nullable(),
  keyResultId: id.nullable(),
  /** The number of the submission that it speaks of; 0 before the first. */
  submission: z.number(),
  author: person,
  body: z.string(),
  createdAt: instant,
  resolvedAt: instant.nullable(),
  resolvedBy: person.nullable(),
  can: z.object({ resolve: ability }),
})

const meetingMode = z.enum(['in_person', 'video', 'phone', 'chat'])
const meeting = z.object({
  id,
  edition: z.number(),
  heldAt: instant,
  mode: meetingMode,
  notes: z.string(),
  recordedBy: person,
  recordedAt: instant,
})

const submission = z.object({
  number: z.number(),
  edition: z.number(),
  submittedBy: person,
  submittedAt: instant,
  outcome: z.enum(['agreed', 'returned', 'withdrawn', 'objected']).nullable(),
  outcomeBy: person.nullable(),
  /** For whom the decision was made by a delegate (AMB-22). */
  outcomeFor: person.nullable(),
  outcomeAt: instant.nullable(),
  note: z.string().nullable(),
})

const amendment = z.object({
  id,
  side: z.enum(['employee', 'supervisor']),
  requestedBy: person,
  requestedFor: person.nullable(),
  requestedAt: instant,
  reason: z.string(),
  status: z.enum(['pending', 'accepted', 'declined', 'withdrawn', 'cancelled']),
  decidedBy: person.nullable(),
  decidedFor: person.nullable(),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  endedBy: person.nullable(),
  endedAt: instant.nullable(),
  endNote: z.string().nullable(),
})

/** What happened, newest first. `event` ends the message key `performance.timeline.<event>`. */
const timelineEvent = z.object({
  event: z.enum([
    'opened',
    'submitted',
    'withdrawn',
    'objected',
    'returned',
    'agreed',
    'meeting',
    'amendment_requested',
    'amendment_accepted',
    'amendment_declined',
    'amendment_withdrawn',
    'amendment_cancelled',
  ]),
  at: instant,
  by: person.nullable(),
  onBehalfOf: person.nullable(),
  /** Number of the submission that it concerns. */
  submission: z.number().nullable(),
  edition: z.number().nullable(),
  note: z.string().nullable(),
})

const abilities = z.object({
  edit: ability.optional(),
  comment: ability.optional(),
  recordMeeting: ability.optional(),
  print: ability.optional(),
  ...(Object.fromEntries(moveNames.map((name) => [name, ability.optional()])) as {
    [K in (typeof moveNames)[number]]: z.ZodOptional<typeof ability>
  }),
})

const documentView = z.object({
  id,
  version: z.number(),
  /** How much the reader may see: everything, the link fields alone, or the state alone (AMB-40). */
  view: z.enum(['full', 'links', 'status']),
  /** What the reader is to this document. */
  parts: z.array(
    z.enum(['employee', 'supervisor', 'higher_official', 'drafter', 'ejada_team', 'finance_administration']),
  ),
  /** The one for whom a delegate reads and decides. */
  onBehalfOf: person.nullable(),
  status,
  statusSince: instant,
  edition: z.number(),
  submissionCount: z.number(),
  returnCount: z.number(),
  firstSubmittedAt: instant.nullable(),
  submittedAt: instant.nullable(),
  agreedAt: instant.nullable(),
  updatedAt: instant,
  updatedBy: person.nullable(),
  employee,
  supervisor: person.nullable(),
  higherOfficial: person.nullable(),
  cycle,
  /** What is waited for now: by whom, until when, and by how many working days it is late. */
  waiting: z
    .object({
      for: z.enum(['employee', 'supervisor', 'higher_official']),
      dueOn: z.string().nullable(),
      lateDays: z.number(),
    })
    .nullable(),
  draftedBy: person.nullable(),
  objectionUntil: z.string().nullable(),
  higherMayDecide: z.boolean(),
  /** The next return also tells the higher official (AMB-24). */
  nextReturnTellsHigherOfficial: z.boolean(),
  /** From this day on only the higher official may ask for an amendment (AMB-25). */
  amendmentClosesOn: z.string(),
  weightTotal: z.string(),
  /** Null for readers of the state alone. */
  content: content.nullable(),
  limits,
  problems: z.array(problem),
  comments: z.array(comment),
  meetings: z.array(meeting),
  submissions: z.array(submission),
  amendments: z.array(amendment),
  timeline: z.array(timelineEvent),
  /** For the decision: share of the plan in this document, and on average in the division, in percent. */
  context: z.object({ planWeight: z.string(), divisionPlanWeight: z.string().nullable() }).nullable(),
  can: abilities,
})
export type DocumentView = z.infer<typeof documentView>

const documentCard = z.object({
  id,
  version: z.number(),
  cycle,
  status,
  statusSince: instant,
  dueOn: z.string().nullable(),
  edition: z.number(),
  weightTotal: z.string(),
  objectives: z.number(),
  keyResults: z.number(),
})

/** The card on the home page, under the name `performance`. */
export type HomeCard = {
  cycle: z.infer<typeof cycle>
  document:
    | (Omit<z.infer<typeof documentCard>, 'statusSince'> & {
        statusSince: string
        /** What stands in the way of sending, while the document is being written. */
        problems: HomeProblem[]
      })
    | null
  team: { people: number; counts: z.infer<typeof statusCounts> } | null
}
export type HomeProblem = { path: string; code: string; params?: Record<string, string | number> }

/** What an autosave answers: little, because it happens at every pause of typing. */
const saved = z.object({ version: z.number(), weightTotal: z.string(), savedAt: instant })
const savedLine = saved.extend({ id })
const savedContent = saved.extend({ content })

const document = z.object({ id })
const ofObjective = document.extend({ objectiveId: id })
const ofKeyResult = document.extend({ keyResultId: id })

const difference = z.object({
  /** How many things changed: each added or removed line and each changed field counts one. */
  count: z.number(),
  objectives: z.array(
    z.object({
      id,
      change: z.enum(['same', 'added', 'removed', 'changed']),
      before: objective.omit({ keyResults: true }).nullable(),
      after: objective.omit({ keyResults: true }).nullable(),
      fields: z.array(z.enum(['title', 'class', 'links'])),
      title: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
      keyResults: z.array(
        z.object({
          id,
          change: z.enum(['same', 'added', 'removed', 'changed']),
          before: keyResult.nullable(),
          after: keyResult.nullable(),
          fields: z.array(z.enum(['statement', 'dataType', 'below', 'meets', 'exceeds', 'weight', 'objective'])),
          statement: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
        }),
      ),
    }),
  ),
})

const documentRow = z.object({
  /** Null when the employee has no document in this cycle. */
  documentId: id.nullable(),
  version: z.number().nullable(),
  employee,
  status: status.nullable(),
  statusSince: instant.nullable(),
  dueOn: z.string().nullable(),
  /** Working days after the due date; 0 when in time. */
  lateDays: z.number(),
  weightTotal: z.string(),
  objectives: z.number(),
  keyResults: z.number(),
  edition: z.number().nullable(),
  submissions: z.number(),
  hasMeeting: z.boolean(),
  can: z.object({ draftFor: ability.optional(), agree: ability.optional(), sendBack: ability.optional() }),
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

const bankKeyResult = z.object({
  id,
  statement: z.string(),
  dataType,
  targets: z.object({ below: z.string().nullable(), meets: z.string().nullable(), exceeds: z.string().nullable() }),
})

const bankObjective = z.object({
  id,
  version: z.number(),
  title: z.string(),
  class: objectiveClass,
  division: z.object({ id, name: bilingual }).nullable(),
  post: z.object({ id, title: bilingual }).nullable(),
  planNode: z.object({ id, code: z.string(), title: bilingual }).nullable(),
  retiredAt: instant.nullable(),
  keyResults: z.array(bankKeyResult),
  can: z.object({ edit: ability.optional() }),
})

const bankInput = z.strictObject({
  title: text({ min: 3, max: 300 }),
  class: objectiveClass,
  divisionId: id.nullable(),
  postId: id.nullable(),
  planNodeId: id.nullable(),
  keyResults: z.array(z.strictObject({ statement: text({ min: 3, max: 500 }), dataType, targets })).max(10),
})

const completionRow = z.object({
  division: z.object({ id, name: bilingual, depth: z.number(), parentId: id.nullable() }),
  employees: z.number(),
  draft: z.number(),
  submitted: z.number(),
  returned: z.number(),
  agreed: z.number(),
  amending: z.number(),
  /** Not sent, or not decided, after its date. */
  late: z.number(),
  agreedShare: z.string(),
})

const completionQuery = z.strictObject({ cycleId: id.optional(), divisionId: id.optional() })

// ── Operations ─────────────────────────────────────────────────────────────────────────────────────────────

export const contract = {
  'GET /api/performance/documents': {
    summary: 'My performance documents, newest first, and the one of the running cycle',
    permission: 'signed_in',
    response: z.object({ currentId: id.nullable(), currentCycle: cycle.nullable(), documents: z.array(documentCard) }),
  },
  'GET /api/performance/documents/:id': {
    summary: 'One performance document with its comments, meetings, submissions and what may be done now',
    permission: 'signed_in',
    params: document,
    response: documentView,
  },
  'GET /api/performance/documents/:id/comparison': {
    summary: 'What changed between two submissions; `to` without a number is the present content',
    permission: 'signed_in',
    params: document,
    query: z.strictObject({
      from: z.coerce.number().int().min(1),
      to: z.coerce.number().int().min(1).optional(),
    }),
    response: difference,
  },
  'GET /api/performance/documents/:id/pdf': {
    summary: 'The document on paper, with the records of both signatures once it is agreed',
    permission: 'signed_in',
    params: document,
    query: z.strictObject({ language: z.enum(['ar', 'en']).default('ar') }),
    response: 'download',
  },
  'POST /api/performance/documents/:id/objectives': {
    summary: 'Add an objective, new or from the bank with its key results',
    permission: 'signed_in',
    params: document,
    /** A title with its class, or one of the bank, or one of an earlier document of mine: exactly one of the three. */
    body: z
      .strictObject({
        title: title.optional(),
        class: objectiveClass.optional(),
        bankObjectiveId: id.optional(),
        fromObjectiveId: id.optional(),
        nodeIds: z.array(id).max(20).default([]),
      })
      .superRefine(({ title: typed, class: ofClass, bankObjectiveId, fromObjectiveId }, context) => {
        const fresh = typed !== undefined || ofClass !== undefined
        const sources = [fresh, bankObjectiveId !== undefined, fromObjectiveId !== undefined].filter(Boolean).length
        const missing =
          sources === 0 || (fresh && typed === undefined) ? 'title' : fresh && ofClass === undefined ? 'class' : null
        if (missing) context.addIssue({ code: 'custom', path: [missing], message: 'validation.required' })
        else if (sources > 1) context.addIssue({ code: 'custom', path: ['title'], message: 'validation.invalid' })
      }),
    ifMatch: true,
    response: savedContent.extend({ id }),
    status: 201,
  },
  'PATCH /api/performance/documents/:id/objectives/:objectiveId': {
    summary: 'Change the title or class of an objective',
    permission: 'signed_in',
    params: ofObjective,
    body: z.strictObject({ title: title.optional(), class: objectiveClass.optional() }),
    ifMatch: true,
    response: saved,
  },
  'DELETE /api/performance/documents/:id/objectives/:objectiveId': {
    summary: 'Remove an objective with its key results',
    permission: 'signed_in',
    params: ofObjective,
    ifMatch: true,
    response: savedContent,
  },
  'PUT /api/performance/documents/:id/objectives/:objectiveId/links': {
    summary: 'Set the nodes of the annual plan that an objective serves',
    permission: 'signed_in',
    params: ofObjective,
    body: z.strictObject({ nodeIds: z.array(id).max(20) }),
    ifMatch: true,
    response: savedContent,
  },
  'PUT /api/performance/documents/:id/order': {
    summary: 'Put objectives and key results in a new order; a key result may move to another objective',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({
      objectives: z.array(z.strictObject({ id, keyResultIds: z.array(id).max(100) })).max(100),
    }),
    ifMatch: true,
    response: savedContent,
  },
  'POST /api/performance/documents/:id/objectives/:objectiveId/key-results': {
    summary: 'Add a key result',
    permission: 'signed_in',
    params: ofObjective,
    body: keyResultInput,
    ifMatch: true,
    response: savedLine,
    status: 201,
  },
  'POST /api/performance/documents/:id/objectives/:objectiveId/key-results/paste': {
    summary: 'Add several key results, all or none',
    permission: 'signed_in',
    params: ofObjective,
    body: z.strictObject({ rows: z.array(keyResultInput).min(1).max(100) }),
    ifMatch: true,
    response: savedContent,
    status: 201,
  },
  'PATCH /api/performance/documents/:id/key-results/:keyResultId': {
    summary: 'Change a key result; what is not named stays',
    permission: 'signed_in',
    params: ofKeyResult,
    body: z.strictObject({
      statement: statement.optional(),
      dataType: dataType.optional(),
      targets: targets.partial().optional(),
      weight: weight.optional(),
    }),
    ifMatch: true,
    response: saved,
  },
  'DELETE /api/performance/documents/:id/key-results/:keyResultId': {
    summary: 'Remove a key result',
    permission: 'signed_in',
    params: ofKeyResult,
    ifMatch: true,
    response: saved,
  },
  'POST /api/performance/documents/:id/moves': {
    summary: 'Make a move: submit, agree, send back, ask for an amendment and the others of the moves table',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({
      move: z.enum(moveNames),
      /** The note or reason that the move needs. */
      note: words.optional(),
    }),
    ifMatch: true,
    response: documentView,
  },
  'POST /api/performance/documents/:id/comments': {
    summary: 'Comment on the document or on one of its lines',
    permission: 'signed_in',
    params: document,
    body: z.strictObject({
      objectiveId: id.nullable().default(null),
      keyResultId: id.nullable().default(null),
      body: text({ max: 4000 }),
    }),
    response: comment,
    status: 201,
  },
  'POST /api/performance/documents/:id/comments/:commentId/resolve': {
    summary: 'Mark a comment as dealt with',
    permission: 'signed_in',
    params: document.extend({ commentId: id }),
    response: comment,
  },
  'POST /api/performance/documents/:id/meetings': {
    summary: 'Record the discussion session: an agreement needs one (AMB-28)',
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
  'GET /api/performance/team': {
    summary: 'The documents of the people whom I supervise, or whose supervisor I stand in for',
    permission: 'signed_in',
    query: z.strictObject({
      cycleId: id.optional(),
      /** My own reports, or the reports of my reports (as higher official). */
      line: z.enum(['direct', 'second']).default('direct'),
      status: z.enum([...documentStatuses, 'none', 'late']).optional(),
      text: z.string().max(100).optional(),
      ...page,
    }),
    response: z.object({
      cycle: cycle.nullable(),
      /** Of the whole team, whatever the filter. */
      counts: statusCounts,
      people: z.number(),
      hasSecondLine: z.boolean(),
      items: z.array(documentRow),
      next: z.string().nullable(),
    }),
  },
  'GET /api/performance/approvals': {
    summary: 'What waits for my decision, the most urgent first',
    permission: 'signed_in',
    response: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['document', 'amendment']),
          documentId: id,
          version: z.number(),
          employee,
          cycle,
          status,
          since: instant,
          dueOn: z.string().nullable(),
          lateDays: z.number(),
          edition: z.number(),
          submission: z.number(),
          returnCount: z.number(),
          objectives: z.number(),
          keyResults: z.number(),
          hasMeeting: z.boolean(),
          part: z.enum(['supervisor', 'higher_official']),
          onBehalfOf: person.nullable(),
          reason: z.string().nullable(),
          can: z.object({
            agree: ability.optional(),
            sendBack: ability.optional(),
            acceptAmendment: ability.optional(),
            declineAmendment: ability.optional(),
          }),
        }),
      ),
      /** Whether this entity lets several be agreed, or sent back, in one go. */
      bulk: z.object({ agree: z.boolean(), sendBack: z.boolean() }),
    }),
  },
  'POST /api/performance/decisions': {
    summary: 'Decide several documents; each is decided by itself and answers for itself',
    permission: 'signed_in',
    body: z.strictObject({
      move: z.enum(['agree', 'sendBack']),
      note: words.optional(),
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
  'GET /api/performance/cycles': {
    summary: 'The cycles of each year, and what may be done with them',
    permission: 'signed_in',
    response: z.object({
      years: z.array(
        z.object({
          year: z.number(),
          kind: z.enum(cycleKinds).nullable(),
          can: z.object({ setKind: ability.optional() }),
          cycles: z.array(
            cycle.extend({
              version: z.number(),
              openedAt: instant.nullable(),
              openedBy: person.nullable(),
              documents: z.number(),
              can: z.object({ open: ability.optional() }),
            }),
          ),
        }),
      ),
    }),
  },
  'PUT /api/performance/cycles/years/:year': {
    summary: 'Choose the kind of cycle of a year, and lay out its cycles',
    permission: ['entity_administrator', 'ejada_team'],
    params: z.object({ year }),
    body: z.strictObject({ kind: z.enum(cycleKinds) }),
    response: z.object({ year: z.number(), kind: z.enum(cycleKinds), cycles: z.array(cycle) }),
  },
  'POST /api/performance/cycles/:id/open': {
    summary: 'Open a cycle: everyone in scope gets a document to write',
    permission: ['entity_administrator', 'ejada_team'],
    params: document,
    ifMatch: true,
    response: z.object({ cycle, enrolled: z.number() }),
  },
  'GET /api/performance/bank': {
    summary: 'Objectives to start from: of my division, of my post, of my earlier documents, or all',
    permission: 'signed_in',
    query: z.strictObject({
      scope: z.enum(['division', 'post', 'previous', 'all']).default('division'),
      class: objectiveClass.optional(),
      text: z.string().max(100).optional(),
      retired: z.enum(['true', 'false']).optional(),
      ...page,
    }),
    response: z.object({
      total: z.number(),
      /** For the scope `previous` the id is of my earlier objective: add it with `fromObjectiveId`. */
      items: z.array(bankObjective),
      next: z.string().nullable(),
      can: z.object({ create: ability.optional() }),
    }),
  },
  'POST /api/performance/bank': {
    summary: 'Add an objective to the bank',
    permission: 'signed_in',
    body: bankInput,
    response: bankObjective,
    status: 201,
  },
  'PUT /api/performance/bank/:id': {
    summary: 'Change an objective of the bank; documents that used it keep what they have',
    permission: 'signed_in',
    params: document,
    body: bankInput,
    ifMatch: true,
    response: bankObjective,
  },
  'POST /api/performance/bank/:id/retire': {
    summary: 'Take an objective out of the bank',
    permission: 'signed_in',
    params: document,
    ifMatch: true,
    response: bankObjective,
  },
  'GET /api/performance/completion': {
    summary: 'How far the documents of a cycle are, division by division (RP-20)',
    permission: 'signed_in',
    query: completionQuery,
    response: z.object({
      cycle: cycle.nullable(),
      rows: z.array(completionRow),
      total: completionRow.omit({ division: true }),
    }),
  },
  'GET /api/performance/completion/people': {
    summary: 'The people behind one figure of the completion report: their state, never their content',
    permission: 'signed_in',
    query: z.strictObject({
      cycleId: id.optional(),
      divisionId: id.optional(),
      status: z.enum([...documentStatuses, 'none', 'late']).optional(),
      text: z.string().max(100).optional(),
      ...page,
    }),
    response: z.object({
      items: z.array(
        z.object({
          documentId: id.nullable(),
          employee,
          supervisor: person.nullable(),
          status: status.nullable(),
          statusSince: instant.nullable(),
          dueOn: z.string().nullable(),
          lateDays: z.number(),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  'GET /api/performance/completion/export': {
    summary: 'The completion report as an Excel file',
    permission: 'signed_in',
    query: completionQuery.extend({ language: z.enum(['ar', 'en']).default('ar') }),
    response: 'download',
  },
} as const satisfies Contract
