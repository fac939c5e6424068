import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testServer } from '../../../tests/support/test-server.ts'
import * as audit from '../../platform/audit/record.ts'
import { newId } from '../../platform/db/ids.ts'
import { withEntity, withPlatform } from '../../platform/db/with-entity.ts'
import { refuse } from '../../shared/refusal.ts'
import { ensureIdentities } from '../accounts/public.ts'
import { closeWorkItems, connectInbox, type ItemStep, notify, openWorkItem, reassignWorkItems } from './public.ts'
import { escalate } from './usecases/escalate.ts'

const { db, clock, signInAs } = await testServer()
const entityId = newId()
const id = { supervisor: newId(), delegate: newId(), employee: newId(), other: newId() }
const numbers = { supervisor: '10000001', delegate: '10000002', employee: '10000003', other: '10000004' }
type Who = keyof typeof id
const inside = <T>(work: Parameters<typeof withEntity<T>>[2]) => withEntity(db, { entityId }, work)
const climbed: ItemStep[] = []
const refused = { code: 'test.refused', status: 409 }

beforeAll(async () => {
  await withPlatform(db, (tx) =>
    tx
      .insertInto('entities')
      .values({ id: entityId, code: 'test', name_ar: 'وحدة', name_en: 'Unit', created_at: clock.now })
      .execute(),
  )
  await inside(async (tx) => {
    for (const who of Object.keys(id) as Who[]) {
      await tx
        .insertInto('employees')
        .values({
          id: id[who],
          civil_number: numbers[who],
          name_ar: who,
          name_en: who,
          gender: 'male',
          hired_on: '2020-01-01',
          created_at: clock.now,
        })
        .execute()
    }
    const employees = (Object.keys(id) as Who[]).map((who) => ({ employeeId: id[who], civilNumber: numbers[who] }))
    await ensureIdentities(tx, { employees, newId, now: clock.now })
  })
  connectInbox({
    kinds: [
      {
        kind: 'test.decide',
        group: 'decision',
        icon: 'document',
        link: (item) => `/things/${item.subject.id}`,
        delegable: 'approve_documents',
        bulk: async () => [
          { move: 'agree', needsComment: false },
          { move: 'sendBack', needsComment: true },
        ],
        act: async (tx, { item, move, actor, now }) => {
          const { subject } = item
          await closeWorkItems(tx, { subject, outcome: move, closedBy: actor.employeeId, now })
          audit.record(tx, { actor, action: `test.${move}`, subject, at: now })
          if (item.params.stubborn) throw refuse(refused)
        },
        escalate: async (_tx, { step }) => {
          climbed.push(step)
        },
      },
      { kind: 'test.task', group: 'task', icon: 'task', link: () => '/tasks' },
    ],
    home: [
      {
        name: 'test',
        card: async () => ({ hello: 'world' }),
        dates: async () => [{ on: '2026-02-01', kind: 'test', params: {}, link: null }],
      },
    ],
    links: { thing: (thing) => `/things/${thing}` },
  })
})

beforeEach(async () => {
  climbed.length = 0
  await inside(async (tx) => {
    await sql`UPDATE work_items SET closed_at = ${clock.now}, outcome = 'cleared' WHERE closed_at IS NULL`.execute(tx)
    await sql`UPDATE delegations SET revoked_on = starts_on`.execute(tx)
    await sql`DELETE FROM absences`.execute(tx)
    await sql`UPDATE notices SET read_at = ${clock.now}`.execute(tx)
  })
})

type Opening = { who?: Who; dueOn?: string; kind?: string; stubborn?: boolean; subjectId?: string }

function open({ who = 'supervisor', dueOn = '2026-01-25', kind = 'test.decide', ...more }: Opening = {}) {
  const subject = { type: 'thing', id: more.subjectId ?? newId() }
  return inside((tx) =>
    openWorkItem(tx, {
      kind,
      subject,
      aboutId: id.employee,
      assigneeId: id[who],
      dueOn,
      params: { ...(more.stubborn && { stubborn: 1 }) },
      newId,
      now: clock.now,
    }),
  ).then((itemId) => ({ itemId, subject }))
}

type List = {
  items: { id: string; timing: string; lateDays: number; link: string; onBehalfOf: { name: { en: string } } | null }[]
  counts: Record<string, number>
}

