import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { toAsciiDigits } from '../../shared/digits.ts'
import { bilingual, civilNumber, day, email, id, instant, page, phone, text } from '../../shared/fields.ts'
import { entityRoles, signInRoles } from '../../shared/roles.ts'

/** As it is typed: a password is never cleaned. The work of hashing is bounded. */
const password = z.string().min(1).max(200)
const newPassword = z.string().max(200)
const employeeNumber = text({ max: 20 }).transform(toAsciiDigits)
const code = text({ max: 40 })
const reason = text({ min: 3, max: 1000 })
const role = z.enum(entityRoles as [(typeof entityRoles)[number], ...(typeof entityRoles)[number][]])
const person = z.object({ employeeId: id })

const preferences = z.object({
  language: z.enum(['ar', 'en']),
  digits: z.enum(['latn', 'arab']),
  theme: z.enum(['system', 'light', 'dark']),
  hijri: z.boolean(),
})

const me = preferences.extend({
  person: z.object({ employeeId: id.nullable(), name: bilingual }),
  entity: z
    .object({
      id,
      name: bilingual,
      vision: bilingual.nullable(),
      mission: bilingual.nullable(),
      logoUrl: z.string().nullable(),
    })
    .nullable(),
  /** Every entity that the person may work in. */
  entities: z.array(z.object({ id, name: bilingual })),
  roles: z.array(z.enum(signInRoles)),
  can: z.record(z.string(), z.boolean()),
  counts: z.record(z.string(), z.number()),
  cycle: z
    .object({
      kind: z.enum(['quarter', 'third', 'half', 'year']),
      year: z.number(),
      ordinal: z.number(),
      phase: z.string(),
      day: z.number(),
      of: z.number(),
    })
    .nullable(),
  trialBanner: z.boolean(),
  timeZone: z.string(),
})

