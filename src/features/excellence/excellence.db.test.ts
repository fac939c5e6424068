import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { claimed, excellenceWorld, year } from '../../../tests/support/excellence-world.ts'
import { noon } from '../../../tests/support/performance-world.ts'
import { newId } from '../../platform/db/ids.ts'
import { testDatabase } from '../../platform/db/test-database.ts'
import { excellenceYearMoved, undecidedExcellence } from './public.ts'
import { downloadFile } from './usecases/files.ts'
import { listCases, listTeam } from './usecases/lists.ts'
import { designate, endDesignation } from './usecases/projects.ts'
import { raiseRequest, showMine } from './usecases/request.ts'

const { db } = await testDatabase()
type World = Awaited<ReturnType<typeof excellenceWorld>>
const code = (value: string) => ({ code: value })
const hidden = { status: 404 }

const itemsOf = (world: World, id: string) =>
  world.run(async (tx) => {
    const { rows } = await sql<{ kind: string; who: string }>`
      SELECT kind, assignee_id AS who FROM work_items WHERE subject_id = ${id} AND closed_at IS NULL ORDER BY kind, who`.execute(
      tx,
    )
    return rows
  })
const toldOf = (world: World, recipientId: string) =>
  world.run(async (tx) => {
    const { rows } = await sql<{ kind: string }>`
      SELECT kind FROM notices WHERE recipient_id = ${recipientId} AND kind LIKE 'excellence.%' ORDER BY id`.execute(tx)
    return rows.map(({ kind }) => kind)
  })

describe('the gate', () => {
  test('only whoever reached very good is nominated, by the own supervisor alone', async () => {
    const world = await excellenceWorld(db)
    await expect(world.begin('boss', 'deputy')).rejects.toMatchObject(code('excellence.gate'))
    for (const who of ['employee', 'colleague', 'deputy', 'boss', 'team', 'admin', 'head'] as const) {
      await expect(world.begin(who), who).rejects.toMatchObject(hidden)
    }
    const team = await world.run((tx) => listTeam({ ...world.by('supervisor', tx), year }))
    expect(team.rows.map(({ employee, begin }) => [employee.id, begin.allowed])).toEqual([
      [world.ids.employee, true],
      [world.ids.colleague, true],
    ])
    await world.begin()
    await expect(world.begin()).rejects.toMatchObject(code('excellence.once'))
  })

  test('nothing is nominated before the freeze or after the approvals', async () => {
    const world = await excellenceWorld(db)
    const id = await world.complete()
    await world.run((tx) => sql`UPDATE appraisal_years SET status = 'approved'`.execute(tx))
    await expect(world.move(id, 'submit', 'supervisor')).rejects.toMatchObject(code('excellence.window_closed'))
    await expect(world.begin('supervisor', 'colleague')).rejects.toMatchObject(code('excellence.window_closed'))
  })
})