describe('the inbox', () => {
  test('shows the most urgent first, with working days late and counts', async () => {
    const late = await open({ dueOn: '2026-01-14' })
    const today = await open({ dueOn: '2026-01-18' })
    const week = await open({ dueOn: '2026-01-22' })
    const supervisor = await signInAs(numbers.supervisor)
    const { body } = await supervisor.get<List>('/api/inbox')
    expect(body.items.map((item) => item.id)).toEqual([late.itemId, today.itemId, week.itemId])
    expect(body.items[0]).toMatchObject({ timing: 'overdue', lateDays: 2, link: `/things/${late.subject.id}` })
    expect(body.counts).toEqual({ all: 3, overdue: 1, today: 1, week: 1, later: 0 })
    expect((await supervisor.get<List>('/api/inbox?timing=today')).body.items).toHaveLength(1)
    expect((await (await signInAs(numbers.other)).get<List>('/api/inbox')).body.items).toEqual([])
  })

  test('opens the same thing once, and closes it with who decided', async () => {
    const { subject, itemId } = await open()
    const again = await open({ subjectId: subject.id, dueOn: '2026-01-20' })
    expect(again.itemId).toBe(itemId)
    const closed = await inside((tx) =>
      closeWorkItems(tx, { subject, outcome: 'agreed', closedBy: id.supervisor, now: clock.now }),
    )
    expect(closed).toBe(1)
    const supervisor = await signInAs(numbers.supervisor)
    const done = await supervisor.get<{ items: { id: string; outcome: string }[] }>('/api/inbox/done')
    expect(done.body.items[0]).toMatchObject({ id: itemId, outcome: 'agreed' })
  })

  test('a decision that closes what others had open too counts as one deed', async () => {
    const { subject, itemId } = await open()
    await open({ subjectId: subject.id, who: 'other' })
    await inside((tx) => closeWorkItems(tx, { subject, outcome: 'agreed', closedBy: id.supervisor, now: clock.now }))
    const supervisor = await signInAs(numbers.supervisor)
    const { body } = await supervisor.get<{ items: { id: string; subject?: object }[] }>('/api/inbox/done')
    const ids = body.items.map((item) => item.id)
    expect(ids.filter((one) => one === itemId)).toHaveLength(1)
    const other = await signInAs(numbers.other)
    expect((await other.get<{ items: object[] }>('/api/inbox/done')).body.items).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('hands an item on without changing its age, and closes a twin', async () => {
    const { subject, itemId } = await open()
    await open({ subjectId: subject.id, who: 'other' })
    const moved = await inside((tx) =>
      reassignWorkItems(tx, { subject, assigneeId: id.supervisor, toId: id.delegate, now: clock.now }),
    )
    expect(moved).toBe(1)
    const delegate = await signInAs(numbers.delegate)
    expect((await delegate.get<List>('/api/inbox')).body.items.map((item) => item.id)).toEqual([itemId])
    await inside((tx) => reassignWorkItems(tx, { subject, toId: id.other, now: clock.now }))
    expect((await delegate.get<List>('/api/inbox')).body.items).toEqual([])
    expect((await (await signInAs(numbers.other)).get<List>('/api/inbox')).body.items).toHaveLength(1)
  })

  test('shows a delegate what waits for the one who is away, but nothing about the delegate', async () => {
    await open()
    await open({ kind: 'test.task' })
    const delegation = (delegate: Who) =>
      inside((tx) =>
        tx
          .insertInto('delegations')
          .values({
            id: newId(),
            delegator_id: id.supervisor,
            delegate_id: id[delegate],
            scopes: ['approve_documents'],
            starts_on: '2026-01-18',
            ends_on: '2026-01-18',
            reason: 'leave',
            created_by: id.supervisor,
            created_at: clock.now,
          })
          .execute(),
      )
    await delegation('delegate')
    await delegation('employee')
    const seen = (await (await signInAs(numbers.delegate)).get<List>('/api/inbox')).body.items
    expect(seen.map((item) => item.onBehalfOf?.name.en)).toEqual(['supervisor'])
    expect((await (await signInAs(numbers.employee)).get<List>('/api/inbox')).body.items).toEqual([])
    clock.advance({ days: 1 })
    expect((await (await signInAs(numbers.delegate)).get<List>('/api/inbox')).body.items).toEqual([])
    clock.advance({ days: -1 })
  })
})

describe('deciding many at once', () => {
  test('decides each by itself: a refusal leaves the others, and nothing of it behind', async () => {
    const easy = await open()
    const stubborn = await open({ stubborn: true })
    const foreign = await open({ who: 'other' })
    const supervisor = await signInAs(numbers.supervisor)
    const ids = [easy.itemId, stubborn.itemId, foreign.itemId]
    const { body } = await supervisor.post<{ results: { id: string; done: boolean; code?: string }[] }>(
      '/api/inbox/bulk',
      { ids, move: 'agree' },
    )
    expect(body.results.map(({ done, code }) => code ?? done)).toEqual([true, 'test.refused', 'inbox.item_gone'])
    expect((await supervisor.get<List>('/api/inbox')).body.items.map((item) => item.id)).toEqual([stubborn.itemId])
    const told = await inside((tx) =>
      tx.selectFrom('audit_events').select('subject_id').where('action', '=', 'test.agree').execute(),
    )
    expect(told.map((row) => row.subject_id)).toEqual([easy.subject.id])
  })

  test('asks for the comment that a return needs, and refuses moves that are not offered', async () => {
    const { itemId } = await open()
    const supervisor = await signInAs(numbers.supervisor)
    const send = async (body: object) =>
      (await supervisor.post<{ results: { code?: string }[] }>('/api/inbox/bulk', body)).body.results[0]?.code
    expect(await send({ ids: [itemId], move: 'sendBack' })).toBe('inbox.needs_comment')
    expect(await send({ ids: [itemId], move: 'delete' })).toBe('inbox.not_in_bulk')
    expect(await send({ ids: [itemId], move: 'sendBack', comment: 'يلزم توضيح المستهدف' })).toBeUndefined()
  })
})

describe('the ladder', () => {
  const run = () => inside((tx) => escalate({ tx, now: clock.now, newId }))

  test('is climbed once per rung, however often the job runs', async () => {
    await open({ dueOn: '2026-01-18' })
    await run()
    expect(climbed).toEqual([])
    clock.advance({ days: 3 })
    await run()
    await run()
    expect(climbed).toEqual(['remind_actor'])
    clock.advance({ days: 12 })
    await run()
    expect(climbed).toEqual(['remind_actor', 'tell_higher_official', 'tell_ejada_team'])
    clock.advance({ days: -15 })
  })

  test('reminds the person where the feature has nothing of its own to do', async () => {
    await open({ kind: 'test.task', dueOn: '2026-01-11' })
    await run()
    const supervisor = await signInAs(numbers.supervisor)
    const { body } = await supervisor.get<{ items: { kind: string; link: string }[] }>('/api/notices')
    expect(body.items[0]).toMatchObject({ kind: 'inbox.reminder' })
  })

  test('hands on what waits five working days for somebody away without a delegate', async () => {
    await open({ dueOn: '2026-02-25' })
    await inside((tx) =>
      tx
        .insertInto('absences')
        .values({
          id: newId(),
          employee_id: id.supervisor,
          kind: 'annual_leave',
          starts_on: '2026-01-10',
          ends_on: '2026-02-10',
          recorded_at: clock.now,
        })
        .execute(),
    )
    clock.advance({ days: 4 })
    await run()
    expect(climbed).toEqual([])
    clock.advance({ days: 3 })
    await run()
    expect(climbed).toEqual(['route_absence'])
    clock.advance({ days: -7 })
  })
})

describe('notices and home', () => {
  test('tells each person once, and nobody of their own act', async () => {
    await inside((tx) =>
      notify(tx, {
        recipients: [id.employee, id.employee, id.supervisor],
        kind: 'test.told',
        params: { when: { day: '2026-01-20' } },
        subject: { type: 'thing', id: newId() },
        exceptId: id.supervisor,
        newId,
        now: clock.now,
      }),
    )
    const employee = await signInAs(numbers.employee)
    const { body } = await employee.get<{ items: { id: string; link: string; read: boolean }[] }>('/api/notices')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]?.link).toMatch(/^\/things\//)
    expect((await employee.get<{ counts: object }>('/api/me')).body.counts).toMatchObject({ notices: 1 })
    expect((await employee.post<{ unread: number }>('/api/notices/read', {})).body.unread).toBe(0)
  })

  test('home brings decisions, cards and dates in one answer', async () => {
    await open()
    const supervisor = await signInAs(numbers.supervisor)
    const { body } = await supervisor.get<{ items: unknown[]; cards: object; dates: object[] }>('/api/home')
    expect(body.items).toHaveLength(1)
    expect(body.cards).toEqual({ test: { hello: 'world' } })
    expect(body.dates).toEqual([{ on: '2026-02-01', kind: 'test', params: {}, link: null }])
  })
})
