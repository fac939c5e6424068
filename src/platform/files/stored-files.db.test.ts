import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { testDatabase } from '../db/test-database.ts'
import { withEntity, withPlatform } from '../db/with-entity.ts'
import { receiveFile } from './receive-file.ts'
import { scanJob } from './scan-job.ts'
import { type FileScanner, scanWith } from './scanner.ts'
import { sendFile, sendPreview } from './send-file.ts'
import { fileMeta, openFile, removeFile } from './stored-files.ts'
import { pdfFile, pngFile } from './test-support/sample-files.ts'

const { db, owner } = await testDatabase()
const now = new Date('2026-03-01T08:00:00Z')
const megabyte = 1024 * 1024

let entityId = ''
let uploadedBy = ''
beforeEach(async () => {
  ;({ entityId, uploadedBy } = await entityWithOnePerson())
})
afterEach(() => scanWith(null))

async function entityWithOnePerson() {
  const entity = { id: newId(), code: `e-${randomBytes(6).toString('hex')}`, name_ar: 'جهة', name_en: 'Entity' }
  await withPlatform(db, (tx) =>
    tx
      .insertInto('entities')
      .values({ ...entity, created_at: now })
      .execute(),
  )
  const id = newId()
  const name = { name_ar: 'سالم', name_en: 'Salim' }
  const facts = { civil_number: '10000001', gender: 'male', hired_on: '2020-01-01', created_at: now } as const
  const unsaid = { employee_number: null, exited_on: null, phone: null, email: null, display_title: null }
  await withEntity(db, { entityId: entity.id }, (tx) =>
    tx
      .insertInto('employees')
      .values({ id, ...name, ...facts, ...unsaid })
      .execute(),
  )
  return { entityId: entity.id, uploadedBy: id }
}

const inside = <T>(work: (tx: Tx) => Promise<T>, scope = entityId) => withEntity(db, { entityId: scope }, work)
const text = (bytes: number) => ({ filename: 'a.txt', bytes: Buffer.alloc(bytes, 'سطر من التقرير\n') })
const plain = (bytes: number) => ({ filename: 'a.txt', bytes: Buffer.alloc(bytes, 'a line of the report\n') })
const receive = (tx: Tx, file: Parameters<typeof receiveFile>[1]['file'], more = {}) =>
  receiveFile(tx, { file, uploadedBy, newId, now, ...more })
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'taken',
    (error) => error.code,
  )
async function content(id: string) {
  return inside(async (tx) => {
    const parts: Buffer[] = []
    for await (const part of (await openFile(tx, { id })).chunks) parts.push(part)
    return Buffer.concat(parts)
  })
}
const rowsLeft = () =>
  inside(async (tx) => [
    (await tx.selectFrom('stored_files').select('id').execute()).length,
    (await tx.selectFrom('stored_file_chunks').select('file_id').execute()).length,
  ])

describe('a kept file', () => {
  test.each([1, 262_143, 262_144, 262_145, 20 * megabyte])('of %i bytes comes back to the last byte', async (size) => {
    const file = plain(size)
    const kept = await inside((tx) => receive(tx, file))
    expect(kept).toMatchObject({ size, name: 'a.txt', type: 'text/plain', status: 'unscanned', hasPreview: false })
    expect((await content(kept.id)).equals(file.bytes)).toBe(true)
  })

  test('may come in pieces of any size', async () => {
    const whole = pdfFile({ padding: 700_000 })
    async function* pieces() {
      for (let at = 0; at < whole.length; at += 9_973) yield whole.subarray(at, at + 9_973)
    }
    const kept = await inside((tx) => receive(tx, { filename: 'a.pdf', chunks: pieces }))
    expect((await content(kept.id)).equals(whole)).toBe(true)
  })

  test('is told by its digest, name, kind and picture, in the order asked for', async () => {
    const picture = await inside((tx) => receive(tx, { filename: 'صورة.PNG', bytes: pngFile({ words: 'Muscat' }) }))
    const other = await inside((tx) => receive(tx, text(40)))
    const told = await inside((tx) => fileMeta(tx, { ids: [other.id, newId(), picture.id] }))
    expect(told).toEqual([other, picture])
    expect(picture).toMatchObject({ name: 'صورة.png', extension: 'png', type: 'image/png', hasPreview: true })
    expect(picture.digest).toMatch(/^[0-9a-f]{64}$/)
    const shown = await inside((tx) => sendPreview(tx, { id: picture.id }))
    expect(shown).toMatchObject({ type: 'image/png', inline: true })
    expect('bytes' in shown && Buffer.from(shown.bytes).includes('Muscat')).toBe(false)
    expect(await refusal(inside((tx) => sendPreview(tx, { id: other.id })))).toBe('http.not_found')
  })

  test('is sent as bytes to save, whatever it is', async () => {
    const kept = await inside((tx) => receive(tx, { filename: 'a.pdf', bytes: pdfFile() }))
    const sent = await inside((tx) => sendFile(tx, { id: kept.id }))
    expect(sent).toMatchObject({ filename: 'a.pdf', type: 'application/octet-stream', size: kept.size })
    // Without a digest the browser is told to keep no copy.
    expect([sent.inline, sent.digest]).toEqual([undefined, undefined])
  })

  test('goes with all its content when it is removed', async () => {
    const kept = await inside((tx) => receive(tx, plain(600_000)))
    expect(await rowsLeft()).toEqual([1, 3])
    await inside((tx) => removeFile(tx, { id: kept.id }))
    expect(await rowsLeft()).toEqual([0, 0])
    expect(await refusal(inside((tx) => removeFile(tx, { id: kept.id })))).toBe('http.not_found')
    expect(await refusal(content(kept.id))).toBe('http.not_found')
  })

  test('is not packed a second time by the database', async () => {
    const { rows } = await owner.query(
      "SELECT attname, attstorage FROM pg_attribute WHERE attname IN ('content', 'preview') AND attrelid IN ('stored_files'::regclass, 'stored_file_chunks'::regclass) ORDER BY 1",
    )
    expect(rows).toEqual([
      { attname: 'content', attstorage: 'e' },
      { attname: 'preview', attstorage: 'e' },
    ])
  })
})