describe('the dossier', () => {
  test('needs words and evidence for each condition, and tells what is missing', async () => {
    const world = await excellenceWorld(db)
    const id = await world.begin()
    await expect(world.move(id, 'submit', 'supervisor')).rejects.toMatchObject(code('excellence.incomplete'))
    for (const condition of claimed) await world.claim(id, 'supervisor', condition)
    for (const condition of claimed.slice(1)) await world.attach(id, 'supervisor', condition)
    expect((await world.show(id, 'supervisor')).can.submit).toEqual({ allowed: false, why: 'excellence.incomplete' })
    await world.attach(id, 'supervisor', 'works')
    await world.move(id, 'submit', 'supervisor')
    expect(await itemsOf(world, id)).toEqual([{ kind: 'excellence.verify', who: world.committee.chair }])
    expect(await toldOf(world, world.ids.employee)).toEqual(['excellence.nominated'])
    await expect(world.claim(id, 'supervisor', 'works')).rejects.toMatchObject(code('workflow.not_open'))
  })

  test('a key result of the person’s own documents is evidence, one of anybody else is not', async () => {
    const world = await excellenceWorld(db)
    const id = await world.begin()
    const keyResults = { employee: '', colleague: '' }
    for (const who of ['employee', 'colleague'] as const) {
      const document = world.documentOf(who)
      keyResults[who] = await world.run((tx) => assessedKeyResult(tx, document, world.ids[who]))
    }
    await world.link(id, 'supervisor', 'works', keyResults.employee)
    const { claims } = await world.show(id, 'supervisor')
    expect(claims[0]?.evidence[0]?.keyResult?.id).toBe(keyResults.employee)
    await expect(world.link(id, 'supervisor', 'works', keyResults.employee)).rejects.toMatchObject(
      code('excellence.linked_already'),
    )
    await expect(world.link(id, 'supervisor', 'teams', keyResults.colleague)).rejects.toMatchObject(
      code('excellence.other_key_result'),
    )
  })

  test('the sixth condition applies once the head designates a project, and stays as it was for what was sent', async () => {
    const world = await excellenceWorld(db)
    const sent = await world.submitted()
    const open = await world.complete('colleague')
    const { projects } = await world.run((tx) =>
      designate({ ...world.by('head', tx), year, title: 'مشروع المنصة الموحدة', note: '' }),
    )
    expect((await world.show(sent, 'supervisor')).requirement).toEqual({ applicable: 4, needed: 4 })
    expect((await world.show(open, 'supervisor')).requirement).toEqual({ applicable: 5, needed: 5 })
    await expect(world.move(open, 'submit', 'supervisor')).rejects.toMatchObject(code('excellence.incomplete'))
    await world.run((tx) => endDesignation({ ...world.by('head', tx), id: projects[0]?.id ?? '' }))
    await world.move(open, 'submit', 'supervisor')
  })

  test('a draft that nobody asked for exists for its supervisor alone', async () => {
    const world = await excellenceWorld(db)
    const id = await world.complete()
    for (const who of ['employee', 'colleague', 'boss', 'head', 'team', 'admin', 'deputy'] as const) {
      await expect(world.show(id, who), who).rejects.toMatchObject(hidden)
    }
    await expect(world.show(id, { id: world.committee.chair })).rejects.toMatchObject(hidden)
    const fileId = (await world.show(id, 'supervisor')).claims[0]?.evidence[0]?.file?.id ?? ''
    await expect(
      world.run((tx) => downloadFile({ ...world.by({ id: world.committee.first }, tx), id, fileId })),
    ).rejects.toMatchObject(hidden)
  })
})

