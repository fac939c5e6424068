import { type CurveRules, whatIf, whoChanges } from '../src/features/calibration/domain/curve.ts'
import { quotasOf, type Shares, seatsOf } from '../src/features/calibration/domain/quotas.ts'
import { rankGroup } from '../src/features/calibration/domain/ranked-group.ts'
import { defaultTieTolerance } from '../src/features/calibration/domain/ties.ts'
import { placedPeople, previewCurve } from '../src/features/calibration/repository/preview.ts'
import { withEntity } from '../src/platform/db/with-entity.ts'
import { bandsOf, defaultBandCuts } from '../src/shared/ranks.ts'
import { closeEntity, openCountry, rules, scanKeyResults } from './support/closed-country.ts'
import { print } from './support/figures.ts'

const people = 200_000

/** The preview of the largest entity's calibration beside one sequential read of the country's key results. */
export async function run(): Promise<void> {
  const country = await openCountry(people)
  try {
    const [largest] = country.entities
    if (!largest) throw new Error('a country has entities')
    await closeEntity(country.db, largest)
    await country.owner.query('ANALYZE annual_results')
    await scanKeyResults(country)
    const scan = await country.measured(() => scanKeyResults(country))
    const within = <T>(work: Parameters<typeof withEntity<T>>[2]) =>
      withEntity(country.db, { entityId: largest.id, readOnly: true }, work)
    const preview = await country.measured(() => within((tx) => previewCurve(tx, rules)))
    const placed = await within((tx) => placedPeople(tx, rules))
    const group = rankGroup(
      placed.map(({ employeeId }, index) => ({ employeeId, result: BigInt(120_000_000 - index * 2_000) })),
      bandsOf(defaultBandCuts),
    )
    const under = (shares: Shares): CurveRules => {
      const quotas = quotasOf(shares, placed.length)
      if (!quotas.ok) throw new Error(quotas.why)
      return {
        mode: rules.mode,
        guardWeak: rules.guardWeak,
        seats: seatsOf(quotas.value),
        tieTolerance: defaultTieTolerance,
      }
    }
    const before = whatIf(group, under(rules.shares))
    const started = performance.now()
    const after = whatIf(group, under({ ...rules.shares, good: 4800, very_good: 2200 }))
    whoChanges(before.people, after.people)
    const dragged = performance.now() - started
    print([
      { what: `the largest of ${country.entities.length} entities`, value: `${largest.people} employees` },
      { what: 'one sequential read of the country’s key results', value: `${scan.cpu} ms of processor time` },
      { what: 'ranking, quotas and three-line summary', value: `${preview.cpu} ms` },
      { what: 'ratio (must 0.25, aim 0.15)', value: (preview.cpu / scan.cpu).toFixed(2) },
      { what: 'what-if in the browser’s language, while a share is dragged', value: `${dragged.toFixed(1)} ms` },
    ])
  } finally {
    await country.close()
  }
}
