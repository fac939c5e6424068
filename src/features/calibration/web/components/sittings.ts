import type { Workbench } from '../../schema.ts'

type Sitting = Workbench['sittings'][number]

/** The sitting that is open, else the next one called, else the last one held. */
export function currentSitting({ sittings }: Workbench): Sitting | undefined {
  const latest = [...sittings].sort((a, b) => b.number - a.number)
  return latest.find((one) => one.status === 'open') ?? latest.find((one) => one.status === 'called') ?? latest[0]
}
