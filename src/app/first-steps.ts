import { sql } from 'kysely'
import type { FirstStep } from '../features/accounts/public.ts'
import type { Tx } from '../platform/db/database.ts'

/** What an administrator of a new entity does before its first cycle, in this order. */
export const firstSteps: readonly FirstStep[] = [
  {
    name: 'profile',
    link: '/administration/entity',
    done: (tx) => exists(tx, sql`SELECT FROM entity_profiles WHERE vision_ar <> '' OR vision_en <> ''`),
  },
  {
    name: 'people',
    link: '/administration/import',
    done: (tx) => exists(tx, sql`SELECT FROM employees`),
  },
  {
    name: 'policies',
    link: '/administration/policies',
    done: (tx) => exists(tx, sql`SELECT FROM policy_values`),
  },
  {
    name: 'plan',
    link: '/administration/plan',
    done: (tx) => exists(tx, sql`SELECT FROM plan_versions WHERE status = 'approved'`),
  },
  {
    name: 'cycle',
    link: '/administration/cycles',
    done: (tx) => exists(tx, sql`SELECT FROM cycles WHERE opened_at IS NOT NULL`),
  },
]

async function exists(tx: Tx, query: ReturnType<typeof sql>): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`SELECT EXISTS (${query}) AS found`.execute(tx)
  return rows[0]?.found ?? false
}
