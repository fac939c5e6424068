import type { Tx } from '../../platform/db/database.ts'
import type { VisionIndicator, VisionTree } from './schema.ts'
import { findByName, readIndicators, readTree } from './views.ts'

export type { VisionIndicator, VisionTree } from './schema.ts'

/** Themes, priorities with their indicators, and national programmes. One statement. */
export async function visionTree(tx: Tx): Promise<VisionTree> {
  return readTree(tx)
}

/** Unknown ids are left out. */
export async function indicatorsByIds(
  tx: Tx,
  { ids }: { readonly ids: readonly string[] },
): Promise<VisionIndicator[]> {
  return ids.length === 0 ? [] : readIndicators(tx, ids)
}

export type VisionHit = {
  readonly kind: 'vision'
  readonly id: string
  readonly title: { readonly ar: string; readonly en: string }
  readonly detail: { readonly ar: string; readonly en: string }
  readonly link: string
}

/** Priorities and indicators for the search over everything. */
export async function search(
  tx: Tx,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<VisionHit[]> {
  const hits = await findByName(tx, { text, limit })
  return hits.map((hit) => ({ kind: 'vision', ...hit, link: `/plan/vision#${hit.id}` }))
}
