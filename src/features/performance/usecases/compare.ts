import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { refuse } from '../../../shared/refusal.ts'
import { diff } from '../domain/diff.ts'
import type { Objective } from '../domain/document.ts'
import { errors } from '../errors.ts'
import { contentOfSubmission } from '../views/content.ts'
import { presentContent } from './content.ts'
import { showDocument } from './present.ts'

type Request = {
  readonly id: string
  readonly from: number
  readonly to?: number | undefined
  readonly actor: EntityActor
  readonly now: Date
  readonly tx: Tx
}

/** What changed between two submissions, or since one of them. */
export async function compareDocument({ id, from, to, actor, now, tx }: Request) {
  const { record, standing } = await showDocument({ id, actor, now, tx })
  if (standing.view !== 'full') throw refuse(errors.notYours)
  const before = await contentOfSubmission(tx, { documentId: id, number: from })
  const after = to === undefined ? record.content : await contentOfSubmission(tx, { documentId: id, number: to })
  if (!before || !after) throw refuse(errors.submissionNotFound)
  const found = diff(before, after)
  return {
    count: found.count,
    objectives: found.objectives.map((one) => ({
      ...one,
      before: one.before && head(one.before),
      after: one.after && head(one.after),
      fields: [...one.fields],
      title: [...one.title],
      keyResults: one.keyResults.map((key) => ({ ...key, fields: [...key.fields], statement: [...key.statement] })),
    })),
  }
}

function head(objective: Objective) {
  const [shown] = presentContent({ objectives: [objective] }).objectives
  if (!shown) throw new Error('an objective has been lost')
  const { keyResults: _, ...rest } = shown
  return rest
}
