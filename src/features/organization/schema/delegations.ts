import { z } from 'zod'
import type { Contract } from '../../../shared/contract.ts'
import { day, id, page, text } from '../../../shared/fields.ts'
import { bodies, capacities, delegationScopes } from '../domain/vocabulary.ts'
import { abilities, administrators, byId, onDay, personCard, versioned } from './parts.ts'

const delegation = versioned.extend({
  delegator: personCard,
  delegate: personCard,
  scopes: z.array(z.enum(delegationScopes)),
  startsOn: z.string(),
  endsOn: z.string(),
  reason: z.string(),
  revokedOn: z.string().nullable(),
  state: z.enum(['future', 'living', 'over', 'revoked']),
  can: abilities,
})

const membership = versioned.extend({
  employee: personCard,
  body: z.enum(bodies),
  capacity: z.enum(capacities),
  from: z.string(),
  to: z.string().nullable(),
  decision: z.string().nullable(),
})
const membershipFacts = {
  capacity: z.enum(capacities),
  from: day,
  to: day.nullable(),
  decision: text({ max: 200 }).nullable(),
}

export const delegationContract = {
  'GET /api/organization/delegations': {
    summary: 'Delegations: mine as delegator or delegate; all for administrators; of one employee for those above',
    permission: 'signed_in',
    query: z.object({
      ...page,
      of: z.enum(['me', 'all']).default('me'),
      employeeId: id.optional(),
      state: z.enum(['open', 'all']).default('open'),
    }),
    response: z.object({
      today: z.string(),
      maxMonths: z.int(),
      me: personCard.nullable(),
      items: z.array(delegation),
      next: z.string().nullable(),
      can: abilities,
    }),
  },
  'POST /api/organization/delegations': {
    summary: 'Let somebody act for a time (AMB-22)',
    permission: 'signed_in',
    body: z.strictObject({
      delegatorId: id,
      delegateId: id,
      scopes: z.array(z.enum(delegationScopes)).min(1).max(3),
      startsOn: day,
      endsOn: day,
      reason: text({ min: 3, max: 1000 }),
    }),
    response: delegation,
    status: 201,
  },
  'POST /api/organization/delegations/:id/revoke': {
    summary: 'End a delegation from today on',
    permission: 'signed_in',
    params: byId,
    ifMatch: true,
    body: z.strictObject({ reason: text({ min: 3, max: 1000 }) }),
    response: delegation,
  },
  'GET /api/organization/memberships': {
    summary: 'Members of committees and time-boxed bodies',
    permission: 'signed_in',
    query: onDay.extend({ body: z.enum(bodies).optional(), past: z.enum(['true', 'false']).default('false') }),
    response: z.object({ on: z.string(), items: z.array(membership), can: abilities }),
  },
  'POST /api/organization/memberships': {
    summary: 'Make somebody a member of a body',
    permission: administrators,
    body: z.strictObject({ employeeId: id, body: z.enum(bodies), ...membershipFacts }),
    response: membership,
    status: 201,
  },
  'PATCH /api/organization/memberships/:id': {
    summary: 'Change or end a membership',
    permission: administrators,
    params: byId,
    ifMatch: true,
    body: z.strictObject(membershipFacts),
    response: membership,
  },
  'DELETE /api/organization/memberships/:id': {
    summary: 'Remove a membership recorded by mistake',
    permission: administrators,
    params: byId,
    ifMatch: true,
    response: 'empty',
  },
} as const satisfies Contract
