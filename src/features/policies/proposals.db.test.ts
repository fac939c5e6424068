import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { operationsOf } from '../../../tests/support/operations.ts'
import { testServer } from '../../../tests/support/test-server.ts'
import { newId } from '../../platform/db/ids.ts'
import type { SignInRole } from '../../shared/roles.ts'
import { connectPolicies, policySnapshot, policyValue } from './public.ts'

const server = await testServer()
const api = operationsOf(server)
const entityId = await api.entity()

let people = 0
/** An employee of the entity who signs in with the roles. */
async function employee(name: string, roles: readonly SignInRole[], where = entityId) {
  const id = newId()
  people += 1
  await api.inside(where, (tx) =>
    tx
      .insertInto('employees')
      .values({
        id,
        civil_number: String(80_000_000 + people),
        name_ar: name,
        name_en: name,
        gender: 'female',
        hired_on: '2020-01-01',
        created_at: server.clock.now,
      })
      .execute(),
  )
  return { id, call: await api.someone({ entityId: where, roles, employeeId: id }) }
}

const head = await employee('head', ['head'])
const office = await employee('office', ['head_office'])
const deputy = await employee('deputy', ['head_office'])
const team = await employee('team', ['ejada_team'])
const administrator = await employee('administrator', ['entity_administrator'])
const auditor = await employee('auditor', ['auditor'])

const shares = { weak: 500, average: 1500, good: 5000, veryGood: 2000, excellent: 1000 }
const source = 'تعميم 9/2026 بتاريخ 12 يناير 2026'
type Caller = typeof head.call

const propose = (caller: Caller, key: string, value: unknown, { year = 2026, version = 0, from = source } = {}) =>
  caller('PUT /api/policies/:key', {
    params: { key },
    body: { year, value, reason: 'قرار السنة', source: from },
    version,
  })
const act = (caller: Caller, move: 'confirm' | 'decline' | 'withdraw', id: string) =>
  caller(`POST /api/policies/proposals/:id/${move}`, {
    params: { id },
    ...(move === 'decline' ? { body: { reason: 'الأرقام لا توافق التعميم' } } : {}),
  })
const held = (key: Parameters<typeof policyValue>[1]['key'], year = 2026) =>
  api.inside(entityId, (tx) => policyValue(tx, { key, year }))
const waiting = async (caller: Caller) =>
  (await caller('GET /api/inbox')).body.items.filter((item: { kind: string }) => item.kind === 'policies.confirm')

