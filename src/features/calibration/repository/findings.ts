import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { Finding } from '../domain/fairness/findings.ts'

type Run = {
  readonly year: number
  readonly seed: string
  readonly findings: readonly Finding[]
  readonly newId: NewId
  readonly now: Date
}

/**
 * A new run replaces the findings at hand. One that says the same in the same numbers stays as it is, with its answer;
 * the same subject with other numbers needs a new one.
 */
export async function replaceFindings(tx: Tx, { year, seed, findings, newId, now }: Run): Promise<void> {
  const rows = findings.map((one) => ({
    id: newId(),
    groupedBy: one.grouping,
    severity: one.severity,
    subject: `${one.kind}/${one.subject}`,
    subjects: one.subjects,
    code: one.sentence.code,
    params: one.sentence.params,
    statistics: one.statistics,
  }))
  const found = sql`json_to_recordset(${JSON.stringify(rows)}::json) AS n (id uuid, "groupedBy" text, severity text,
    subject text, subjects json, code text, params jsonb, statistics jsonb)`
  const same = sql`f.year = ${year} AND f.superseded_at IS NULL AND n.subject = f.subject AND n.code = f.code
    AND n.severity = f.severity AND n.params = f.params AND n.statistics = f.statistics`
  await sql`
    UPDATE fairness_findings f SET superseded_at = ${now}
     WHERE f.year = ${year} AND f.superseded_at IS NULL AND NOT EXISTS (SELECT FROM ${found} WHERE ${same})`.execute(tx)
  await sql`
    INSERT INTO fairness_findings (id, year, run_at, seed, grouped_by, severity, subject, subjects, code, params, statistics)
    SELECT n.id, ${year}, ${now}, ${seed}, n."groupedBy", n.severity, n.subject, n.subjects, n.code, n.params, n.statistics
      FROM ${found} WHERE NOT EXISTS (SELECT FROM fairness_findings f WHERE ${same})`.execute(tx)
}

export type Answered = {
  readonly id: string
  readonly year: number
  readonly answer: string
  readonly by: string
  readonly now: Date
}

export type Answerable = { readonly version: number; readonly personId: string | null }

export async function lockFinding(tx: Tx, { id, year }: { id: string; year: number }): Promise<Answerable | null> {
  const { rows } = await sql<Answerable>`
    SELECT version, NULL::uuid AS "personId" FROM fairness_findings
     WHERE id = ${id}::uuid AND year = ${year} AND superseded_at IS NULL FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export async function answerFinding(tx: Tx, { id, answer, by, now }: Answered): Promise<void> {
  await sql`UPDATE fairness_findings SET answer = ${answer}, answered_by = ${by}, answered_at = ${now}, version = version + 1
             WHERE id = ${id}::uuid`.execute(tx)
}
