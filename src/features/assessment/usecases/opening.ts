import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { AchievementScale } from '../../../shared/measure.ts'
import { readStored, worthOf } from '../domain/measured.ts'
import * as assessments from '../repository/assessments.ts'
import * as difficulties from '../repository/difficulties.ts'
import * as lines from '../repository/lines.ts'

type Opening = {
  readonly documentId: string
  readonly cycleEndsOn: string
  readonly scale: AchievementScale
  readonly newId: NewId
  readonly now: Date
  readonly tx: Tx
}

/** Begins the closing of one document, and measures anew what had been recorded before an amendment (AMB-25). */
export async function beginClosing({ documentId, cycleEndsOn, scale, newId, now, tx }: Opening): Promise<void> {
  await assessments.open(tx, { documentIds: [documentId], scale, now })
  await remeasure({ documentId, cycleEndsOn, scale, tx })
  await difficulties.carryInto(tx, { documentIds: [documentId], newId, now })
}

async function remeasure({
  documentId,
  cycleEndsOn,
  scale,
  tx,
}: Pick<Opening, 'documentId' | 'cycleEndsOn' | 'scale' | 'tx'>): Promise<void> {
  for (const line of await lines.linesOf(tx, { documentId })) {
    if (!line.recorded && line.achievement === 0) continue
    const { achievement, level } = worthOf(measureOf(line), quantityOf(line, line.actual), { scale, cycleEndsOn })
    if (achievement === line.achievement && level === line.level) continue
    await lines.setActual(tx, { keyResultId: line.keyResultId, value: line.actual, achievement, level })
  }
}

type Stored = Pick<lines.StoredLine, 'dataType' | 'below' | 'meets' | 'exceeds' | 'weight'>

export function measureOf({ dataType, below, meets, exceeds, weight }: Stored) {
  const read = (stored: string) => readStored(dataType, stored)
  return { dataType, weight, targets: { below: read(below), meets: read(meets), exceeds: read(exceeds) } }
}

export function quantityOf({ dataType }: Pick<Stored, 'dataType'>, stored: string | null): bigint | null {
  return stored === null ? null : readStored(dataType, stored)
}