describe('a value that decides grades', () => {
  it('waits for a second person, is on the lists of those who may confirm it, and holds from then on', async () => {
    const proposed = await propose(head.call, 'curve.shares', shares)
    expect(proposed).toMatchObject({
      status: 200,
      body: { value: null, setForYear: null, version: 1, proposal: { value: shares, status: 'proposed' } },
    })
    expect(proposed.body.proposal.waitsFor.map((name: { ar: string }) => name.ar)).toEqual(['deputy', 'office'])
    expect((await held('curve.shares')).value).toBeNull()
    const [item] = await waiting(office.call)
    expect(item).toMatchObject({
      link: `/administration/policies/proposals/${proposed.body.proposal.id}`,
      params: { title: { en: 'Shares of the curve' }, year: 2026, by: { ar: 'head' } },
      dueOn: '2026-01-25',
    })
    expect(await waiting(head.call)).toEqual([])

    const confirmed = await act(office.call, 'confirm', proposed.body.proposal.id)
    expect(confirmed).toMatchObject({
      status: 200,
      body: { status: 'in_force', decidedBy: { ar: 'office' }, before: { value: null, setForYear: null } },
    })
    expect(await held('curve.shares')).toMatchObject({ value: shares, version: 1, official: true, source })
    expect([await waiting(office.call), await waiting(deputy.call)]).toEqual([[], []])
    const notices = (await head.call('GET /api/notices')).body.items
    expect(notices[0]).toMatchObject({ kind: 'policies.confirmed', params: { year: 2026 } })
  })

  it('that is decided every year does not go on to the next', async () => {
    expect((await held('curve.shares', 2027)).value).toBeNull()
  })

  it('is never confirmed by its proposer, not even by a head who holds the office too', async () => {
    const both = await employee('both', ['head', 'head_office'])
    const { body } = await propose(both.call, 'curve.mode', 'full_curve')
    expect(await act(both.call, 'confirm', body.proposal.id)).toMatchObject({
      status: 403,
      body: { code: 'policies.own_proposal' },
    })
    await expect(
      api.inside(entityId, (tx) =>
        sql`UPDATE policy_values SET status = 'in_force', confirmed_by = set_by, confirmed_at = now()
             WHERE id = ${body.proposal.id}::uuid`.execute(tx),
      ),
    ).rejects.toThrow('policy_values_second_person')
    await expect(
      api.inside(entityId, (tx) =>
        sql`UPDATE policy_values SET status = 'in_force' WHERE id = ${body.proposal.id}::uuid`.execute(tx),
      ),
    ).rejects.toThrow('policy_values_confirmed')
    expect(await act(both.call, 'withdraw', body.proposal.id)).toMatchObject({ body: { status: 'withdrawn' } })
    expect(await act(office.call, 'confirm', body.proposal.id)).toMatchObject({
      status: 409,
      body: { code: 'policies.proposal_decided' },
    })
  })

  it('cannot be set by somebody without an employee record, who could be anybody', async () => {
    const nobody = await api.someone({ entityId, roles: ['entity_administrator'] })
    expect(await propose(nobody, 'result.service_months', 5)).toMatchObject({
      status: 403,
      body: { code: 'policies.needs_employee' },
    })
  })

  it('has its owners: the curve is for the head alone, the bands for the team and the administrator', async () => {
    for (const caller of [team.call, administrator.call]) {
      const answer = await propose(caller, 'curve.minimum_group', 20)
      expect(answer).toMatchObject({ status: 403, body: { code: 'policies.not_owner' } })
    }
    expect((await propose(head.call, 'result.coverage_share', 60)).status).toBe(403)
    expect((await propose(office.call, 'curve.minimum_group', 20)).status).toBe(403)
    for (const caller of [team.call, administrator.call, auditor.call]) {
      expect((await act(caller, 'confirm', newId())).status).toBe(403)
    }
  })

  it('is declined with a reason that its proposer reads', async () => {
    const { body } = await propose(team.call, 'result.service_months', 3)
    const without = await office.call('POST /api/policies/proposals/:id/decline', {
      params: { id: body.proposal.id },
      body: { reason: ' ' },
    })
    expect(without.status).toBe(400)
    expect(await act(head.call, 'decline', body.proposal.id)).toMatchObject({
      status: 200,
      body: { status: 'declined', decidedBy: { ar: 'head' }, note: 'الأرقام لا توافق التعميم' },
    })
    expect(await held('result.service_months')).toMatchObject({ value: 6, version: 0 })
    const [notice] = (await team.call('GET /api/notices')).body.items
    expect(notice).toMatchObject({ kind: 'policies.declined', params: { note: 'الأرقام لا توافق التعميم' } })
    const history = await auditor.call('GET /api/policies/:key/history', { params: { key: 'result.service_months' } })
    expect(history.body.settings).toMatchObject([{ status: 'declined', value: 3, setBy: { ar: 'team' } }])
  })

  it('gives way to a newer proposal by somebody who has seen it', async () => {
    const first = await propose(team.call, 'result.coverage_share', 60)
    expect((await propose(administrator.call, 'result.coverage_share', 40)).status).toBe(412)
    const second = await propose(administrator.call, 'result.coverage_share', 40, { version: 1 })
    expect(second).toMatchObject({ status: 200, body: { version: 2, proposal: { value: 40 } } })
    expect((await waiting(office.call)).length).toBe(1)
    expect((await team.call('GET /api/notices')).body.items[0]).toMatchObject({ kind: 'policies.superseded' })
    expect((await act(office.call, 'confirm', first.body.proposal.id)).status).toBe(409)
    expect((await act(office.call, 'confirm', second.body.proposal.id)).status).toBe(200)
    expect(await held('result.coverage_share')).toMatchObject({ value: 40, version: 2 })
  })

  it('waits; an ordinary value still holds at once', async () => {
    const answer = await propose(administrator.call, 'grievance.periods', { file: 45, acknowledge: 3, decide: 30 })
    expect(answer).toMatchObject({ status: 200, body: { value: { file: 45 }, proposal: null, version: 1 } })
  })
})

describe('what is wrong with a proposal', () => {
  it('shares that sum to 99 are refused with their sum', async () => {
    const answer = await propose(head.call, 'curve.shares', { ...shares, good: 4900 }, { year: 2028 })
    expect(answer).toMatchObject({
      status: 400,
      body: { fields: [{ path: 'value', code: 'policies.shares_not_100', params: { sum: 99, rest: 1 } }] },
    })
  })

  it('shares without the circular behind them', async () => {
    const answer = await propose(head.call, 'curve.shares', shares, { year: 2028, from: '' })
    expect(answer.body.fields).toEqual([{ path: 'source', code: 'policies.source_required' }])
  })

  it('a cap, anchors or bands that do not fit each other, whichever of them is set', async () => {
    const wide = { below: 50, meets: 100, exceeds: 150 }
    expect((await propose(team.call, 'achievement.anchors', wide, { year: 2030 })).body.fields).toEqual([
      { path: 'value', code: 'policies.cap_below_anchor' },
    ])
    const low = { average: 40, good: 90, veryGood: 110 }
    expect((await propose(team.call, 'result.bands', low, { year: 2030 })).body.fields).toMatchObject([
      { path: 'value', code: 'policies.bands_beside_anchors', params: { below: 50 } },
    ])
  })

  it('two that fit what holds but not each other: the second cannot be confirmed', async () => {
    const anchors = await propose(
      team.call,
      'achievement.anchors',
      { below: 60, meets: 100, exceeds: 120 },
      { year: 2031 },
    )
    expect(anchors.body.fields).toMatchObject([{ code: 'policies.bands_beside_anchors' }])
    const bands = await propose(team.call, 'result.bands', { average: 60, good: 90, veryGood: 120 }, { year: 2031 })
    expect(bands.status).toBe(200)
    const lower = await propose(
      team.call,
      'achievement.anchors',
      { below: 50, meets: 95, exceeds: 115 },
      { year: 2031 },
    )
    expect(lower.status).toBe(200)
    expect((await act(office.call, 'confirm', bands.body.proposal.id)).status).toBe(200)
    expect(await act(office.call, 'confirm', lower.body.proposal.id)).toMatchObject({
      status: 409,
      body: { code: 'policies.bands_beside_anchors' },
    })
  })
})

