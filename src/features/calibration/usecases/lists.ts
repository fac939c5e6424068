import { compareRanks } from '../../../shared/ranks.ts'
import { needsAnswer } from '../domain/fairness/assess.ts'
import type { QuestionKind } from '../domain/integrity/question.ts'
import { isVoter } from '../policy.ts'
import type { FindingView, PersonRow, QuestionView } from '../schema.ts'
import { decodeCursor, pageOf } from '../views/cursor.ts'
import { findingRows, questionCounts, questionRows } from '../views/findings.ts'
import { type Filter, filterCounts, type PersonRecord, personRecords } from '../views/people.ts'
import { compactRows } from '../views/workbench.ts'
import { type Asking, enter, type Room } from './access.ts'
import { blocksNow } from './sign.ts'
import { fairnessOf } from './workbench.ts'

type OfYear = Asking & { readonly year: number }
type Paged = { readonly cursor?: string | undefined; readonly limit: number }

/** The ranked list: results and reasons, and nothing of anybody's goals (AMB-30). */
export async function listPeople(
  asking: OfYear & Paged & { filter: Filter; groupId?: string | undefined; text?: string | undefined },
) {
  const { year, filter, groupId, text, cursor, limit, tx } = asking
  const { settings } = await enter(asking)
  const after = decodeCursor(cursor)
  const rows = await personRecords(tx, {
    year,
    filter,
    groupId,
    text,
    after,
    today: settings.today,
    limit: limit + 1,
  })
  const { shown, next } = pageOf(rows, limit, (row) => ({ key: row.ranking, id: row.employee.id }))
  return { people: shown.map(rowOf), counts: await filterCounts(tx, { year, groupId, text }), next }
}

export function rowOf(row: PersonRecord): PersonRow {
  const steps = compareRanks(row.now, row.band)
  return {
    ...row,
    result: Number(row.result),
    ranking: Number(row.ranking),
    move: steps > 0 ? 'up' : steps < 0 ? 'down' : 'none',
    needsReason: row.case?.status === 'open',
  }
}

/** Numbers for a what-if in the browser: no names, and nothing is saved. */
export async function compactData(asking: OfYear) {
  const { year, tx } = asking
  const { settings } = await enter(asking)
  const { bands, guardWeak, tieTolerance } = settings
  const rows = await compactRows(tx, { year })
  return {
    bands: { average: Number(bands.average), good: Number(bands.good), veryGood: Number(bands.veryGood) },
    guardWeak,
    tieTolerance: { ...tieTolerance },
    groups: rows.map(({ groupId, results, rankings, ...row }) => ({
      id: groupId,
      ...row,
      results: results.map(Number),
      rankings: rankings.map(Number),
    })),
  }
}

/** What the tests found, from the heaviest, with the names that the sentences need. */
export async function listFindings(asking: OfYear) {
  const { year, actor, tx } = asking
  const room = await enter(asking)
  const { alpha, smallGroup, correction } = room.settings.policies['fairness.rules'].value
  const rows = await findingRows(tx, { year, me: actor.employeeId, today: room.settings.today })
  return {
    summary: await fairnessOf(tx, year, await blocksNow(tx, { year })),
    rules: { alpha: alpha / 100, minimum: smallGroup, correction },
    findings: rows.map(({ names, concernsMe, ...row }): FindingView => {
      const name = (key: string) => names[String(row.params[key] ?? '')] ?? null
      return {
        ...row,
        subject: name('subject'),
        other: name('other'),
        needsAnswer: needsAnswer(row),
        can: mayAnswer(room, concernsMe),
      }
    }),
  }
}

export async function listQuestions(
  asking: OfYear & Paged & { kind?: QuestionKind | undefined; answered?: 'yes' | 'no' | undefined },
) {
  const { year, kind, answered, cursor, limit, actor, tx } = asking
  const room = await enter(asking)
  const after = decodeCursor(cursor, /^[a-z_]{1,40}$/)
  const rows = await questionRows(tx, { year, kind, answered, after, today: room.settings.today, limit: limit + 1 })
  const { shown, next } = pageOf(rows, limit, (row) => ({ key: row.kind, id: row.id }))
  return {
    kinds: await questionCounts(tx, { year }),
    questions: shown.map(
      (row): QuestionView => ({
        ...row,
        foundAt: row.foundAt.toISOString(),
        can: mayAnswer(room, row.person.id === actor.employeeId, { always: true }),
      }),
    ),
    next,
  }
}

/** Voters answer, but not about themselves, their division or their people. */
function mayAnswer({ state, capacity }: Room, concernsMe: boolean, { always = false } = {}): FindingView['can'] {
  if (!capacity || !isVoter(capacity)) return {}
  if (concernsMe) return { answer: { allowed: false, why: 'calibration.own_people' } }
  if (!always && state.status !== 'frozen') return { answer: { allowed: false, why: 'calibration.year_not_frozen' } }
  return { answer: { allowed: true } }
}