describe('nothing is kept', () => {
  test('of an empty file, or of one over the limit, which is not read to its end', async () => {
    let read = 0
    async function* endless() {
      for (;;) {
        read += megabyte
        yield Buffer.alloc(megabyte, 'a')
      }
    }
    expect(await refusal(inside((tx) => receive(tx, text(0))))).toBe('files.empty')
    expect(await refusal(inside((tx) => receive(tx, plain(20 * megabyte + 1))))).toBe('files.over_limit')
    expect(await refusal(inside((tx) => receive(tx, { filename: 'a.txt', chunks: endless })))).toBe('files.over_limit')
    expect(read).toBe(21 * megabyte)
    const limits = { maxBytes: 1000 }
    expect(await refusal(inside((tx) => receive(tx, plain(1001), { limits })))).toBe('files.over_limit')
    expect(await refusal(inside((tx) => receive(tx, plain(1001), { limits: { roomBytes: 1000 } })))).toBe(
      'files.no_room',
    )
    expect(await rowsLeft()).toEqual([0, 0])
  })

  test('when the upload breaks off in the middle', async () => {
    async function* broken() {
      yield Buffer.alloc(600_000, 'a')
      throw new Error('the sender went away')
    }
    await expect(inside((tx) => receive(tx, { filename: 'a.txt', chunks: broken }))).rejects.toThrow('went away')
    expect(await rowsLeft()).toEqual([0, 0])
  })

  test('when the change that it belongs to is rolled back', async () => {
    const failing = inside(async (tx) => {
      await receive(tx, plain(600_000))
      throw new Error('the change was refused')
    })
    await expect(failing).rejects.toThrow('the change was refused')
    expect(await rowsLeft()).toEqual([0, 0])
  })
})

test('another entity neither reads, sends, nor removes it', async () => {
  const kept = await inside((tx) => receive(tx, { filename: 'a.png', bytes: pngFile() }))
  const other = await entityWithOnePerson()
  const there = <T>(work: (tx: Tx) => Promise<T>) => refusal(inside(work, other.entityId))
  expect(await inside((tx) => fileMeta(tx, { ids: [kept.id] }), other.entityId)).toEqual([])
  expect(await there((tx) => openFile(tx, { id: kept.id }))).toBe('http.not_found')
  expect(await there((tx) => sendFile(tx, { id: kept.id }))).toBe('http.not_found')
  expect(await there((tx) => sendPreview(tx, { id: kept.id }))).toBe('http.not_found')
  expect(await there((tx) => removeFile(tx, { id: kept.id }))).toBe('http.not_found')
  const chunks = await inside((tx) => tx.selectFrom('stored_file_chunks').selectAll().execute(), other.entityId)
  expect(chunks).toEqual([])
  expect(await rowsLeft()).toEqual([1, 1])
})

describe('with a scanner', () => {
  const scanner: FileScanner = {
    async scan(bytes) {
      return Buffer.from(bytes).includes('EICAR')
        ? { infected: true, text: 'Eicar-Signature' }
        : { infected: false, text: 'OK' }
    },
  }
  const harmful = { filename: 'a.txt', bytes: Buffer.from('X5O!EICAR') }

  test('a file is kept as clean, and one with a finding is refused with the verdict', async () => {
    scanWith(scanner)
    expect(await inside((tx) => receive(tx, text(40)))).toMatchObject({ status: 'clean' })
    await expect(inside((tx) => receive(tx, harmful))).rejects.toMatchObject({
      code: 'files.infected',
      params: { verdict: 'Eicar-Signature' },
    })
    expect(await rowsLeft()).toEqual([1, 1])
  })

  test('what came before it is scanned by the clock, and a finding ends its downloads', async () => {
    const good = await inside((tx) => receive(tx, text(40)))
    const bad = await inside((tx) => receive(tx, harmful))
    const scanAll = () => inside((tx) => scanJob.run({ tx, entityId, now, newId }))
    await scanAll()
    expect(await inside((tx) => fileMeta(tx, { ids: [good.id] }))).toMatchObject([{ status: 'unscanned' }])
    scanWith(scanner)
    await scanAll()
    await scanAll()
    const told = await inside((tx) => fileMeta(tx, { ids: [good.id, bad.id] }))
    expect(told.map((file) => file.status)).toEqual(['clean', 'infected'])
    await expect(inside((tx) => sendFile(tx, { id: bad.id }))).rejects.toMatchObject({
      code: 'files.found_infected',
      params: { verdict: 'Eicar-Signature' },
    })
  })
})
