import { z } from 'zod'
import type { Contract } from '../../../shared/contract.ts'
import { bilingual, day, id, page, text } from '../../../shared/fields.ts'
import { divisionKinds, jobFamilies } from '../domain/vocabulary.ts'
import { abilities, administrators, byId, byPeriod, nameInput, onDay, person, versioned } from './parts.ts'

const code = text({ max: 40 })
const kind = z.enum(divisionKinds)

const divisionNode = versioned.extend({
  code: z.string(),
  parentId: z.string().nullable(),
  kind,
  name: bilingual,
  from: z.string(),
  to: z.string().nullable(),
  head: person.nullable(),
  /** People assigned to the division itself on the day. */
  people: z.int(),
})

const division = versioned.extend({
  code: z.string(),
  on: z.string(),
  standing: z.boolean(),
  name: bilingual,
  kind,
  people: z.int(),
  path: z.array(z.object({ id: z.string(), name: bilingual })),
  periods: z.array(
    z.object({
      id: z.string(),
      kind,
      name: bilingual,
      parentId: z.string().nullable(),
      parent: bilingual.nullable(),
      from: z.string(),
      to: z.string().nullable(),
    }),
  ),
  headships: z.array(
    z.object({ id: z.string(), employeeId: z.string(), name: bilingual, from: z.string(), to: z.string().nullable() }),
  ),
  can: abilities,
})

const facts = { kind, name: nameInput, parentId: id.nullable() }

const post = versioned.extend({
  code: z.string(),
  title: bilingual,
  family: z.enum(jobFamilies),
  /** People who hold the post on the day. */
  holders: z.int(),
})
const duties = z.array(text({ max: 500 })).max(40)
const purpose = z.strictObject({ ar: text({ min: 0, max: 4000 }), en: text({ min: 0, max: 4000 }) })
const postFacts = {
  title: nameInput,
  family: z.enum(jobFamilies),
  purpose,
  duties: z.strictObject({ ar: duties, en: duties }),
}
const postRecord = post.extend({
  purpose: bilingual,
  duties: z.object({ ar: z.array(z.string()), en: z.array(z.string()) }),
  can: abilities,
})

export const divisionContract = {
  'GET /api/organization/divisions': {
    summary: 'The tree of divisions as of a day',
    permission: 'signed_in',
    query: onDay,
    response: z.object({ on: z.string(), divisions: z.array(divisionNode), can: abilities }),
  },
  'GET /api/organization/divisions/:id': {
    summary: 'A division with its history',
    permission: 'signed_in',
    params: byId,
    query: onDay,
    response: division,
  },
  'POST /api/organization/divisions': {
    summary: 'Create a division from a day on',
    permission: administrators,
    body: z.strictObject({ code, ...facts, parentId: id, from: day }),
    response: division,
    status: 201,
  },
  'POST /api/organization/divisions/:id/changes': {
    summary: 'Rename, move or re-class a division from a day on',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject({ ...facts, from: day }),
    response: division,
  },
  'PATCH /api/organization/divisions/:id/periods/:periodId': {
    summary: 'Correct a recorded period of a division',
    permission: administrators,
    params: byPeriod,
    ifMatch: true,
    body: z.strictObject({ ...facts, from: day, to: day.nullable() }),
    response: division,
  },
  'POST /api/organization/divisions/:id/close': {
    summary: 'Close a division after its last day',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject({ lastDay: day }),
    response: division,
  },
  'POST /api/organization/divisions/:id/headships': {
    summary: 'Name the head of a division from a day on; without an employee the post is vacant',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject({ employeeId: id.nullable(), from: day }),
    response: division,
  },
  'GET /api/organization/posts': {
    summary: 'Posts',
    permission: 'signed_in',
    query: z.object({ ...page, text: text({ min: 0, max: 200 }).optional(), family: z.enum(jobFamilies).optional() }),
    response: z.object({ items: z.array(post), next: z.string().nullable(), total: z.int(), can: abilities }),
  },
  'GET /api/organization/posts/:id': {
    summary: 'A post with its job description',
    permission: 'signed_in',
    params: byId,
    response: postRecord,
  },
  'POST /api/organization/posts': {
    summary: 'Create a post',
    permission: administrators,
    body: z.strictObject({ code, ...postFacts }),
    response: postRecord,
    status: 201,
  },
  'PATCH /api/organization/posts/:id': {
    summary: 'Change a post and its job description',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject(postFacts),
    response: postRecord,
  },
  'DELETE /api/organization/posts/:id': {
    summary: 'Delete a post that nobody has held',
    permission: administrators,
    params: byId,
    ifMatch: true,
    response: 'empty',
  },
} as const satisfies Contract
