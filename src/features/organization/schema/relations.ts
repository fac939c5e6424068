import { z } from 'zod'
import type { Contract } from '../../../shared/contract.ts'
import { id, instant, page, text } from '../../../shared/fields.ts'
import { relationKinds } from '../domain/vocabulary.ts'
import { abilities, byId, personCard } from './parts.ts'

const relation = z.object({
  id: z.string(),
  employee: personCard,
  other: personCard,
  kind: z.enum(relationKinds),
  note: z.string().nullable(),
  /** Whether somebody else put it on record for the person. */
  recorded: z.boolean(),
  declaredAt: instant,
  endedAt: instant.nullable(),
  can: abilities,
})

export const relationContract = {
  'GET /api/organization/relations': {
    summary: 'Declared relations: my own; all for administrators (AMB-30)',
    permission: 'signed_in',
    query: z.object({
      ...page,
      of: z.enum(['me', 'all']).default('me'),
      state: z.enum(['open', 'all']).default('open'),
    }),
    response: z.object({ items: z.array(relation), next: z.string().nullable(), can: abilities }),
  },
  'POST /api/organization/relations': {
    summary: 'Declare a relation; an administrator may record one for somebody else',
    permission: 'signed_in',
    body: z.strictObject({
      employeeId: id.optional(),
      otherId: id,
      kind: z.enum(relationKinds),
      note: text({ min: 3, max: 500 }).nullable(),
    }),
    response: relation,
    status: 201,
  },
  'POST /api/organization/relations/:id/end': {
    summary: 'A relation that no longer holds',
    permission: 'signed_in',
    params: byId,
    response: relation,
  },
} as const satisfies Contract
