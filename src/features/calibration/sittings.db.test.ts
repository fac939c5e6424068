import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { relationBetween } from '../../../tests/support/committee-relations.ts'
import { type CommitteeWorld, committeeWorld, year } from '../../../tests/support/committee-world.ts'
import { testDatabase } from '../../platform/db/test-database.ts'

const { db } = await testDatabase()
/** Ten people: the line of lifting runs after the third (20 % and 10 % of ten). */
const results = [118, 112, 108, 107, 104, 101, 99, 95, 80, 45]
const world = async (more: Partial<Parameters<typeof committeeWorld>[1]> = {}) => {
  const made = await committeeWorld(db, { results, ...more })
  await made.frozen()
  return made
}
const refused = (code: string, params?: object) => ({ code, ...(params && { params }) })
const rankOf = async (made: CommitteeWorld, place: number) => {
  const [row] = await made.rows(
    sql<{ rank: string; changes: number }>`SELECT coalesce(final_rank, curve_rank) AS rank,
      (SELECT count(*)::int FROM rank_changes c WHERE c.employee_id = r.employee_id AND c.stage = 'committee') AS changes
      FROM annual_results r WHERE employee_id = ${made.people[place]}`,
  )
  return row
}

describe('the curve of a frozen year', () => {
  test('is applied at the freeze, with a generated reason for each difference', async () => {
    const made = await world()
    const { groups, ranked, missing, total } = await made.workbench()
    expect({ ranked, missing }).toEqual({ ranked: 10, missing: [] })
    expect(groups[0]).toMatchObject({
      people: 10,
      hasQuotas: true,
      mode: 'raise_only',
      pool: 3,
      curve: { raised: 1, lowered: 0 },
    })
    expect(total?.now).toEqual({ weak: 1, average: 1, good: 5, very_good: 3, excellent: 0 })
    const reasons = await made.rows(
      sql<{ code: string }>`SELECT reason_code AS code FROM rank_changes WHERE stage = 'curve'`,
    )
    expect(reasons).toEqual([{ code: 'CRV-03' }])
  })

  test('waits while shares or mode are empty, and says which', async () => {
    const made = await world({ shares: null, mode: null })
    const { missing, groups, signing, can } = await made.workbench()
    expect(missing).toEqual(['curve.shares', 'curve.mode'])
    expect(groups).toEqual([])
    expect(signing.blocks[0]?.code).toBe('curve_missing')
    expect(can.callSitting).toEqual({ allowed: false, why: 'calibration.curve_missing' })
    await expect(made.call()).rejects.toMatchObject(refused('calibration.curve_missing'))
  })

  test('shows the three modes side by side before the mode is chosen', async () => {
    const { groups, missing } = await (await world({ mode: null })).workbench()
    expect(missing).toEqual(['curve.mode'])
    expect(groups[0]?.modes.map((one) => [one.mode, one.raised, one.lowered])).toEqual([
      ['full_curve', 2, 0],
      ['raise_only', 1, 0],
      ['advisory', 0, 0],
    ])
  })

  test.each([1, 2, 3, 7, 19])(
    'of %i people gives everybody a rank, with seats only from the minimum on',
    async (size) => {
      const made = await world({ results: Array.from({ length: size }, (_, index) => 60 + index), minimumGroup: 7 })
      const { groups } = await made.workbench()
      expect(groups).toHaveLength(1)
      expect(groups[0]).toMatchObject({
        people: size,
        hasQuotas: size >= 7,
        mode: size >= 7 ? 'raise_only' : 'advisory',
      })
      const [row] = await made.rows(
        sql<{ n: number }>`SELECT count(*)::int AS n FROM annual_results WHERE curve_rank IS NULL`,
      )
      expect(row?.n).toBe(0)
    },
  )

  test('where all are equal keeps them together and lays the tie before the committee', async () => {
    const made = await world({ results: Array.from({ length: 10 }, () => 100) })
    const cases = await made.cases()
    expect(cases.map((one) => one.origin)).toEqual(Array.from({ length: 10 }, () => 'tie'))
    const { tie } = await made.caseOf(cases[0]?.id ?? '')
    expect(tie).toMatchObject({ seats: 3, beyond: 7 })
    expect(tie?.people.filter((one) => one.up)).toHaveLength(3)
    expect(tie?.people[0]).toMatchObject({ position: 1, planWeight: 100 })
  })

  test('of a year in which nobody has a result leaves nothing to sign', async () => {
    const made = await world({ results: [] })
    const { groups, total, normal, signing } = await made.workbench()
    expect({ groups, total, normal, digest: signing.digest }).toEqual({
      groups: [],
      total: null,
      normal: null,
      digest: null,
    })
  })
})

