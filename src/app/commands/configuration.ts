import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DatabaseSettings } from '../../platform/db/connect.ts'
import { explainFileError } from '../../platform/process/environment-problem.ts'
import { misuse } from './failure.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export const root = fileURLToPath(new URL('../../../', import.meta.url))

/** The folder of all data, made and tried: a sentence when it cannot be written to. */
export function dataFolder(env: Environment): string {
  const folder = resolve(root, env.ITQAN_DATA || 'data')
  try {
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    tryWriting(join(folder, `.write-test.${process.pid}`))
    return folder
  } catch (error) {
    throw explainFileError(error, folder)
  }
}

function tryWriting(path: string): void {
  try {
    writeFileSync(path, 'itqan'.repeat(10_000))
  } finally {
    rmSync(path, { force: true })
  }
}

export function databaseSettings(env: Environment, folder: string): DatabaseSettings {
  return {
    dataFolder: folder,
    url: env.DATABASE_URL || undefined,
    ownerUrl: env.ITQAN_OWNER_URL || undefined,
    jobsUrl: env.ITQAN_JOBS_URL || undefined,
  }
}

/** The day on which the sample stands: `YYYY-MM-DD`, or today where this machine is. */
export function sampleDate(given: string | undefined): string {
  if (!given) {
    const now = new Date()
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  }
  const day = new Date(`${given}T00:00:00Z`)
  if (/^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(given))
    return given
  throw misuse(
    `${given} is not a date: write it as YYYY-MM-DD in --date or ITQAN_DATE.`,
    `القيمة ${given} ليست تاريخاً: الصيغة YYYY-MM-DD في --date أو ITQAN_DATE.`,
  )
}

export function wholeNumber(given: string, name: string, range: { min: number; max: number }): number {
  const number = Number(given)
  if (/^\d+$/.test(given) && number >= range.min && number <= range.max) return number
  throw misuse(
    `${name} is a whole number from ${range.min} to ${range.max}, and "${given}" is not.`,
    `القيمة ${name} عدد صحيح من ${range.min} إلى ${range.max}، والمكتوب "${given}".`,
  )
}
