import type { Content, KeyResult, Objective } from './document.ts'
import { type Piece, wordsDiff } from './words-diff.ts'

type Change = 'same' | 'added' | 'removed' | 'changed'
type ObjectiveField = 'title' | 'class' | 'links'
type KeyResultField = 'statement' | 'dataType' | 'below' | 'meets' | 'exceeds' | 'weight' | 'objective'

type KeyResultDiff = {
  readonly id: string
  readonly change: Change
  readonly before: KeyResult | null
  readonly after: KeyResult | null
  readonly fields: readonly KeyResultField[]
  readonly statement: readonly Piece[]
}

type ObjectiveDiff = {
  readonly id: string
  readonly change: Change
  readonly before: Objective | null
  readonly after: Objective | null
  readonly fields: readonly ObjectiveField[]
  readonly title: readonly Piece[]
  readonly keyResults: readonly KeyResultDiff[]
}

/** `count`: every added or removed line is one change, and so is every changed field. */
export type ContentDiff = { readonly count: number; readonly objectives: readonly ObjectiveDiff[] }

/** What changed between two contents, in the order of the newer one; what was removed stands where it was. */
export function diff(before: Content, after: Content): ContentDiff {
  const homes = new Map(
    before.objectives.flatMap((one) => one.keyResults.map((key) => [key.id, { one, key }] as const)),
  )
  const kept = new Set(after.objectives.flatMap((one) => one.keyResults.map((key) => key.id)))
  const objectives = inOrder(before.objectives, after.objectives).map(([old, fresh]): ObjectiveDiff => {
    const keyResults = inOrder(
      (old?.keyResults ?? []).filter((key) => !movedAway(key, fresh, kept)),
      fresh?.keyResults ?? [],
    ).map(([oldKey, freshKey]) =>
      keyResultDiff(oldKey ?? homes.get(freshKey?.id ?? '')?.key ?? null, freshKey, !oldKey),
    )
    const fields = old && fresh ? objectiveFields(old, fresh) : []
    return {
      id: (fresh ?? old)?.id ?? '',
      change: changeOf(old, fresh, fields),
      before: old,
      after: fresh,
      fields,
      title: wordsDiff(old?.title ?? '', fresh?.title ?? ''),
      keyResults,
    }
  })
  const count = objectives.reduce(
    (sum, one) => sum + weigh(one) + one.keyResults.reduce((all, key) => all + weigh(key), 0),
    0,
  )
  return { count, objectives }
}

/** A key result that lives on under another objective is shown there. */
function movedAway({ id }: KeyResult, fresh: Objective | null, kept: ReadonlySet<string>): boolean {
  return kept.has(id) && !fresh?.keyResults.some((key) => key.id === id)
}

function keyResultDiff(before: KeyResult | null, after: KeyResult | null, moved: boolean): KeyResultDiff {
  const fields = before && after ? keyResultFields(before, after, moved) : []
  return {
    id: (after ?? before)?.id ?? '',
    change: changeOf(before, after, fields),
    before,
    after,
    fields,
    statement: wordsDiff(before?.statement ?? '', after?.statement ?? ''),
  }
}

function changeOf(before: unknown, after: unknown, fields: readonly unknown[]): Change {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return fields.length > 0 ? 'changed' : 'same'
}

function weigh({ change, fields }: { change: Change; fields: readonly unknown[] }): number {
  return change === 'added' || change === 'removed' ? 1 : fields.length
}

function objectiveFields(before: Objective, after: Objective): ObjectiveField[] {
  const links = (one: Objective) =>
    one.links
      .map((link) => link.nodeId)
      .toSorted()
      .join()
  return [
    ...(before.title === after.title ? [] : (['title'] as const)),
    ...(before.class === after.class ? [] : (['class'] as const)),
    ...(links(before) === links(after) ? [] : (['links'] as const)),
  ]
}

function keyResultFields(before: KeyResult, after: KeyResult, moved: boolean): KeyResultField[] {
  const targets = (['below', 'meets', 'exceeds'] as const).filter(
    (name) => before.targets[name] !== after.targets[name],
  )
  return [
    ...(['statement', 'dataType'] as const).filter((name) => before[name] !== after[name]),
    ...targets,
    ...(before.weight === after.weight ? [] : (['weight'] as const)),
    ...(moved ? (['objective'] as const) : []),
  ]
}

/** Pairs by id in the newer order, with what was removed after the neighbour that it followed. */
function inOrder<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): [T | null, T | null][] {
  const old = new Map(before.map((one) => [one.id, one]))
  const pairs = after.map((one): [T | null, T | null] => [old.get(one.id) ?? null, one])
  const present = new Set(after.map((one) => one.id))
  before.forEach((one, index) => {
    if (present.has(one.id)) return
    const neighbour = before[index - 1]?.id
    const place = neighbour === undefined ? 0 : pairs.findIndex(([was, is]) => (is ?? was)?.id === neighbour) + 1
    pairs.splice(place, 0, [one, null])
  })
  return pairs
}
