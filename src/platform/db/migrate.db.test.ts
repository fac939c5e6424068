import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, migrationsFolder, pendingMigrations, readMigrations } from './migrate.ts'
import { testDatabase } from './test-database.ts'

const { owner, app } = await testDatabase()
const last = readMigrations(migrationsFolder).length
const file = (number: number, name: string) => join(folder, `${String(number).padStart(4, '0')}_${name}.sql`)

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'itqan-migrations-'))
  cpSync(migrationsFolder, folder, { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a migrated database has nothing left to apply', async () => {
  expect(await migrate(owner)).toEqual([])
  expect(await pendingMigrations(app)).toBe(0)
})

test('a migration that fails leaves nothing behind, and applies once it is mended', async () => {
  writeFileSync(file(last + 1, 'trial'), 'CREATE TABLE trial (id int); SELECT 1 / 0;')
  await expect(migrate(owner, folder)).rejects.toThrow(/_trial.sql failed and was taken back: division by zero/)
  writeFileSync(file(last + 1, 'trial'), 'CREATE TABLE trial (id int);')
  expect(await pendingMigrations(app, folder)).toBe(1)
  expect(await migrate(owner, folder)).toEqual([`${String(last + 1).padStart(4, '0')}_trial.sql`])
})

test('the same migration with other line ends is the same migration', async () => {
  writeFileSync(file(last + 1, 'trial'), 'CREATE TABLE trial (id int);')
  writeFileSync(file(last + 2, 'lines'), 'CREATE TABLE lines (\n  id int\n);\n')
  await migrate(owner, folder)
  writeFileSync(file(last + 2, 'lines'), 'CREATE TABLE lines (\r\n  id int\r\n);\r\n')
  expect(await migrate(owner, folder)).toEqual([])
})

test('a migration that was edited after it was applied is refused', async () => {
  writeFileSync(file(last + 1, 'trial'), 'CREATE TABLE trial (id bigint);')
  await expect(migrate(owner, folder)).rejects.toThrow(/_trial.sql was edited after this database applied it/)
})

test('a database of a newer Itqan is refused', async () => {
  await expect(migrate(owner)).rejects.toThrow(/A newer Itqan has migrated this database/)
})

test('two servers that start together apply each migration once', async () => {
  writeFileSync(file(last + 1, 'trial'), 'CREATE TABLE trial (id int);')
  writeFileSync(file(last + 2, 'lines'), 'CREATE TABLE lines (\n  id int\n);\n')
  writeFileSync(file(last + 3, 'race'), 'CREATE TABLE race (id int); SELECT pg_sleep(0.2);')
  const both = await Promise.all([migrate(owner, folder), migrate(owner, folder)])
  expect(both.flat()).toEqual([`${String(last + 3).padStart(4, '0')}_race.sql`])
})

test('files that are not numbered one after the other are refused', () => {
  writeFileSync(file(last + 2, 'gap'), 'SELECT 1;')
  expect(() => readMigrations(folder)).toThrow(/numbered 0001, 0002 and so on/)
})