describe('two at once', () => {
  it('of several who decide one proposal, one is heard', async () => {
    for (let round = 0; round < 8; round += 1) {
      const year = 2040 + round
      const { body } = await propose(head.call, 'curve.mode', 'raise_only', { year })
      const answers = await Promise.all([
        act(office.call, 'confirm', body.proposal.id),
        act(deputy.call, 'decline', body.proposal.id),
        act(deputy.call, 'confirm', body.proposal.id),
        act(head.call, 'withdraw', body.proposal.id),
      ])
      expect(answers.map((one) => one.status).toSorted()).toEqual([200, 409, 409, 409])
      const winner = answers.find((one) => one.status === 200)?.body.status
      expect((await held('curve.mode', year)).value).toBe(winner === 'in_force' ? 'raise_only' : null)
    }
  })

  it('of two who propose over the same version, one is heard', async () => {
    const answers = await Promise.all([
      propose(team.call, 'result.formula', 'seed_literal_mean', { year: 2050 }),
      propose(administrator.call, 'result.formula', 'seed_literal_mean', { year: 2050 }),
    ])
    expect(answers.map((one) => one.status).toSorted()).toEqual([200, 412])
  })
})

describe('a year whose results are frozen', () => {
  const frozen = new Set<number>()
  afterEach(() => frozen.clear())
  connectPolicies({ frozenYear: async (_tx, { year }) => frozen.has(year) })

  it('keeps what decides its grades, and nothing else', async () => {
    frozen.add(2060)
    expect(await propose(head.call, 'curve.guard_weak', false, { year: 2060 })).toMatchObject({
      status: 409,
      body: { code: 'policies.year_frozen', params: { year: 2060 } },
    })
    expect(
      (await propose(administrator.call, 'grievance.periods', { file: 20, acknowledge: 3, decide: 30 }, { year: 2060 }))
        .status,
    ).toBe(200)
    expect((await head.call('GET /api/policies', { query: { year: 2060 } })).body.frozen).toBe(true)
  })

  it('keeps it from a change of an earlier year that it would take over', async () => {
    frozen.add(2026)
    expect(await propose(team.call, 'excellence.conditions', 4, { year: 2025 })).toMatchObject({ status: 403 })
    expect(await propose(administrator.call, 'excellence.conditions', 4, { year: 2025 })).toMatchObject({
      status: 409,
      body: { code: 'policies.year_frozen', params: { year: 2026 } },
    })
    // The shares of another year never go on to it.
    expect((await propose(head.call, 'curve.shares', shares, { year: 2025 })).status).toBe(200)
  })

  it('is not changed by what was proposed before', async () => {
    const { body } = await propose(head.call, 'curve.strata', 'sector', { year: 2061 })
    frozen.add(2061)
    expect(await act(office.call, 'confirm', body.proposal.id)).toMatchObject({
      status: 409,
      body: { code: 'policies.year_frozen' },
    })
    expect((await act(office.call, 'decline', body.proposal.id)).status).toBe(200)
  })

  it('keeps what it was frozen with, when somebody confirms at the same time', async () => {
    const { body } = await propose(head.call, 'curve.strata', 'job_family', { year: 2062 })
    const { snapshot, confirming } = await api.inside(entityId, async (tx) => {
      const snapshot = await policySnapshot(tx, { year: 2062 })
      const confirming = act(office.call, 'confirm', body.proposal.id)
      await new Promise((resolve) => setTimeout(resolve, 200))
      frozen.add(2062)
      return { snapshot, confirming: { confirming } }
    })
    expect((await confirming.confirming).body).toMatchObject({ code: 'policies.year_frozen' })
    expect(snapshot['curve.strata']).toMatchObject({ value: 'none', version: 0, official: false })
    expect(snapshot['grievance.periods']).toMatchObject({ value: { file: 20 }, version: 1, official: true })
    expect((await held('curve.strata', 2062)).value).toBe('none')
  })
})

describe('another entity', () => {
  it('neither sees nor decides a proposal', async () => {
    const { body } = await propose(head.call, 'curve.minimum_group', 25, { year: 2070 })
    const elsewhere = await api.entity()
    const stranger = await employee('stranger', ['head_office'], elsewhere)
    expect((await act(stranger.call, 'confirm', body.proposal.id)).status).toBe(404)
    const seen = await stranger.call('GET /api/policies/proposals/:id', { params: { id: body.proposal.id } })
    expect(seen.status).toBe(404)
  })
})