describe('a case', () => {
  test('opens with a supervisor who sees another rank, and is taken back with the view', async () => {
    const made = await world()
    const subject = made.people[3] ?? ''
    await made.view(subject, 'very_good')
    expect(await made.cases()).toMatchObject([{ origin: 'supervisor_view', status: 'open', employee: { id: subject } }])
    await made.view(subject, 'good')
    expect(await made.cases()).toMatchObject([{ status: 'withdrawn' }])
  })

  test('is opened by a member or the higher official, never about oneself nor twice', async () => {
    const made = await world()
    const [first = '', second = ''] = made.people
    await made.openCase(first, 'second')
    await expect(made.openCase(first, 'third')).rejects.toMatchObject(refused('calibration.case_open'))
    await made.openCase(second, 'boss')
    expect((await made.cases()).map((one) => one.origin)).toEqual(['member', 'higher_official'])
    await expect(made.openCase(second, 'secretary')).rejects.toMatchObject({ status: 403 })
    await expect(made.openCase(second, 'supervisor')).rejects.toMatchObject({ status: 404 })
    await expect(made.openCase(made.ids.second, 'second')).rejects.toMatchObject({ status: 404 })
  })

  test('keeps the judgements of others closed until one has given the own', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    await made.vote(id, 'chair', 'very_good')
    expect(await made.caseOf(id, 'third')).toMatchObject({
      votesBefore: null,
      before: { votes: 1, voters: 5, mine: null },
    })
    await made.vote(id, 'third', 'good')
    expect((await made.caseOf(id, 'third')).votesBefore).toHaveLength(2)
    expect((await made.caseOf(id, 'secretary')).votesBefore).toBeNull()
    await expect(made.vote(id, 'secretary', 'good')).rejects.toMatchObject({ status: 403 })
    await expect(made.vote(id, 'head', 'good')).rejects.toMatchObject({ status: 403 })
    await expect(made.vote(id, 'team', 'good')).rejects.toMatchObject({ status: 404 })
  })

  test('is not judged by a relative, by the line, by whoever stepped back, nor by its subject', async () => {
    const made = await world()
    const subject = made.people[3] ?? ''
    const { id } = await made.openCase(subject)
    await made.run((tx) => relationBetween(tx, made.ids.third, subject))
    await made.run(async (tx) => {
      await sql`UPDATE annual_results SET higher_official_id = ${made.ids.fourth} WHERE employee_id = ${subject}`.execute(
        tx,
      )
    })
    await made.vote(id, 'fifth', 'good')
    await made.recuse(id, 'fifth')
    for (const who of ['third', 'fourth', 'fifth'] as const) {
      await expect(made.vote(id, who, 'good')).rejects.toMatchObject(refused('calibration.recused'))
    }
    const { recusals, before } = await made.caseOf(id)
    expect(recusals.map((one) => one.cause).toSorted()).toEqual(['declared', 'line', 'relative'])
    expect(before).toMatchObject({ votes: 0, voters: 2 })
  })

  test('is refused by the database too, whatever the program believes', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    await made.recuse(id, 'fifth')
    await expect(
      made.run(async (tx) => {
        await sql`INSERT INTO case_votes (case_id, member_id, stage, employee_id, rank, at)
                  VALUES (${id}, ${made.ids.fifth}, 'sitting', ${made.people[3]}, 'good', now())`.execute(tx)
      }),
    ).rejects.toThrow(/recused/)
    await expect(
      made.run(async (tx) => {
        await sql`INSERT INTO case_votes (case_id, member_id, stage, employee_id, rank, at)
                  VALUES (${id}, ${made.people[3]}, 'sitting', ${made.people[3]}, 'good', now())`.execute(tx)
      }),
    ).rejects.toThrow(/case_votes_own/)
  })
})

