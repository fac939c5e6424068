import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import type { Question } from '../domain/integrity/question.ts'
import type { Answerable, Answered } from './findings.ts'

type Run = { readonly year: number; readonly questions: readonly Question[]; readonly newId: NewId; readonly now: Date }

/** One row for each person of a question; a run replaces what is no longer asked, and answers stay. */
export async function replaceQuestions(tx: Tx, { year, questions, newId, now }: Run): Promise<void> {
  const rows = questions.flatMap(({ kind, personIds, subject, params }) =>
    personIds.map((personId) => ({ id: newId(), kind, personId, subject, params })),
  )
  const found = sql`json_to_recordset(${JSON.stringify(rows)}::json) AS n (id uuid, kind text, "personId" uuid, subject text, params jsonb)`
  const same = sql`q.year = ${year} AND q.superseded_at IS NULL AND n.kind = q.kind AND n.subject = q.subject
    AND n."personId" = q.person_id AND n.params = q.params`
  await sql`
    UPDATE integrity_questions q SET superseded_at = ${now}
     WHERE q.year = ${year} AND q.superseded_at IS NULL AND NOT EXISTS (SELECT FROM ${found} WHERE ${same})`.execute(tx)
  await sql`
    INSERT INTO integrity_questions (id, year, kind, person_id, subject, params, found_at)
    SELECT n.id, ${year}, n.kind, n."personId", n.subject, n.params, ${now}
      FROM ${found} WHERE NOT EXISTS (SELECT FROM integrity_questions q WHERE ${same})`.execute(tx)
}

export async function lockQuestion(tx: Tx, { id, year }: { id: string; year: number }): Promise<Answerable | null> {
  const { rows } = await sql<Answerable>`
    SELECT version, person_id AS "personId" FROM integrity_questions
     WHERE id = ${id}::uuid AND year = ${year} AND superseded_at IS NULL FOR UPDATE`.execute(tx)
  return rows[0] ?? null
}

export async function answerQuestion(tx: Tx, { id, answer, by, now }: Answered): Promise<void> {
  await sql`UPDATE integrity_questions SET answer = ${answer}, answered_by = ${by}, answered_at = ${now}, version = version + 1
             WHERE id = ${id}::uuid`.execute(tx)
}
