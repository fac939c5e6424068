import { changedByOther } from '../../../platform/audit/changed-by-other.ts'
import * as audit from '../../../platform/audit/record.ts'
import type { Tx } from '../../../platform/db/database.ts'
import type { NewId } from '../../../platform/db/ids.ts'
import { refuse } from '../../../shared/refusal.ts'
import { yearOf } from '../../appraisal/public.ts'
import { copiedObjectivesQuestions } from '../domain/integrity/copied-objectives.ts'
import { identicalEvidenceQuestions } from '../domain/integrity/identical-evidence.ts'
import { defaultLastDayMinimum, lastDayQuestions } from '../domain/integrity/last-day.ts'
import { lowTargetQuestions } from '../domain/integrity/low-targets.ts'
import { defaultThresholdRules, nearThresholdQuestions } from '../domain/integrity/near-threshold.ts'
import { defaultNeverDiffersMinimum, neverDiffersQuestions } from '../domain/integrity/never-differs.ts'
import { verificationSample } from '../domain/integrity/verification-sample.ts'
import { errors } from '../errors.ts'
import * as runs from '../repository/check-runs.ts'
import { answerQuestion, lockQuestion, replaceQuestions } from '../repository/questions.ts'
import * as rows from '../views/integrity-rows.ts'
import { type Acting, enterToAct, voters } from './access.ts'
import { settingsOf } from './settings.ts'

/** Looks for what the committee may want to ask about, in the assessments behind the year's results. */
export async function runIntegrity(
  tx: Tx,
  { year, newId, now }: { year: number; newId: NewId; now: Date },
): Promise<void> {
  const state = await yearOf(tx, { year })
  if (!state || state.status === 'open') return
  const { policies, calendar } = await settingsOf(tx, { year, now })
  // Whole percent in the policy, basis points in the rules.
  const { sampleShare, margin, lastDayShare } = policies['integrity.rules'].value
  const nearness = { ...defaultThresholdRules, margin: margin * 100 }
  const lastDays = { share: lastDayShare * 100, minimum: defaultLastDayMinimum }
  const { closesAfter } = policies['assessment.windows'].value
  const windows = (await rows.cyclesOf(tx, { year })).map(({ id, endsOn }) => ({
    cycleId: id,
    lastDay: calendar.addWorkingDays(endsOn, closesAfter),
  }))
  const questions = [
    ...nearThresholdQuestions(await rows.measuredLines(tx, { year, ...nearness }), nearness),
    ...lastDayQuestions(await rows.entries(tx, { year, timeZone: calendar.timeZone, windows, ...lastDays }), lastDays),
    ...identicalEvidenceQuestions(await rows.sharedFiles(tx, { year })),
    ...copiedObjectivesQuestions(await rows.sharedTexts(tx, { year })),
    ...lowTargetQuestions(await rows.repeatedTargets(tx, { year })),
    ...neverDiffersQuestions(
      await rows.supervisorsReviews(tx, { year, minimum: defaultNeverDiffersMinimum }),
      defaultNeverDiffersMinimum,
    ),
    ...verificationSample(await rows.rankedIds(tx, { year }), sampleShare * 100, `${year}/${state.freezes}`),
  ]
  await replaceQuestions(tx, { year, questions, newId, now })
  await runs.done(tx, { year, kind: 'integrity', freeze: state.freezes, now })
}

type Answer = Acting & {
  readonly year: number
  readonly id: string
  readonly version: number
  readonly answer: string
}

/** What the committee learned; nobody answers a question about themselves. */
export async function answerIntegrity({ id, version, answer, ...acting }: Answer): Promise<{ version: number }> {
  const { year, actor, now, tx } = acting
  const room = await enterToAct({ ...acting, needs: voters })
  const found = await lockQuestion(tx, { id, year })
  if (!found) throw refuse(errors.notFound)
  const by = room.me.employeeId
  if (found.personId === by) throw refuse(errors.ownPeople)
  if (found.version !== version) throw await changedByOther(tx, { type: 'integrity_question', id })
  await answerQuestion(tx, { id, year, answer, by, now })
  audit.record(tx, {
    actor,
    action: 'calibration.answer_question',
    subject: { type: 'integrity_question', id },
    after: { year, answer },
    at: now,
  })
  return { version: version + 1 }
}
