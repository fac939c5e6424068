import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { MoveName } from '../../src/features/performance/domain/workflow.ts'
import { decideMany } from '../../src/features/performance/usecases/move.ts'
import { newId } from '../../src/platform/db/ids.ts'
import { testDatabase } from '../../src/platform/db/test-database.ts'
import { Refusal } from '../../src/shared/refusal.ts'
import { daysLater, noon, smallMinistry } from '../support/performance-world.ts'

const long = process.env.ITQAN_LONG === '1'
const sequences = long ? 5_000 : 100
const seed = Number(process.env.ITQAN_SEED ?? (long ? Date.now() % 2 ** 31 : 22))
const perWorld = 20

const { db } = await testDatabase()
type World = Awaited<ReturnType<typeof smallMinistry>>

/** Two employees of one supervisor, the supervisor, the deputy beside, and the official above. */
const people = ['first', 'second', 'supervisor', 'deputy', 'boss'] as const
type Person = (typeof people)[number]
type Step =
  | { readonly do: 'delegate'; readonly from: Person; readonly to: Person }
  | { readonly do: 'revoke' }
  | { readonly do: 'meet'; readonly by: Person; readonly document: 'first' | 'second' }
  | { readonly do: MoveName; readonly by: Person; readonly document: 'first' | 'second'; readonly times: number }
  | { readonly do: 'decide in bulk'; readonly move: 'agree' | 'sendBack'; readonly by: Person; readonly times: number }
  | { readonly do: 'time passes' }

const person = fc.constantFrom(...people)
const document = fc.constantFrom('first', 'second')
const times = fc.constantFrom(1, 1, 2, 3)
const moves: readonly MoveName[] = [
  'submit',
  'submit',
  'draftFor',
  'submitFor',
  'object',
  'withdraw',
  'sendBack',
  'agree',
  'agree',
  'agree',
  'requestAmendment',
  'acceptAmendment',
  'declineAmendment',
  'cancelAmendment',
]
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('delegate' as const), from: person, to: person }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('revoke' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('meet' as const), by: person, document }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constantFrom(...moves), by: person, document, times }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('decide in bulk' as const),
      move: fc.constantFrom('agree' as const, 'sendBack' as const),
      by: person,
      times,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('time passes' as const) }) },
)

const made = { decisions: 0, refusals: 0, agreed: 0 }

test(
  `${sequences} random sequences of delegations and moves: nobody ever decides the own document`,
  async () => {
    console.log(`ITQAN_SEED=${seed}`)
    let world = await worldOfTeams()
    let used = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
        if (used === perWorld) {
          world = await worldOfTeams()
          used = 0
        }
        await play(world, used, steps)
        used += 1
      }),
      { numRuns: sequences, seed, endOnFailure: true },
    )
    expect(made.decisions).toBeGreaterThan(sequences / 2)
    expect(made.agreed).toBeGreaterThan(sequences / 20)
    expect(made.refusals).toBeGreaterThan(sequences)
  },
  long ? 1_800_000 : 240_000,
)

async function worldOfTeams(): Promise<World> {
  const world = await smallMinistry(db, { extra: perWorld * 2 })
  await world.setPolicy('document.bulk_approve', true)
  return world
}

