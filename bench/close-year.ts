import { placedPeople } from '../src/features/calibration/repository/preview.ts'
import { withEntity } from '../src/platform/db/with-entity.ts'
import { closeEntity, openCountry, rules, scanKeyResults } from './support/closed-country.ts'
import { print } from './support/figures.ts'

const sizes = [20_000, 200_000] as const

/**
 * Closes the year of a country, entity by entity: key results to cycle results, annual results, bands, ranks and
 * quotas; beside one sequential read of all key results. Processor time of the database's backend.
 */
export async function run(): Promise<void> {
  const taken: number[] = []
  for (const people of sizes) {
    const country = await openCountry(people)
    try {
      await scanKeyResults(country)
      const scan = await country.measured(() => scanKeyResults(country))
      const close = await country.measured(async () => {
        for (const entity of country.entities) {
          await closeEntity(country.db, entity)
          await withEntity(country.db, { entityId: entity.id, readOnly: true }, (tx) => placedPeople(tx, rules))
        }
      })
      taken.push(close.cpu)
      print([
        { what: `${people} employees, ${people * 24} key results, ${country.entities.length} entities`, value: '' },
        { what: 'one sequential read of the key results', value: `${scan.cpu} ms of processor time` },
        {
          what: 'closed, ranked, quotas given',
          value: `${close.cpu} ms, ${(close.clock / 1000).toFixed(1)} s of the clock`,
        },
        { what: 'ratio (must 6, aim 4)', value: (close.cpu / scan.cpu).toFixed(1) },
      ])
    } finally {
      await country.close()
    }
  }
  const [small = 0, large = 0] = taken
  const exponent = Math.log(large / small) / Math.log(sizes[1] / sizes[0])
  print([{ what: 'growth exponent from 20,000 to 200,000 (must 1.10, aim 1.05)', value: exponent.toFixed(2) }])
}
