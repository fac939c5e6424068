import type { Tx } from '../../platform/db/database.ts'
import type { NewId } from '../../platform/db/ids.ts'
import type { PlannedNode } from './domain/node.ts'
import * as repository from './repository.ts'
import { ministryPlan, type SampleNode } from './sample/ministry-of-labour.ts'
import { readLookups } from './views/lookups.ts'

/** The plan of an invented ministry of labour for a year, parents before children. Pure. */
export function samplePlan({ year }: { readonly year: number }): SampleNode[] {
  return ministryPlan(year)
}

type Load = {
  readonly year: number
  readonly nodes: readonly SampleNode[]
  /** Null leaves the plan a preliminary one. */
  readonly approval: {
    readonly approvedOn: string
    readonly approvedBy: string | null
    readonly reference: string
  } | null
  readonly now: Date
  readonly newId: NewId
}

/**
 * Writes a plan and puts it in force. Divisions are found by code as of the last day of the year or before; one that
 * the entity lacks is left out as owner. The Vision must be loaded. Answers the id of each node by its code.
 */
export async function loadPlan(tx: Tx, { year, nodes, approval, now, newId }: Load): Promise<Map<string, string>> {
  const lookups = await readLookups(tx, { year, on: `${year}-12-31` })
  const idOf = (list: readonly { id: string; code: string }[], code: string | null) =>
    list.find((one) => one.code === code)?.id ?? null
  const planned = nodes.map(
    (node): PlannedNode => ({
      code: node.code,
      kind: node.kind,
      parentCode: node.parentCode,
      title: { ar: node.titleAr, en: node.titleEn },
      summary: { ar: node.summaryAr, en: node.summaryEn },
      ownerDivisionId: idOf(lookups.divisions, node.ownerCode),
      startsOn: node.startsOn,
      endsOn: node.endsOn,
      indicators: node.indicators.map(({ nameAr, nameEn, ...rest }) => ({ name: { ar: nameAr, en: nameEn }, ...rest })),
      serves: node.serves.flatMap(({ priority, indicator, programme }) => {
        const priorityId = idOf(lookups.priorities, priority)
        if (!priorityId) return []
        return [
          {
            priorityId,
            indicatorId: idOf(lookups.indicators, indicator),
            programmeId: idOf(lookups.programmes, programme),
          },
        ]
      }),
    }),
  )
  const id = newId()
  const title = { ar: `الخطة السنوية ${year}`, en: `Annual plan ${year}` }
  await repository.addVersion(tx, { id, year, title, nodes: planned, now, newId })
  if (approval) await repository.approve(tx, { id, ...approval })
  else await repository.setStatus(tx, { id, status: 'preliminary' })
  return repository.nodeIdsOf(tx, { year })
}
