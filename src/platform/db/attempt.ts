import { sql } from 'kysely'
import { Refusal } from '../../shared/refusal.ts'
import { bookmark } from '../audit/record.ts'
import type { Tx } from './database.ts'

export type Attempt<T> = { readonly value: T } | { readonly refusal: Refusal }

/**
 * Does one of several independent things in a transaction: when it is refused, what it wrote and what it told the audit
 * chain are taken back, and the others go on. Anything but a refusal is thrown on.
 */
export async function attempt<T>(tx: Tx, work: () => Promise<T>): Promise<Attempt<T>> {
  const forget = bookmark(tx)
  await sql`SAVEPOINT attempt`.execute(tx)
  try {
    const value = await work()
    await sql`RELEASE SAVEPOINT attempt`.execute(tx)
    return { value }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await sql`ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt`.execute(tx)
    forget()
    return { refusal: error }
  }
}