describe('the employee’s own request', () => {
  test('is answered by a nomination or by a refusal whose reason the employee reads', async () => {
    const world = await excellenceWorld(db)
    const id = await world.request()
    expect(await itemsOf(world, id)).toEqual([{ kind: 'excellence.answer', who: world.ids.supervisor }])
    await expect(world.request()).rejects.toMatchObject(code('excellence.once'))
    await expect(world.move(id, 'refuse', 'supervisor', { reason: undefined })).rejects.toMatchObject(
      code('workflow.needs_reason'),
    )
    await world.move(id, 'refuse', 'supervisor', { reasonCode: 'EXC-03', reason: 'لا دليل على أثر المقترحين حتى الآن' })
    const mine = await world.run((tx) => showMine({ ...world.by('employee', tx), year }))
    expect(mine.dossier?.refusal).toMatchObject({ code: 'EXC-03', reason: 'لا دليل على أثر المقترحين حتى الآن' })
    expect(await toldOf(world, world.ids.employee)).toEqual(['excellence.refused'])
    expect(await itemsOf(world, id)).toEqual([])
  })

  test('silence lets the higher official answer; whoever nominates then does not ratify', async () => {
    const world = await excellenceWorld(db)
    const id = await world.request()
    await expect(world.show(id, 'boss')).rejects.toMatchObject(hidden)
    await world.run((tx) => raiseRequest({ id, newId, now: noon, tx }))
    expect((await itemsOf(world, id)).map(({ who }) => who).sort()).toEqual(
      [world.ids.supervisor, world.ids.boss].sort(),
    )
    await world.move(id, 'begin', 'boss')
    for (const condition of claimed) {
      await world.claim(id, 'boss', condition)
      await world.attach(id, 'boss', condition)
    }
    await world.move(id, 'submit', 'boss')
    expect((await world.show(id, 'boss')).official?.id).toBe(world.ids.head)
  })

  test('what the employee attaches is seen by the supervisor, and only the employee takes it out', async () => {
    const world = await excellenceWorld(db)
    const id = await world.request()
    await world.attach(id, 'employee', 'works')
    const [works] = (await world.show(id, 'supervisor')).claims
    expect(works?.evidence).toMatchObject([{ byEmployee: true, removable: false }])
    await world.move(id, 'begin', 'supervisor')
    await world.claim(id, 'supervisor', 'teams')
    await world.attach(id, 'supervisor', 'teams')
    const seen = await world.show(id, 'employee')
    expect(seen.claims.map(({ words, evidence }) => [words, evidence.length]).slice(0, 2)).toEqual([
      ['', 1],
      ['', 0],
    ])
    expect(seen.result).toBe(null)
  })

  test('an unanswered request holds the approval of the year back', async () => {
    const world = await excellenceWorld(db)
    const count = () => world.run((tx) => undecidedExcellence(tx, { year }))
    expect(await count()).toBe(0)
    const id = await world.request()
    expect(await count()).toBe(1)
    await world.move(id, 'begin', 'supervisor')
    expect(await count()).toBe(1)
    await world.move(id, 'refuse', 'supervisor', { reasonCode: 'EXC-03' })
    expect(await count()).toBe(0)
  })
})

describe('the verification', () => {
  test('is made condition by condition by members without a conflict, with a quorum', async () => {
    const world = await excellenceWorld(db)
    const { chair, first, second, secretary } = world.committee
    const id = await world.submitted()
    await expect(world.move(id, 'verify', { id: chair })).rejects.toMatchObject(code('excellence.not_examined'))
    await expect(world.examine(id, { id: secretary }, 'works')).rejects.toMatchObject(hidden)
    await expect(world.examine(id, { id: first }, 'designated')).rejects.toMatchObject(code('excellence.not_claimed'))
    for (const condition of claimed) await world.examine(id, { id: first }, condition)
    expect((await world.show(id, 'employee')).claims[0]?.finding).toBe(null)
    await expect(world.move(id, 'verify', { id: first })).rejects.toMatchObject({ status: 403 })
    await expect(world.move(id, 'verify', { id: chair }, { memberIds: [first] })).rejects.toMatchObject(
      code('excellence.no_quorum'),
    )
    await expect(world.move(id, 'verify', { id: chair }, { memberIds: [first, secretary] })).rejects.toMatchObject(
      code('excellence.member_not_fit'),
    )
    await world.move(id, 'verify', { id: chair }, { memberIds: [first, second] })
    expect(await itemsOf(world, id)).toEqual([{ kind: 'excellence.ratify', who: world.ids.boss }])
    expect((await world.show(id, 'employee')).claims[0]?.finding).toMatchObject({ met: true })
    expect(await toldOf(world, world.ids.supervisor)).toEqual(['excellence.verified'])
  })

  test('a relative in the committee is a stranger to the case, and without them there may be no quorum', async () => {
    const world = await excellenceWorld(db)
    const { chair, first } = world.committee
    await world.relate(chair, world.ids.employee)
    const id = await world.submitted()
    await expect(world.show(id, { id: chair })).rejects.toMatchObject(hidden)
    const [item] = await itemsOf(world, id)
    expect(item?.who).not.toBe(chair)
    for (const condition of claimed) await world.examine(id, { id: first }, condition)
    await expect(world.move(id, 'verify', { id: item?.who ?? '' })).rejects.toMatchObject(code('excellence.no_quorum'))
  })

  test('a supervisor who sits in the committee verifies nothing of the own nominee', async () => {
    const world = await excellenceWorld(db)
    await world.run((tx) =>
      sql`INSERT INTO memberships (id, employee_id, body, capacity, valid_from)
          VALUES (${newId()}, ${world.ids.supervisor}, 'review', 'member', '2025-01-01')`.execute(tx),
    )
    const id = await world.submitted()
    await expect(world.examine(id, 'supervisor', 'works')).rejects.toMatchObject({ status: 403 })
  })
})

