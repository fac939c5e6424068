import { createHash } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import type pg from 'pg'
import { samplePassword } from '../features/accounts/sample.ts'
import { runDueChecks } from '../features/calibration/public.ts'
import { runChecks } from '../features/calibration/usecases/checks.ts'
import { loadVision } from '../features/vision/sample.ts'
import { newId } from '../platform/db/ids.ts'
import { databaseOver } from '../platform/db/kysely.ts'
import { withEntity } from '../platform/db/with-entity.ts'
import { addDays } from '../shared/dates.ts'
import { randomFrom } from '../shared/random.ts'
import { withBareTables } from './sample/bare-tables.ts'
import { type CountryFigures, streamCountry } from './sample/country.ts'
import type { Sample } from './sample/entity-sample.ts'
import { idsFrom } from './sample/ids.ts'
import {
  asTx,
  enterEntity,
  inLoadingTransaction,
  loadEntity,
  loadPlatform,
  registerEntities,
  tablesOf,
} from './sample/load.ts'
import { ministry } from './sample/ministry.ts'
import { at } from './sample/working-calendar.ts'

type Request = {
  readonly owner: pg.Pool
  readonly seed: string | number
  /** The day on which the sample stands, 'YYYY-MM-DD'. */
  readonly date: string
}

/** What an installation without the sample begins with: the public structure of Oman Vision 2040. Repeatable. */
export async function loadBeginning(owner: pg.Pool): Promise<void> {
  await inLoadingTransaction(owner, (client) => loadVision(asTx(client)))
}

/** Loads the sample ministry into an empty database: all of it or nothing. */
export async function loadSample({ owner, seed, date }: Request): Promise<void> {
  const sample = ministry({ seed, date, passwordHash: await hashedPassword(seed) })
  const load = async (client: pg.PoolClient) => {
    const tx = asTx(client)
    await loadVision(tx)
    await registerEntities(client, sample.entities)
    await loadPlatform(client, sample.platform)
    for (const entity of sample.entities) await loadEntity(client, tx, entity)
  }
  await inLoadingTransaction(owner, load, (client) => checkFrozenYears(client, { sample, seed, date }))
  // At once, not when the server gets to it: the first pages would be planned as if the tables were empty.
  await owner.query('ANALYZE')
  // What the program finds by itself in the year before the committee, behind each entity's wall.
  const now = new Date(`${date}T03:00:00Z`)
  for (const { id: entityId } of sample.entities) {
    await withEntity(databaseOver(owner), { entityId }, (tx) => runDueChecks(tx, { newId, now }))
  }
}

/** The questions of fairness and integrity about years before the committee, asked by the product's own checks. */
async function checkFrozenYears(
  client: pg.PoolClient,
  { sample, seed, date }: { sample: Sample } & Pick<Request, 'seed' | 'date'>,
): Promise<void> {
  const now = at(addDays(date, -1), '18:00')
  for (const { id, rows } of sample.entities) {
    const newId = idsFrom(randomFrom(`${seed}/checks/${id}`), now)
    for (const { year, status } of rows.appraisal_years ?? []) {
      if (status !== 'frozen') continue
      await enterEntity(client, id)
      await runChecks(asTx(client), { year, kinds: ['fairness', 'integrity'], newId, now })
    }
  }
}

export type CountryLoad = Request & {
  /** How many employees the country has. */
  readonly size: number
}

/** Those that grow with the number of people. */
const largeTables = [
  'sign_in_identities',
  'identity_entities',
  'employees',
  'assignments',
  'supervisions',
  'headships',
  'performance_documents',
  'objectives',
  'objective_plan_links',
  'key_results',
  'document_submissions',
  'document_meetings',
  'assessments',
  'achievements',
  'feedback_meetings',
  'cycle_results',
  'work_items',
  'audit_events',
]

/** Loads a country into an empty database: all of it or nothing. */
export async function loadCountry({ owner, seed, date, size }: CountryLoad): Promise<CountryFigures> {
  const passwordHash = await hashedPassword(seed)
  const figures = await inLoadingTransaction(owner, async (client) => {
    await loadVision(asTx(client))
    return withBareTables(client, largeTables, () =>
      streamCountry({ seed, date, size, passwordHash }, tablesOf(client)),
    )
  })
  await owner.query('ANALYZE')
  return figures
}

/** One hash for everybody: the password is public, and the same seed makes the same sample. */
async function hashedPassword(seed: string | number): Promise<string> {
  const salt = createHash('sha256').update(`itqan sample ${seed}`).digest().subarray(0, 16)
  return hash(samplePassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1, salt })
}