describe('a sitting', () => {
  test('opens with its quorum only; the secretary does not count', async () => {
    const made = await world()
    const { id } = await made.call()
    for (const who of ['chair', 'second', 'secretary'] as const) await made.attend(id, who)
    await expect(made.move(id, 'open')).rejects.toMatchObject(
      refused('calibration.quorum_lost', { present: 2, needed: 3 }),
    )
    await made.attend(id, 'third')
    await expect(made.move(id, 'open', 'secretary')).rejects.toMatchObject({ status: 403 })
    await made.move(id, 'open')
    expect(await made.sitting(id)).toMatchObject({ status: 'open', quorum: { present: 3, met: true } })
  })

  test('decides by the majority of those present, and the rank changes with its reason', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    await made.opened('chair', 'second', 'third')
    await made.vote(id, 'chair', 'very_good')
    await expect(made.decide(id, 'chair', 'very_good')).rejects.toMatchObject(refused('calibration.no_majority'))
    await made.vote(id, 'second', 'very_good')
    await expect(made.decide(id, 'chair', 'good')).rejects.toMatchObject(refused('calibration.no_majority'))
    await expect(made.decide(id, 'second', 'very_good')).rejects.toMatchObject({ status: 403 })
    await expect(made.decide(id, 'chair', 'very_good', 'SUP-01')).rejects.toMatchObject(
      refused('calibration.unknown_reason'),
    )
    await made.decide(id, 'chair', 'very_good')
    expect(await rankOf(made, 3)).toEqual({ rank: 'very_good', changes: 1 })
    expect(await made.caseOf(id)).toMatchObject({
      status: 'decided',
      majority: 'very_good',
      decision: { code: 'CAL-01' },
    })
  })

  test('keeps a rank with a reason, and writes no change', async () => {
    const made = await world()
    await made.view(made.people[3] ?? '', 'very_good')
    const [one] = await made.cases()
    await made.opened('chair', 'second', 'third')
    for (const who of ['chair', 'second'] as const) await made.vote(one?.id ?? '', who, 'good')
    await made.decide(one?.id ?? '', 'chair', 'good', 'CAL-02')
    expect(await rankOf(made, 3)).toEqual({ rank: 'good', changes: 0 })
    expect((await made.cases()).filter((it) => it.status === 'open')).toEqual([])
  })

  test('that loses its quorum in the middle of a vote refuses vote and decision, and nothing is half written', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    const sitting = await made.opened('chair', 'second', 'third')
    for (const who of ['chair', 'second', 'third'] as const) await made.vote(id, who, 'very_good')
    await made.attend(sitting, 'third', false)
    await expect(made.vote(id, 'second', 'good')).rejects.toMatchObject(
      refused('calibration.quorum_lost', { present: 2, needed: 3 }),
    )
    await expect(made.decide(id, 'chair', 'very_good')).rejects.toMatchObject(refused('calibration.quorum_lost'))
    expect(await made.caseOf(id)).toMatchObject({ status: 'open', sitting: { votes: 3 } })
    expect(await rankOf(made, 3)).toEqual({ rank: 'good', changes: 0 })
  })

  test('counts only votes of those who are still there', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    const sitting = await made.opened('chair', 'second', 'third', 'fourth')
    for (const who of ['third', 'fourth'] as const) await made.vote(id, who, 'very_good')
    await made.vote(id, 'second', 'good')
    await made.attend(sitting, 'fourth', false)
    await expect(made.decide(id, 'chair', 'very_good')).rejects.toMatchObject(refused('calibration.no_majority'))
  })

  test('lets another judge record the decision where the chair may not judge', async () => {
    const made = await world()
    const subject = made.people[3] ?? ''
    const { id } = await made.openCase(subject)
    await made.run((tx) => relationBetween(tx, subject, made.ids.chair))
    await made.opened('chair', 'second', 'third')
    for (const who of ['second', 'third'] as const) await made.vote(id, who, 'very_good')
    await expect(made.decide(id, 'chair', 'very_good')).rejects.toMatchObject(refused('calibration.recused'))
    await made.decide(id, 'second', 'very_good')
    expect(await made.rows(sql`SELECT cause FROM case_recusals`)).toEqual([{ cause: 'relative' }])
  })

  test('separates equals only in the order of the tie-breakers', async () => {
    const made = await world({ results: Array.from({ length: 10 }, () => 100) })
    const cases = await made.cases()
    const { tie } = await made.caseOf(cases[0]?.id ?? '')
    const [up, down] = [tie?.people.find((one) => one.up), tie?.people.findLast((one) => !one.up)]
    await made.opened('chair', 'second', 'third')
    for (const one of [up, down])
      for (const who of ['chair', 'second'] as const) await made.vote(one?.caseId ?? '', who, 'good')
    await expect(made.decide(up?.caseId ?? '', 'chair', 'good', 'CAL-03')).rejects.toMatchObject(
      refused('calibration.tie_order'),
    )
    await expect(made.decide(down?.caseId ?? '', 'chair', 'good', 'CAL-05')).rejects.toMatchObject(
      refused('calibration.tie_order'),
    )
    await made.decide(down?.caseId ?? '', 'chair', 'good', 'CAL-03')
  })

  test('closes with minutes only', async () => {
    const made = await world()
    const id = await made.opened('chair', 'second', 'third')
    await expect(made.move(id, 'close')).rejects.toMatchObject(refused('calibration.no_minutes'))
    await made.closed(id)
    await expect(made.minutes(id, 'نص آخر')).rejects.toMatchObject(refused('workflow.not_open'))
  })
})

