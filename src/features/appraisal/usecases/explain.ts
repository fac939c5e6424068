import { createHash } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { bandsOf } from '../../../shared/ranks.ts'
import { calendarOf, type PolicyValues } from '../../policies/public.ts'
import { canonicalJson } from '../domain/canonical.ts'
import type { Explanation } from '../schema/explanation.ts'
import { type AnnualFacts, annualOf, cyclesOf } from '../views/explanation.ts'
import { segmentDaysOf } from './segment-days.ts'
import { policiesOfYear } from './settings.ts'

export type Explained = { readonly explanation: Explanation; readonly fingerprint: string }

/**
 * Everything that one annual result was made of, with its fingerprint. Two statements and the calendar's, whatever the
 * size of the entity. Null while the year is not frozen or the person is not in it.
 */
export async function explain(
  tx: Tx,
  { employeeId, year }: { readonly employeeId: string; readonly year: number },
): Promise<Explained | null> {
  const facts = await annualOf(tx, { employeeId, year })
  if (!facts?.policies) return null
  const { timeZone } = await calendarOf(tx)
  const days = facts.segmentDays ?? (await segmentDaysOf(tx, { year, employeeIds: [employeeId] })).get(employeeId)
  const cycles = weighed(await cyclesOf(tx, { employeeId, year }), days ?? {})
  const explanation = assemble(facts, cycles, timeZone)
  return { explanation, fingerprint: fingerprintOf(explanation) }
}

/** SHA-256 of the explanation in canonical JSON, hexadecimal. */
function fingerprintOf(explanation: Explanation): string {
  return createHash('sha256').update(canonicalJson(explanation)).digest('hex')
}

/** Several documents of one cycle weigh by their working days; one without any did not count. */
function weighed(cycles: Explanation['cycles'], days: Readonly<Record<string, number>>): Explanation['cycles'] {
  return cycles.map((cycle) => ({
    ...cycle,
    segments: cycle.segments
      .map((one) => ({ ...one, days: days[one.documentId] ?? one.days }))
      .filter((one) => one.days > 0),
  }))
}

function assemble(facts: AnnualFacts, cycles: Explanation['cycles'], timeZone: string): Explanation {
  const policies = facts.policies ?? {}
  const value = <K extends keyof PolicyValues>(key: K) => policies[key]?.value as PolicyValues[K]
  const cuts = bandsOf(value('result.bands'))
  const { group, annual } = facts
  const seats = (rank: string) => group?.quotas.find((one) => one.rank === rank)?.seats ?? 0
  const counts = cycles.filter((one) => one.status === 'counted' || one.status === 'zero')
  return {
    format: 'itqan-explanation',
    version: 1,
    entity: facts.entity,
    person: facts.person,
    year: { ...facts.year, timeZone },
    policies: policiesOfYear.flatMap((key) => {
      const one = policies[key]
      return one ? [{ key, ...one, value: one.value as Explanation['policies'][number]['value'] }] : []
    }),
    standing: facts.standing,
    scale: { anchors: value('achievement.anchors'), cap: value('achievement.cap') },
    cycles,
    annual: {
      ...annual,
      months: counts.reduce((sum, one) => sum + one.months, 0),
      formula: value('result.formula'),
      cuts: { average: Number(cuts.average), good: Number(cuts.good), veryGood: Number(cuts.veryGood) },
    },
    group: group && {
      ...group,
      pool: seats('very_good') + seats('excellent'),
      gap: annual.ranking === null || group.lastLifted === null ? null : Math.abs(annual.ranking - group.lastLifted),
    },
    ranks: facts.ranks,
    changes: facts.changes,
    addedSeat: facts.addedSeat,
    audit: facts.audit,
  }
}
