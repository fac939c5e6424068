import type pg from 'pg'

/** Whether a sample could be loaded: the database holds no entity and no account. */
export async function isEmpty(owner: pg.Pool): Promise<boolean> {
  const { rows } = await owner.query(
    'SELECT NOT EXISTS (SELECT FROM entities) AND NOT EXISTS (SELECT FROM sign_in_identities) AS empty',
  )
  return rows[0]?.empty === true
}
