import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { ability, bilingual, day, id, instant, text, year } from '../../shared/fields.ts'
import { nodeKinds } from './domain/node.ts'
import { versionStatuses } from './domain/version.ts'

const pointer = z.object({ id: z.string(), code: z.string(), name: bilingual })

const contribution = z.object({
  people: z.int(),
  keyResults: z.int(),
  divisions: z.array(z.object({ id: z.string(), name: bilingual, people: z.int() })),
})

const indicator = z.object({
  id: z.string(),
  name: bilingual,
  dataType: z.enum(['percentage', 'number', 'date']),
  /** Plain text: decimals, or YYYY-MM-DD for dates. */
  baseline: z.string().nullable(),
  target: z.string(),
})

const node = z.object({
  id: z.string(),
  code: z.string(),
  kind: z.enum(nodeKinds),
  parentId: z.string().nullable(),
  title: bilingual,
  summary: bilingual,
  owner: pointer.nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  indicators: z.array(indicator),
  serves: z.array(z.object({ priority: pointer, indicator: pointer.nullable(), programme: pointer.nullable() })),
  /** Who contributes to the node or to anything below it; null where performance is not connected. */
  contribution: contribution.nullable(),
})
export type PlanNode = z.output<typeof node>
export type PlanContribution = z.output<typeof contribution>

const version = z.object({
  id: z.string(),
  year: z.int(),
  number: z.int(),
  status: z.enum(versionStatuses),
  title: bilingual,
  approvedOn: z.string().nullable(),
  approvalReference: z.string().nullable(),
})
export type PlanVersion = z.output<typeof version>

const plan = z.object({
  year: z.int(),
  /** Years that have a plan to read. */
  years: z.array(z.int()),
  version: version.nullable(),
  nodes: z.array(node),
  can: z.object({ manage: z.boolean() }),
})
export type Plan = z.output<typeof plan>

const nodePage = z.object({
  version,
  node,
  ancestors: z.array(node),
  children: z.array(node),
  /** False: the node is not part of the plan in force. */
  current: z.boolean(),
  history: z.array(
    z.object({
      number: z.int(),
      status: z.enum(versionStatuses),
      title: bilingual,
      approvedOn: z.string().nullable(),
      approvalReference: z.string().nullable(),
    }),
  ),
})

const managedVersion = version.extend({
  version: z.int(),
  createdAt: instant,
  approvedBy: bilingual.nullable(),
  counts: z.object({
    objective: z.int(),
    programme: z.int(),
    initiative: z.int(),
    project: z.int(),
    indicators: z.int(),
  }),
  can: z.object({ markPreliminary: ability, approve: ability, discard: ability }),
})
export type ManagedVersion = z.output<typeof managedVersion>

const importProblem = z.object({
  line: z.int(),
  column: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const preview = z.object({
  rows: z.int(),
  problems: z.array(importProblem),
  problemCount: z.int(),
  /** Headings of the sheet that mean nothing here. */
  unknownColumns: z.array(z.string()),
  nodes: z.array(
    z.object({
      line: z.int(),
      code: z.string(),
      kind: z.enum(nodeKinds),
      parentCode: z.string().nullable(),
      title: bilingual,
      owner: bilingual.nullable(),
      indicators: z.int(),
      change: z.enum(['added', 'changed', 'same']),
    }),
  ),
  removed: z.array(z.object({ code: z.string(), title: bilingual })),
})
export type PlanPreview = z.output<typeof preview>

const direction = z.object({
  id: z.string(),
  year: z.int(),
  division: pointer,
  author: z.object({ id: z.string(), name: bilingual, title: bilingual }),
  body: z.string(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  version: z.int(),
  can: z.object({
    edit: ability.optional(),
    publish: ability.optional(),
    reword: ability.optional(),
    remove: ability.optional(),
  }),
})
export type Direction = z.output<typeof direction>

const directionBody = text({ min: 3, max: 4000 })
const planners = ['planning', 'entity_administrator'] as const
const upload = { maxBytes: 32 * 1024 * 1024 }
const ofYear = z.object({ year })
const byId = z.object({ id })

export const contract = {
  'GET /api/plan': {
    summary: 'The annual plan in force in a year: the approved version, else the preliminary one',
    permission: 'signed_in',
    query: z.object({ year, version: id.optional() }),
    response: plan,
  },
  'GET /api/plan/nodes/:id': {
    summary: 'One node of the plan: what stands above and below it, and how it changed between versions',
    permission: 'signed_in',
    params: byId,
    response: nodePage,
  },
  'GET /api/plan/versions': {
    summary: 'All versions of the plan of a year',
    permission: planners,
    query: ofYear,
    response: z.object({ year: z.int(), versions: z.array(managedVersion) }),
  },
  'GET /api/plan/template': {
    summary: 'An empty sheet for a plan, with the codes that its cells may hold',
    permission: planners,
    query: ofYear,
    response: 'download',
  },
  'GET /api/plan/versions/:id/sheet': {
    summary: 'A version in the form in which a plan is imported',
    permission: planners,
    params: byId,
    response: 'download',
  },
  'POST /api/plan/versions/preview': {
    summary: 'Reads an Excel or CSV plan and says what is wrong and what would change; writes nothing',
    permission: planners,
    query: ofYear,
    response: preview,
    upload,
  },
  'POST /api/plan/versions': {
    summary: 'Imports an Excel or CSV plan as a draft version, whole or not at all',
    permission: planners,
    query: ofYear,
    response: managedVersion,
    status: 201,
    upload,
  },
  'POST /api/plan/versions/:id/preliminary': {
    summary: 'Shows a draft to everyone as the preliminary plan',
    permission: planners,
    params: byId,
    response: managedVersion,
    ifMatch: true,
  },
  'POST /api/plan/versions/:id/approve': {
    summary: 'Records the approval of a version; the one that was in force is superseded',
    permission: planners,
    params: byId,
    body: z.strictObject({ approvedOn: day, reference: text({ min: 2, max: 200 }) }),
    response: managedVersion,
    ifMatch: true,
  },
  'DELETE /api/plan/versions/:id': {
    summary: 'Discards a draft version',
    permission: planners,
    params: byId,
    response: 'empty',
    ifMatch: true,
  },
  'GET /api/plan/directions': {
    summary: 'Directions of the year that reach the reader, and the reader’s own drafts',
    permission: 'signed_in',
    query: ofYear,
    response: z.object({
      year: z.int(),
      directions: z.array(direction),
      /** Divisions to which the reader may give directions, as a tree. */
      divisions: z.array(pointer.extend({ depth: z.int() })),
    }),
  },
  'POST /api/plan/directions': {
    summary: 'Writes directions for the year to a division that the writer leads',
    permission: 'signed_in',
    body: z.strictObject({ year, divisionId: id, body: directionBody }),
    response: direction,
    status: 201,
  },
  'PUT /api/plan/directions/:id': {
    summary: 'Rewords own directions',
    permission: 'signed_in',
    params: byId,
    body: z.strictObject({ body: directionBody }),
    response: direction,
    ifMatch: true,
  },
  'POST /api/plan/directions/:id/publish': {
    summary: 'Shows directions to the division and everyone below it',
    permission: 'signed_in',
    params: byId,
    response: direction,
    ifMatch: true,
  },
  'DELETE /api/plan/directions/:id': {
    summary: 'Removes own directions that were not published',
    permission: 'signed_in',
    params: byId,
    response: 'empty',
    ifMatch: true,
  },
} as const satisfies Contract
