import type pg from 'pg'
import { PgBoss } from 'pg-boss'

export const bossSchema = 'pgboss'

/** The owner's boss makes tables and queues and works nothing; the jobs' boss works and never changes the schema. */
export function ownerBoss(pool: pg.Pool): PgBoss {
  return new PgBoss({ db: over(pool), schema: bossSchema, migrate: true, schedule: false, supervise: false })
}

export function workingBoss(pool: pg.Pool): PgBoss {
  return new PgBoss({
    db: over(pool),
    schema: bossSchema,
    migrate: false,
    createSchema: false,
    schedule: true,
    supervise: true,
    // Rebuilding an index takes its owner, whom this role is not.
    reindex: false,
  })
}

function over(pool: pg.Pool) {
  return { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }
}