async function play(world: World, place: number, steps: readonly Step[]): Promise<void> {
  const [first, second] = [world.more[place * 2] ?? '', world.more[place * 2 + 1] ?? '']
  const idOf = (who: Person) => (who === 'first' ? first : who === 'second' ? second : world.ids[who])
  const documents = { first: world.documentOf({ id: first }), second: world.documentOf({ id: second }) }
  for (const [who, id] of Object.entries(documents) as ['first' | 'second', string][]) {
    await world.write(id, { id: idOf(who) })
    await world.move(id, 'submit', { id: idOf(who) })
    await world.meet(id, 'supervisor')
  }
  let now = noon
  for (const one of steps) {
    if (one.do === 'time passes') now = daysLater(40)
    else if (one.do === 'delegate') await delegate(world, idOf(one.from), idOf(one.to))
    else if (one.do === 'revoke') await revokeAll(world)
    else if (one.do === 'meet') await tried(() => world.meet(documents[one.document], { id: idOf(one.by) }, now))
    else if (one.do === 'decide in bulk') {
      for (let time = 0; time < one.times; time += 1) await decideAll(world, documents, one, idOf(one.by), now)
    } else {
      for (let time = 0; time < one.times; time += 1) {
        const done = await tried(() =>
          world.move(documents[one.document], one.do, { id: idOf(one.by) }, { note: 'سبب', now }),
        )
        const decides = one.do === 'agree' || one.do === 'sendBack'
        if (decides && done && one.by === one.document) throw new Error('The own document was decided')
        if (decides && done) made.decisions += 1
      }
    }
  }
  await compare(world, Object.values(documents))
  await revokeAll(world)
}

async function revokeAll(world: World): Promise<void> {
  await world.run((tx) => sql`UPDATE delegations SET revoked_on = starts_on`.execute(tx))
}

/** Written past the rules for delegations: even one that they would refuse gives nobody the own document. */
async function delegate(world: World, from: string, to: string): Promise<void> {
  if (from === to) return
  await world.run((tx) =>
    sql`INSERT INTO delegations (id, delegator_id, delegate_id, scopes, starts_on, ends_on, reason, created_by, created_at)
        VALUES (${newId()}, ${from}, ${to}, ARRAY['approve_documents'], '2026-01-01', '2026-03-31', 'إجازة', ${from}, ${noon})`.execute(
      tx,
    ),
  )
}

async function decideAll(
  world: World,
  documents: Record<'first' | 'second', string>,
  { move, by }: { move: 'agree' | 'sendBack'; by: Person },
  actorId: string,
  now: Date,
): Promise<void> {
  const wanted = await Promise.all(
    Object.values(documents).map(async (id) => ({ id, version: await world.versionOf(id) })),
  )
  const results = await world.run((tx) =>
    decideMany({ move, note: 'سبب', documents: wanted, actor: world.actor({ id: actorId }), newId, now, tx }),
  )
  for (const result of results) {
    const own = by !== 'supervisor' && by !== 'deputy' && by !== 'boss' && result.id === documents[by]
    if (result.done && own) throw new Error('The own document was decided in bulk')
    if (result.done) made.decisions += 1
    else made.refusals += 1
  }
}

async function tried(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    made.refusals += 1
    return false
  }
}

/** What the rows say afterwards, whoever wrote them. */
async function compare(world: World, ids: readonly string[]): Promise<void> {
  const { rows } = await world.run((tx) =>
    sql<{ wrong: number; agreed: number }>`
      SELECT (SELECT count(*)::int FROM performance_documents d WHERE d.id = ANY (${ids}) AND
                (d.decided_by IN (d.employee_id, d.drafted_by) OR d.decided_for IN (d.employee_id, d.drafted_by)))
           + (SELECT count(*)::int FROM document_submissions s JOIN performance_documents d ON d.id = s.document_id
               WHERE d.id = ANY (${ids}) AND s.outcome IN ('agreed', 'returned')
                 AND (s.outcome_by IN (d.employee_id, s.submitted_by) OR s.outcome_for IN (d.employee_id, s.submitted_by)))
           + (SELECT count(*)::int FROM amendment_requests a
               WHERE a.document_id = ANY (${ids}) AND a.decided_by = a.requested_by) AS wrong,
             (SELECT count(*)::int FROM performance_documents d WHERE d.id = ANY (${ids}) AND d.agreed_at IS NOT NULL) AS agreed`.execute(
      tx,
    ),
  )
  expect(rows[0]?.wrong).toBe(0)
  made.agreed += rows[0]?.agreed ?? 0
}