const profile = z.object({
  employeeId: id,
  name: bilingual,
  employeeNumber: z.string().nullable(),
  title: bilingual,
  division: bilingual,
  level: z.number().nullable(),
  supervisor: z.object({ id, name: bilingual }).nullable(),
  hiredOn: day,
  displayTitle: z.string().nullable(),
  titleDiffers: z.boolean(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  version: z.number(),
  history: z.array(
    z.object({
      id,
      field: z.enum(['display_title', 'phone', 'email']),
      from: z.string().nullable(),
      to: z.string().nullable(),
      by: bilingual.nullable(),
      at: instant,
    }),
  ),
})

export const contract = {
  'GET /api/sign-in': {
    summary: 'What the sign-in page shows: whether this is a sample, and whom one may try it as',
    permission: 'public',
    scope: 'platform',
    response: z.object({
      visibleMessages: z.boolean(),
      /** Invented people and their known password; none outside a sample. */
      sample: z.array(
        z.object({ key: z.string(), civilNumber: z.string(), name: bilingual, role: bilingual, password: z.string() }),
      ),
    }),
  },
  'POST /api/sign-in': {
    summary: 'Sign in by civil number; cookies carry the session',
    permission: 'public',
    scope: 'platform',
    body: z.strictObject({ civilNumber, password }),
    response: 'empty',
  },
  'POST /api/first-sign-in/start': {
    summary: 'Ask for a code to the registered phone; the answer never says whether anyone exists',
    permission: 'public',
    scope: 'platform',
    body: z.strictObject({ civilNumber, employeeNumber }),
    response: 'empty',
  },
  'POST /api/first-sign-in/finish': {
    summary: 'Choose the first password, with the code that was sent or handed out',
    permission: 'public',
    scope: 'platform',
    body: z.strictObject({ civilNumber, employeeNumber, code, password: newPassword }),
    response: 'empty',
  },
  'POST /api/password-reset/start': {
    summary: 'Ask for a code to the registered phone; the answer never says whether anyone exists',
    permission: 'public',
    scope: 'platform',
    body: z.strictObject({ civilNumber }),
    response: 'empty',
  },
  'POST /api/password-reset/finish': {
    summary: 'Choose a new password with the code that was sent',
    permission: 'public',
    scope: 'platform',
    body: z.strictObject({ civilNumber, code, password: newPassword }),
    response: 'empty',
  },
  'POST /api/first-administrator': {
    summary: 'Use the one-time link that an empty installation prints',
    permission: 'public',
    scope: 'platform',
    body: z.strictObject({ token: z.string().min(20).max(100), civilNumber, password: newPassword }),
    response: 'empty',
  },
  'GET /api/sms-messages': {
    summary: 'Text messages of the sample, where they stay visible instead of leaving',
    permission: 'public',
    scope: 'platform',
    response: z.object({
      items: z.array(
        z.object({ id, entity: bilingual, to: z.string(), text: z.string(), purpose: z.string(), at: instant }),
      ),
    }),
  },
  'POST /api/sign-out': { summary: 'End this session', permission: 'signed_in', scope: 'platform', response: 'empty' },
  'GET /api/me': {
    summary: 'Who is signed in, in which entity, and what this person may open',
    permission: 'signed_in',
    scope: 'platform',
    response: me,
  },
  'PATCH /api/me/preferences': {
    summary: 'How I like to read',
    permission: 'signed_in',
    scope: 'platform',
    body: z.strictObject(preferences.partial().shape),
    response: preferences,
  },
  'PUT /api/me/entity': {
    summary: 'Work in another of my entities',
    permission: 'signed_in',
    scope: 'platform',
    body: z.strictObject({ entityId: id }),
    response: 'empty',
  },
  'POST /api/me/password': {
    summary: 'Change my password; my other sessions end',
    permission: 'signed_in',
    scope: 'platform',
    body: z.strictObject({ current: password, password: newPassword }),
    response: 'empty',
  },
  'GET /api/me/sessions': {
    summary: 'Where I am signed in',
    permission: 'signed_in',
    scope: 'platform',
    response: z.object({
      items: z.array(
        z.object({
          id,
          createdAt: instant,
          lastSeenAt: instant,
          ip: z.string().nullable(),
          userAgent: z.string().nullable(),
          entity: bilingual.nullable(),
          current: z.boolean(),
        }),
      ),
    }),
  },
  'DELETE /api/me/sessions': {
    summary: 'End all my sessions but this one',
    permission: 'signed_in',
    scope: 'platform',
    response: 'empty',
  },
  'DELETE /api/me/sessions/:id': {
    summary: 'End one of my sessions',
    permission: 'signed_in',
    scope: 'platform',
    params: z.object({ id }),
    response: 'empty',
  },
  'GET /api/me/profile': { summary: 'My own record', permission: 'signed_in', response: profile },
  'PATCH /api/me/profile': {
    summary: 'Change my title in use, phone or e-mail; a new phone needs the password',
    permission: 'signed_in',
    ifMatch: true,
    body: z.strictObject({
      displayTitle: text({ min: 2, max: 200 }).nullable().optional(),
      phone: phone.optional(),
      email: email.nullable().optional(),
      password: password.optional(),
    }),
    response: profile,
  },
  'GET /api/accounts': {
    summary: 'People of the entity and whether they can sign in',
    permission: ['entity_administrator'],
    query: z.strictObject({
      text: z.string().max(100).optional(),
      filter: z.enum(['waiting', 'no_phone', 'title_differs']).optional(),
      ...page,
    }),
    response: z.object({
      items: z.array(
        z.object({
          employeeId: id,
          name: bilingual,
          employeeNumber: z.string().nullable(),
          title: bilingual.nullable(),
          displayTitle: z.string().nullable(),
          division: bilingual.nullable(),
          hasPhone: z.boolean(),
          state: z.enum(['waiting', 'code_handed_out', 'active', 'exited']),
          codeExpiresAt: instant.nullable(),
          lastSeenAt: instant.nullable(),
          sessions: z.number(),
          own: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
  },
  'PUT /api/accounts/:employeeId/code': {
    summary: 'Make a code for somebody without a registered phone; it is shown this once',
    permission: ['entity_administrator'],
    params: person,
    response: z.object({ code: z.string(), expiresAt: instant }),
  },
  'DELETE /api/accounts/:employeeId/sessions': {
    summary: 'End the sessions of a person in this entity',
    permission: ['entity_administrator'],
    params: person,
    response: 'empty',
  },
  'GET /api/role-grants': {
    summary: 'Who holds which sign-in role',
    permission: ['entity_administrator', 'auditor'],
    response: z.object({
      items: z.array(
        z.object({
          id,
          role,
          reason: z.string(),
          grantedAt: instant,
          grantedBy: bilingual.nullable(),
          holder: z.object({ employeeId: id, name: bilingual, title: bilingual.nullable() }).nullable(),
          own: z.boolean(),
        }),
      ),
      can: z.object({ change: z.boolean() }),
    }),
  },
  'POST /api/role-grants': {
    summary: 'Give somebody a sign-in role; nobody gives one to themselves',
    permission: ['entity_administrator'],
    body: z.strictObject({ employeeId: id, role, reason }),
    response: z.object({ id }),
    status: 201,
  },
  'POST /api/role-grants/:id/revoke': {
    summary: 'Take a role back',
    permission: ['entity_administrator'],
    params: z.object({ id }),
    body: z.strictObject({ reason }),
    response: 'empty',
  },
  'GET /api/first-steps': {
    summary: 'What an administrator has yet to do before the first cycle; empty once done',
    permission: ['entity_administrator'],
    response: z.object({ steps: z.array(z.object({ name: z.string(), link: z.string(), done: z.boolean() })) }),
  },
  'GET /api/entities': {
    summary: 'The registry of entities',
    permission: ['platform_administrator'],
    scope: 'platform',
    response: z.object({
      items: z.array(
        z.object({
          id,
          code: z.string(),
          name: bilingual,
          sample: z.boolean(),
          createdAt: instant,
          /** Whether the one who asks may work in it. */
          mine: z.boolean(),
        }),
      ),
    }),
  },
  'POST /api/entities': {
    summary: 'Make an entity and become its first administrator',
    permission: ['platform_administrator'],
    scope: 'platform',
    body: z.strictObject({
      code: z
        .string()
        .max(80)
        .transform((value) => value.trim().toLowerCase())
        .pipe(z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, 'accounts.entity_code')),
      nameAr: text({ min: 2, max: 200 }),
      nameEn: text({ min: 2, max: 200 }),
    }),
    response: z.object({ id }),
    status: 201,
  },
} as const satisfies Contract
