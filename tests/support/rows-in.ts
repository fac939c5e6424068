import type pg from 'pg'

/** Rows that a question finds inside one entity, asked as the owner of the tables. */
export async function rowsIn<T extends object>(
  owner: pg.Pool,
  entityId: string,
  question: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = await owner.connect()
  try {
    await client.query(`BEGIN; SET LOCAL itqan.entity_id = '${entityId}'`)
    const { rows } = await client.query(question, values)
    await client.query('COMMIT')
    return rows as T[]
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
