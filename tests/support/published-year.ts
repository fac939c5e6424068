import { sql } from 'kysely'
import type { Database, Tx } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/db/ids.ts'
import type { Rank } from '../../src/shared/ranks.ts'
import { noon, smallMinistry } from './performance-world.ts'

/** The last minute of Tuesday 17 February 2026 in Muscat: 30 days after the publication on 18 January. */
export const windowEnds = new Date('2026-02-17T19:59:59.999Z')

/**
 * The small ministry with the year 2025 published: everyone below the head has a result. Its grievance committee are
 * five more people, of another line; the last of them is its secretary.
 */
export async function publishedYear(db: Database, { ranks = {} }: { ranks?: Partial<Record<string, Rank>> } = {}) {
  const world = await smallMinistry(db, { extra: 6 })
  const { ids, more, run } = world
  const [chair, first, second, third, secretary, spare] = more as [string, string, string, string, string, string]
  const committee = { chair, first, second, third, secretary, spare }
  await run(async (tx) => {
    // The extra people answer to the deputy's side, so that none stands in the employee's line.
    await sql`UPDATE supervisions SET supervisor_id = ${ids.deputy} WHERE employee_id = ANY (${more}::uuid[])`.execute(
      tx,
    )
    for (const [memberId, capacity] of [
      [chair, 'chair'],
      [first, 'member'],
      [second, 'member'],
      [third, 'member'],
      [secretary, 'secretary'],
    ] as const) {
      for (const body of ['grievance', 'low_performance']) await addMember(tx, { memberId, capacity, body })
    }
    await sql`INSERT INTO appraisal_years (id, year, status, frozen_at, published_at, grievances_until)
              VALUES (${newId()}, 2025, 'published', ${noon}, ${noon}, ${windowEnds})`.execute(tx)
    for (const [name, id] of Object.entries(ids)) {
      if (name === 'head') continue
      const rank = ranks[name] ?? 'good'
      await sql`INSERT INTO annual_results (year, employee_id, status, standing, result, literal, ranking, counted, gender,
                  supervisor_id, higher_official_id, band, curve_rank, final_rank, published_at, grievances_until)
                SELECT 2025, ${id}, 'published', 'ranked', 98000000, 24500000, 98000000, 4, 'female',
                  (SELECT supervisor_id FROM supervisions WHERE employee_id = ${id}),
                  (SELECT supervisor_id FROM supervisions WHERE employee_id =
                    (SELECT supervisor_id FROM supervisions WHERE employee_id = ${id})),
                  ${rank}, ${rank}, ${rank}, ${noon}, ${windowEnds}`.execute(tx)
    }
  })
  return { ...world, committee }
}

async function addMember(
  tx: Tx,
  { memberId, capacity, body }: { memberId: string; capacity: string; body: string },
): Promise<void> {
  await sql`INSERT INTO memberships (id, employee_id, body, capacity, valid_from)
            VALUES (${newId()}, ${memberId}, ${body}, ${capacity}, '2025-01-01')`.execute(tx)
}