describe('the decision', () => {
  test('makes the rank excellent, through the record of changes, with code and text', async () => {
    const world = await excellenceWorld(db)
    const id = await world.verified()
    await expect(world.move(id, 'ratify', 'boss')).rejects.toMatchObject(code('excellence.not_signed'))
    await world.sign()
    for (const who of ['supervisor', 'head', 'employee'] as const) {
      await expect(world.move(id, 'ratify', who), who).rejects.toMatchObject({ status: 403 })
    }
    await expect(world.move(id, 'ratify', { id: world.committee.chair })).rejects.toMatchObject({ status: 403 })
    await expect(world.move(id, 'ratify', 'boss', { reasonCode: 'CAL-01' })).rejects.toMatchObject(
      code('excellence.unknown_reason'),
    )
    await world.move(id, 'ratify', 'boss')
    expect(await world.rankOf('employee')).toBe('excellent')
    const change = await world.run(async (tx) => {
      const { rows } = await sql`SELECT stage, from_rank, to_rank, reason_code, source_id FROM rank_changes`.execute(tx)
      return rows
    })
    expect(change).toEqual([
      { stage: 'excellence', from_rank: 'very_good', to_rank: 'excellent', reason_code: 'EXC-01', source_id: id },
    ])
    expect(await toldOf(world, world.ids.employee)).toContain('excellence.ratified')
    expect(await world.run((tx) => undecidedExcellence(tx, { year }))).toBe(0)
  })

  test('a delegate of the official cannot ratify: it is never passed downwards', async () => {
    const world = await excellenceWorld(db)
    const id = await world.verified()
    await world.sign()
    await world.run((tx) =>
      sql`INSERT INTO delegations (id, delegator_id, delegate_id, scopes, starts_on, ends_on, reason, created_by, created_at)
          VALUES (${newId()}, ${world.ids.boss}, ${world.ids.deputy}, ARRAY['approve_documents', 'approve_achievement', 'escalate'],
                  '2026-01-01', '2026-02-28', 'إجازة', ${world.ids.boss}, ${noon})`.execute(tx),
    )
    await expect(world.move(id, 'ratify', 'deputy')).rejects.toMatchObject(hidden)
    await expect(world.move(id, 'ratify', 'supervisor')).rejects.toMatchObject({ status: 403 })
  })

  test('a dossier that met too few conditions can only be turned down', async () => {
    const world = await excellenceWorld(db)
    const id = await world.verified('employee', 'supervisor', 3)
    await world.sign()
    await expect(world.move(id, 'ratify', 'boss')).rejects.toMatchObject(code('excellence.too_few_met'))
    await world.move(id, 'reject', 'boss', { reasonCode: 'EXC-04' })
    expect(await world.rankOf('employee')).toBe(null)
    expect((await world.show(id, 'employee')).decision).toMatchObject({ code: 'EXC-04' })
  })

  test('the last seat goes to the higher result; the other is told that the seats are taken', async () => {
    const world = await excellenceWorld(db)
    const higher = await world.verified('employee')
    const lower = await world.verified('colleague')
    await world.sign()
    await expect(world.move(lower, 'ratify', 'boss')).rejects.toMatchObject(code('excellence.others_first'))
    await expect(world.move(lower, 'passOver', 'boss')).rejects.toMatchObject(code('excellence.seat_not_taken'))
    await world.move(higher, 'ratify', 'boss')
    await expect(world.move(lower, 'ratify', 'boss')).rejects.toMatchObject(code('excellence.no_seat'))
    await expect(world.submitted('stranger', 'deputy')).rejects.toMatchObject(code('excellence.decisions_begun'))
    await world.move(lower, 'passOver', 'boss', { reasonCode: 'EXC-07' })
    const { groups } = await world.run((tx) => listCases({ ...world.by('head', tx), year }))
    expect(groups).toMatchObject([{ seats: 1, ratified: 1, unused: 0 }])
    expect(groups[0]?.nominations.map(({ id, place }) => [id, place])).toEqual([
      [higher, 1],
      [lower, 2],
    ])
  })

  test('of two ratifications for the last seat at once only one passes', async () => {
    const world = await excellenceWorld(db)
    const higher = await world.verified('employee')
    const lower = await world.verified('stranger', 'deputy')
    await world.sign()
    const answers = await Promise.allSettled([
      world.move(lower, 'ratify', 'boss'),
      world.move(higher, 'ratify', 'boss'),
    ])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
    expect([await world.rankOf('employee'), await world.rankOf('stranger')]).toEqual(['excellent', null])
  })

  test('a year that is signed anew asks again about whoever the committee has moved since', async () => {
    const world = await excellenceWorld(db)
    const id = await world.verified()
    await world.sign()
    await world.move(id, 'ratify', 'boss')
    await world.run((tx) =>
      sql`UPDATE annual_results SET final_rank = 'very_good' WHERE employee_id = ${world.ids.employee}`.execute(tx),
    )
    await world.run((tx) => excellenceYearMoved(tx, { year, move: 'sign', actor: null, newId, now: noon }))
    expect((await world.show(id, 'boss')).status).toBe('verified')
    expect(await itemsOf(world, id)).toEqual([{ kind: 'excellence.ratify', who: world.ids.boss }])
    await world.move(id, 'ratify', 'boss')
    expect(await world.rankOf('employee')).toBe('excellent')
  })

  test('two at one dossier: the second reads what the first has changed', async () => {
    const world = await excellenceWorld(db)
    const id = await world.verified()
    await world.sign()
    const version = await world.versionOf(id)
    const answers = await Promise.allSettled([
      world.move(id, 'reject', 'boss', { version, reasonCode: 'EXC-05' }),
      world.move(id, 'ratify', 'boss', { version }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})

/** A key result of a document with what was reached. */
async function assessedKeyResult(
  tx: Parameters<Parameters<World['run']>[0]>[0],
  documentId: string,
  employeeId: string,
): Promise<string> {
  const [objective, keyResult] = [newId(), newId()]
  await sql`INSERT INTO objectives (id, document_id, position, title, class) VALUES (${objective}, ${documentId}, 9, 'هدف', 'routine')`.execute(
    tx,
  )
  await sql`INSERT INTO key_results (id, document_id, objective_id, position, statement, data_type, target_below, target_meets, target_exceeds, weight)
            VALUES (${keyResult}, ${documentId}, ${objective}, 1, 'نتيجة رئيسية', 'number', 1, 2, 3, 1000)`.execute(tx)
  await sql`UPDATE performance_documents SET weight_total = 1000 WHERE id = ${documentId}`.execute(tx)
  await sql`INSERT INTO assessments (document_id, employee_id, cycle_id, opened_at, updated_at)
            SELECT id, ${employeeId}, cycle_id, ${noon}, ${noon} FROM performance_documents WHERE id = ${documentId}`.execute(
    tx,
  )
  await sql`INSERT INTO achievements (key_result_id, document_id, weight, data_type, target_below, target_meets, target_exceeds, recorded, actual, claimed, achievement, level)
            VALUES (${keyResult}, ${documentId}, 1000, 'number', 1, 2, 3, true, 2, 2, 100000000, 'meets')`.execute(tx)
  return keyResult
}
