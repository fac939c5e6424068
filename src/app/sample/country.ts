import { setImmediate as turn } from 'node:timers/promises'
import { addDocuments, newChain } from './country-documents.ts'
import { addPeople, addPlatformAdministrator, addRoles } from './country-people.ts'
import { entityName, entitySizes, treeFor } from './country-shape.ts'
import { addStructure } from './country-structure.ts'
import { knownCycles, type Own, slice, type World } from './country-world.ts'
import { type Sink, writerTo } from './row-writer.ts'
import { kinds, stableIds } from './stable-ids.ts'
import { at, sampleDays, workingCalendar } from './working-calendar.ts'

export type CountryRequest = {
  readonly seed: string | number
  readonly date: string
  /** How many employees the country has. */
  readonly size: number
  readonly passwordHash: string
}

export type CountryFigures = {
  readonly entities: number
  readonly employees: number
  readonly rows: number
  readonly bytes: number
}

/**
 * A country of any size, entity by entity in batches: memory stays flat, and the same arguments make the same bytes.
 * The four cycles of the year before are closed, every line of theirs with what was reached; of the running one most
 * documents are agreed.
 */
export async function streamCountry(request: CountryRequest, sink: Sink): Promise<CountryFigures> {
  const writer = writerTo(sink)
  const sizes = entitySizes(request.size)
  const { holidays, calendar } = workingCalendar(request.date)
  const days = sampleDays(request.date, calendar)
  const cycles = knownCycles(days)
  const since = at(`${Number(request.date.slice(0, 4)) - 6}-01-01`, '08:00')
  const world = { ...request, writer, days, cycles, holidays, since, idOf: stableIds(request.seed, since) }
  writer.add('entities', ['id', 'code', 'name_ar', 'name_en', 'sample', 'created_at'], (add) => {
    for (const [entity] of sizes.entries()) {
      const { ar, en } = entityName(entity)
      add([world.idOf(kinds.entity, entity, 0), `entity-${entity + 1}`, ar, en, true, since])
    }
  })
  await writer.flush()
  await addPlatformAdministrator(world)
  let firstNumber = 0
  for (const [entity, people] of sizes.entries()) {
    await addEntity(world, { entity, people, firstNumber })
    firstNumber += people
  }
  return { entities: sizes.length, employees: request.size, ...(await writer.finish()) }
}

async function addEntity(world: World, own: Own): Promise<void> {
  const { writer, idOf } = world
  const tree = treeFor(own.people)
  await writer.enter(idOf(kinds.entity, own.entity, 0))
  addStructure(world, own, tree)
  await writer.flush()
  await inBatches(world, own, (first) => addPeople(world, own, tree, first))
  addRoles(world, own)
  const chain = newChain(idOf(kinds.entity, own.entity, 0))
  for (const [place] of world.cycles.entries()) {
    await inBatches(world, own, (first) => addDocuments(world, own, tree, { first, place, chain }))
  }
  writer.add('audit_heads', ['entity_id', 'seq', 'hash'], (add) => {
    add([idOf(kinds.entity, own.entity, 0), chain.seq(), chain.hash()])
  })
  await writer.flush()
}

const slicesOfBatch = 10

/** Between two slices of the telling the connection gets its turn, so that telling and sending go on together. */
async function inBatches({ writer }: World, { people }: Own, tell: (first: number) => void): Promise<void> {
  for (let first = 0, told = 1; first < people; first += slice, told += 1) {
    tell(first)
    if (told % slicesOfBatch === 0) await writer.flush()
    await turn()
  }
  await writer.flush()
}
