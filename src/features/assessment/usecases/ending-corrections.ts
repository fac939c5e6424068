import type { Tx } from '../../../platform/db/database.ts'
import { worthOf } from '../domain/measured.ts'
import * as corrections from '../repository/corrections.ts'
import * as lines from '../repository/lines.ts'
import type { Seen } from './access.ts'
import { measureOf, quantityOf } from './opening.ts'

type Ending = { readonly seen: Seen; readonly ids: readonly string[]; readonly now: Date }

/** Ends corrections without others in their place: what the employee recorded holds again, with what it is worth. */
export async function endCorrections(tx: Tx, { seen, ids, now }: Ending): Promise<void> {
  if (ids.length === 0) return
  const { assessment, settings } = seen
  const { documentId, cycle } = assessment
  const scale = assessment.scale ?? settings.scale
  const ended = new Set(assessment.corrections.filter((one) => ids.includes(one.id)).map((one) => one.keyResultId))
  await corrections.end(tx, { documentId, ids, now })
  for (const line of await lines.linesOf(tx, { documentId })) {
    if (!ended.has(line.keyResultId)) continue
    const { achievement, level } = worthOf(measureOf(line), quantityOf(line, line.claimed), {
      scale,
      cycleEndsOn: cycle.endsOn,
    })
    await lines.setActual(tx, { keyResultId: line.keyResultId, value: line.claimed, achievement, level })
  }
}
