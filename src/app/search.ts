import { z } from 'zod'
import * as annualPlan from '../features/annual-plan/public.ts'
import * as organization from '../features/organization/public.ts'
import * as performance from '../features/performance/public.ts'
import { calendarOf } from '../features/policies/public.ts'
import * as vision from '../features/vision/public.ts'
import { implement } from '../platform/http/implement.ts'
import type { Contract } from '../shared/contract.ts'
import { bilingual } from '../shared/fields.ts'

const shownOfEach = 6

const contract = {
  'GET /api/search': {
    summary: 'People, plan nodes and indicators by a few letters; hamza forms, tashkeel and digit shape do not matter',
    permission: 'signed_in',
    query: z.object({ q: z.string().trim().min(1).max(100) }),
    response: z.object({
      hits: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['person', 'node', 'indicator']),
          title: bilingual,
          hint: bilingual.nullable(),
          path: z.string(),
        }),
      ),
    }),
  },
} as const satisfies Contract

type Found = {
  readonly id: string
  readonly title: { readonly ar: string; readonly en: string }
  readonly detail: { readonly ar: string; readonly en: string } | null
  readonly link: string
}

function hits<K extends 'person' | 'node' | 'indicator'>(kind: K, found: readonly Found[]) {
  return found.map(({ id, title, detail, link }) => ({ id, kind, title, hint: detail, path: link }))
}

/** One search over every feature that can be searched: the application alone knows them all. */
export const searchRoutes = implement(contract, {
  'GET /api/search': async ({ query, tx, now, actor }) => {
    const on = (await calendarOf(tx)).today(now)
    const request = { text: query.q, limit: shownOfEach }
    // One after another: they share the connection of this transaction.
    const people = await organization.search(tx, { ...request, actor, on })
    const documents = await performance.search(tx, { ...request, actor, on })
    const nodes = await annualPlan.search(tx, request)
    const indicators = await vision.search(tx, request)
    return {
      hits: [
        ...hits(
          'person',
          people.map((person) => ({ ...person, link: person.path })),
        ),
        ...hits('person', documents),
        ...hits('node', nodes),
        ...hits('indicator', indicators),
      ],
    }
  },
})
