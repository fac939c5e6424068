import { z } from 'zod'
import type { Contract } from '../../../shared/contract.ts'
import { bilingual, id, text } from '../../../shared/fields.ts'
import { abilities, administrators, nameInput } from './parts.ts'

const longText = (max: number) => z.strictObject({ ar: text({ min: 0, max }), en: text({ min: 0, max }) })

const profile = z.object({
  code: z.string(),
  name: bilingual,
  vision: bilingual,
  mission: bilingual,
  logoUrl: z.string().nullable(),
  version: z.int(),
  can: abilities,
})

const guideActor = z.object({
  id: z.string(),
  name: bilingual,
  scope: z.enum(['internal', 'external']),
  needsDivision: z.boolean(),
  divisions: z.array(z.object({ id: z.string(), name: bilingual })),
})

export const entityContract = {
  'GET /api/organization/profile': {
    summary: 'The entity: names, vision, mission and logo',
    permission: 'signed_in',
    response: profile,
  },
  'PATCH /api/organization/profile': {
    summary: 'Change the names, vision and mission of the entity',
    permission: administrators,
    ifMatch: true,
    body: z.strictObject({ name: nameInput, vision: longText(1000), mission: longText(2000) }),
    response: profile,
  },
  'GET /api/organization/logo': {
    summary: 'The logo of the entity',
    permission: 'signed_in',
    query: z.object({ digest: z.string().max(80).optional() }),
    response: 'download',
  },
  'PUT /api/organization/logo': {
    summary: 'Set the logo: PNG or JPEG, at most 512 KB and 2048 pixels a side; it is re-encoded',
    permission: administrators,
    ifMatch: true,
    upload: { maxBytes: 1024 * 1024 },
    response: profile,
  },
  'DELETE /api/organization/logo': {
    summary: 'Remove the logo',
    permission: administrators,
    ifMatch: true,
    response: profile,
  },
  'GET /api/organization/actors': {
    summary: 'Actors of the guides and the divisions that play them',
    permission: 'signed_in',
    response: z.object({ actors: z.array(guideActor), can: abilities }),
  },
  'PUT /api/organization/actors/:actor': {
    summary: 'Say which divisions play an actor of the guides',
    permission: administrators,
    params: z.object({ actor: z.string().max(60) }),
    body: z.strictObject({ divisionIds: z.array(id).max(500) }),
    response: guideActor,
  },
} as const satisfies Contract