describe('signing', () => {
  const ready = async (more = {}) => {
    const made = await world(more)
    await made.closed(await made.opened('chair', 'second', 'third', 'fourth'))
    return made
  }

  test('waits for cases, a sitting and its end', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    expect((await made.workbench()).signing.blocks).toEqual([
      { code: 'cases_open', count: 1 },
      { code: 'no_sitting', count: 1 },
    ])
    await made.withdraw(id, 'second')
    await made.closed(await made.opened('chair', 'second', 'third'))
    expect((await made.workbench()).signing.blocks).toEqual([])
  })

  test('makes the year signed with the quorum, the chair among them', async () => {
    const made = await ready()
    for (const who of ['second', 'third', 'fourth'] as const) {
      expect((await made.sign(who)).yearStatus).toBe('frozen')
    }
    await expect(made.sign('second')).rejects.toMatchObject(refused('calibration.already_signed'))
    await expect(made.sign('fifth')).rejects.toMatchObject(refused('calibration.not_in_sitting'))
    expect(await made.sign('chair')).toMatchObject({ yearStatus: 'signed' })
    const [state] = await made.rows(sql<{ status: string }>`SELECT status FROM appraisal_years WHERE year = ${year}`)
    expect(state?.status).toBe('signed')
    await expect(made.openCase(made.people[3] ?? '')).rejects.toMatchObject(refused('calibration.year_not_frozen'))
  })

  test('is for exactly what was shown: a changed rank withdraws the signatures', async () => {
    const made = await ready()
    await made.sign('second')
    const shown = (await made.workbench()).signing.digest ?? ''
    const { id } = await made.openCase(made.people[3] ?? '')
    const sitting = await made.opened('chair', 'second', 'third')
    for (const who of ['chair', 'second'] as const) await made.vote(id, who, 'very_good')
    await made.decide(id, 'chair', 'very_good')
    await made.closed(sitting)
    const { signing } = await made.workbench()
    expect(signing.digest).not.toBe(shown)
    expect(signing.signatures.every((one) => one.withdrawnAt !== null)).toBe(true)
    await expect(made.sign('chair', shown)).rejects.toMatchObject(refused('calibration.results_changed'))
  })
})

describe('at the same moment', () => {
  test('two decisions about one case: one stands, and the other finds it decided', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    await made.opened('chair', 'second', 'third')
    for (const who of ['chair', 'second'] as const) await made.vote(id, who, 'very_good')
    const both = await Promise.allSettled([
      made.decide(id, 'chair', 'very_good'),
      made.decide(id, 'chair', 'very_good'),
    ])
    expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(await rankOf(made, 3)).toEqual({ rank: 'very_good', changes: 1 })
  })

  test('a vote and the close: the vote is in the sitting, or is none', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    const sitting = await made.opened('chair', 'second', 'third')
    await made.minutes(sitting)
    await Promise.allSettled([made.vote(id, 'third', 'good'), made.move(sitting, 'close')])
    const votes = await made.rows(sql<{ stage: string }>`SELECT stage FROM case_votes`)
    const { status } = await made.sitting(sitting)
    expect(status).toBe('closed')
    expect(votes).toHaveLength(1)
    expect(['sitting', 'before']).toContain(votes[0]?.stage)
  })

  test('leaving and deciding: with the quorum gone nothing is decided', async () => {
    const made = await world()
    const { id } = await made.openCase(made.people[3] ?? '')
    const sitting = await made.opened('chair', 'second', 'third')
    for (const who of ['chair', 'second', 'third'] as const) await made.vote(id, who, 'very_good')
    const [left, decided] = await Promise.allSettled([
      made.attend(sitting, 'third', false),
      made.decide(id, 'chair', 'very_good'),
    ])
    expect(left?.status).toBe('fulfilled')
    const stands = await rankOf(made, 3)
    expect(stands).toEqual(
      decided?.status === 'fulfilled' ? { rank: 'very_good', changes: 1 } : { rank: 'good', changes: 0 },
    )
  })

  test('the last two signatures: the year is signed once', async () => {
    const made = await world()
    await made.closed(await made.opened('chair', 'second', 'third'))
    await made.sign('second')
    const both = await Promise.allSettled([made.sign('chair'), made.sign('third')])
    expect(both.some((one) => one.status === 'fulfilled' && one.value.yearStatus === 'signed')).toBe(true)
    const [state] = await made.rows(sql<{ status: string }>`SELECT status FROM appraisal_years`)
    expect(state?.status).toBe('signed')
  })

  test('signing and a new curve: nobody has signed what no longer stands', async () => {
    const made = await world()
    await made.closed(await made.opened('chair', 'second', 'third'))
    await Promise.allSettled([made.sign('second'), made.frozen('refreeze')])
    const { signing } = await made.workbench()
    const living = signing.signatures.filter((one) => one.withdrawnAt === null)
    const [row] = await made.rows(
      sql<{
        n: number
      }>`SELECT count(*)::int AS n FROM result_signatures WHERE withdrawn_at IS NULL AND encode(digest, 'hex') <> ${signing.digest}`,
    )
    expect(row?.n).toBe(0)
    expect(living.length).toBeLessThanOrEqual(1)
  })
})
