import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { weightText } from '../../../shared/decimal.ts'
import { directionOf } from '../../../shared/measure.ts'
import { refuse } from '../../../shared/refusal.ts'
import { peopleById } from '../../performance/public.ts'
import {
  awaits,
  type Correction,
  mayAnswer,
  mayMeet,
  mayRecord,
  mayReviewLines,
  mayRule,
  mayTakeBack,
} from '../domain/acts.ts'
import { isLate, lineScore, percentText, readStored, totalsOf, valueText } from '../domain/measured.ts'
import { blocking, type Problem, problemsOf } from '../domain/problems.ts'
import { type Ability, type Asker, abilities } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { type Standing, standingOf } from '../policy.ts'
import { factsOf } from '../repository/assessments.ts'
import type { AssessmentView } from '../schema.ts'
import {
  type AssessmentRecord,
  assessmentRecord,
  type ShownCorrection,
  type ShownLine,
  yearOfDocument,
} from '../views/assessment.ts'
import { factsFrom, type Seen } from './access.ts'
import { connections } from './connections.ts'
import { settingsOf } from './settings.ts'

type Request = { readonly documentId: string; readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

export type Shown = Seen & {
  readonly record: AssessmentRecord
  readonly standing: Standing
  readonly asker: Asker
  readonly problems: readonly Problem[]
}

/** The assessment as this reader may see it; to everyone else it does not exist (AMB-40). */
export async function showAssessment(request: Request): Promise<Shown & { readonly view: AssessmentView }> {
  const { documentId, actor, now, tx } = request
  const year = await yearOfDocument(tx, { documentId })
  if (year === null) throw refuse(errors.notFound)
  const settings = await settingsOf(tx, { now, year })
  const { today } = settings
  const assessment = await factsOf(tx, { documentId, employeeId: actor.employeeId, today })
  const standing = assessment && standingOf(actor, assessment)
  if (!assessment || !standing) throw refuse(errors.notFound)
  if (assessment.agreedAt === null || ['draft', 'submitted', 'returned', 'amending'].includes(assessment.status)) {
    throw refuse(errors.notAgreed)
  }
  const record = await assessmentRecord(tx, { documentId, today })
  if (!record) throw refuse(errors.notFound)
  const yearFrozen = await connections().yearFrozen(tx, { year })
  const asker = { employeeId: actor.employeeId ?? '', parts: standing.parts, today }
  const seen = { assessment, settings, ...factsFrom(assessment, settings, yearFrozen) }
  const problems = problemsOf({
    lines: record.objectives.flatMap(({ lines }) =>
      lines.map((line) => ({
        keyResultId: line.keyResultId,
        recorded: line.recorded,
        actual: line.actual,
        late: late(line, assessment.cycle.endsOn),
        evidence: line.evidence.length,
      })),
    ),
    noDifficulties: assessment.noDifficulties,
    difficulties: record.difficulties,
    evidenceRequired: settings.evidenceRequired,
  })
  const shown: Shown = { ...seen, record, standing, asker, problems }
  const behalf = Object.values(standing.behalf)[0] ?? null
  const people = await peopleById(tx, { ids: behalf ? [behalf] : [], today })
  return { ...shown, view: present(shown, (behalf && people.get(behalf)) || null) }
}

function present(shown: Shown, onBehalfOf: AssessmentView['onBehalfOf']): AssessmentView {
  const { assessment, record, standing, settings, window, facts } = shown
  const full = standing.view === 'full'
  const { people } = record
  const lines = record.objectives.flatMap((one) => one.lines)
  const scale = assessment.scale ?? settings.scale
  return {
    documentId: assessment.documentId,
    version: assessment.version,
    view: standing.view,
    parts: [...standing.parts],
    onBehalfOf,
    status: assessment.status,
    statusSince: record.statusSince.toISOString(),
    segment: {
      number: assessment.segment,
      of: record.segments,
      startsOn: assessment.startsOn,
      endsOn: assessment.endsOn,
    },
    employee: people.employee,
    supervisor: people.supervisor,
    higherOfficial: people.higherOfficial,
    cycle: assessment.cycle,
    waiting: waitingOf(shown),
    window: { ...window },
    recordedBy: people.recordedBy,
    objectionUntil: assessment.objectionUntil,
    higherMayDecide: assessment.higherMayDecide,
    returnCount: assessment.returns,
    provisional: assessment.provisional,
    sentAt: instantOf(assessment.submittedAt),
    approvedBy: people.approvedBy,
    approvedFor: people.approvedFor,
    approvedAt: instantOf(record.approvedAt),
    updatedAt: new Date(assessment.updatedAt).toISOString(),
    updatedBy: full ? people.updatedBy : null,
    evidence: {
      required: settings.evidenceRequired,
      fileBytes: settings.limits.file,
      documentBytes: settings.limits.document,
      leftBytes: Math.max(0, settings.limits.document - Number(record.evidenceBytes)),
    },
    scale: { ...scale.anchors, cap: scale.cap },
    objectives: full ? record.objectives.map((one) => presentObjective(one, shown)) : [],
    totals: full ? totalsOf(lines.map(counted)) : null,
    noDifficulties: full && assessment.noDifficulties,
    difficulties: full ? record.difficulties.map((one) => ({ ...one })) : [],
    strengths: full ? assessment.strengths : '',
    improvements: full ? assessment.improvements : '',
    meetings: full ? record.meetings : [],
    interimNotes: full ? record.interimNotes : [],
    problems: full ? shown.problems.map((one) => ({ ...one })) : [],
    timeline: full ? record.timeline.map((one) => ({ ...one })) : [],
    result: record.result && (full ? record.result : { ...record.result, weighted: null, literal: null, reason: null }),
    can: full ? abilitiesFor(shown, facts.status) : {},
  }
}

/** What the totals look at. */
function counted(line: ShownLine) {
  return {
    recorded: line.recorded,
    achievement: line.achievement,
    weight: line.weight,
    level: line.level,
    accepted: line.acceptedAt !== null,
    corrected: line.corrections.some((one) => one.endedAt === null),
  }
}

function late({ dataType, actual }: ShownLine, cycleEndsOn: string): boolean {
  return actual !== null && isLate(dataType, readStored(dataType, actual), cycleEndsOn)
}

type Objective = AssessmentView['objectives'][number]

function presentObjective(one: AssessmentRecord['objectives'][number], shown: Shown): Objective {
  const weight = one.lines.reduce((sum, line) => sum + line.weight, 0)
  return { ...one, weight: weightText(weight), lines: one.lines.map((line) => presentLine(line, shown)) }
}

function presentLine(line: ShownLine, shown: Shown): Objective['lines'][number] {
  const { dataType } = line
  const { assessment, facts, asker } = shown
  const text = (stored: string) => valueText(dataType, stored)
  const quantity = (stored: string) => readStored(dataType, stored)
  const targets = { below: quantity(line.below), meets: quantity(line.meets), exceeds: quantity(line.exceeds) }
  const record = mayRecord(facts, asker)
  const review = mayReviewLines(facts, asker)
  const corrected = line.corrections.some((one) => one.endedAt === null)
  return {
    keyResultId: line.keyResultId,
    statement: line.statement,
    dataType,
    direction: directionOf(targets) ?? 'higher',
    targets: { below: text(line.below), meets: text(line.meets), exceeds: text(line.exceeds) },
    weight: weightText(line.weight),
    recorded: line.recorded,
    claimed: valueText(dataType, line.claimed),
    actual: valueText(dataType, line.actual),
    late: late(line, assessment.cycle.endsOn),
    achievement: percentText(line.achievement),
    level: line.level,
    score: lineScore(line),
    remark: line.remark,
    recordedAt: line.recordedAt,
    accepted: line.acceptedAt && line.acceptedBy ? { at: line.acceptedAt, by: line.acceptedBy } : null,
    evidence: line.evidence.map((one) => ({ ...one, can: shownTo(record, 'remove') })),
    corrections: line.corrections.map((one) => presentCorrection(one, line, shown)),
    can: {
      ...shownTo(record, 'record'),
      ...shownTo(record, 'addEvidence'),
      ...(corrected ? {} : shownTo(review, 'accept')),
      ...shownTo(review, 'correct'),
    },
  }
}

type Line = Objective['lines'][number]

function presentCorrection(
  one: ShownCorrection,
  line: ShownLine,
  { facts, asker }: Shown,
): Line['corrections'][number] {
  const correction: Correction = { ...one, correctedBy: one.correctedBy.id, ended: one.endedAt !== null }
  const rule = mayRule(facts, correction, asker)
  const returnedBefore = line.corrections.some((other) => other.ruling === 'returned')
  return {
    ...one,
    from: valueText(line.dataType, one.from),
    to: valueText(line.dataType, one.to),
    fromAchievement: percentText(one.fromAchievement),
    toAchievement: percentText(one.toAchievement),
    can: {
      ...shownTo(mayAnswer(facts, correction, asker), 'answer'),
      ...shownTo(rule, 'rule'),
      ...shownTo(rule.allowed && returnedBefore ? no(errors.returnedOnce.code) : rule, 'returnOnce'),
      ...shownTo(mayTakeBack(facts, correction, asker), 'takeBack'),
    },
  }
}

const no = (why: string): Ability => ({ allowed: false, why })
const silent: ReadonlySet<string> = new Set([
  errors.notYours.code,
  errors.notOpen.code,
  errors.notRecordable.code,
  errors.onlyEmployeeRecords.code,
])

/** An act that is not the reader's, or not of this state, is left away; what else stands in its way is said. */
function shownTo<Name extends string>(ability: Ability, name: Name): { [K in Name]?: Ability } {
  const hidden = !ability.allowed && silent.has(ability.why)
  return (hidden ? {} : { [name]: ability }) as { [K in Name]?: Ability }
}

function abilitiesFor({ facts, asker, problems }: Shown, status: string): AssessmentView['can'] {
  const record = mayRecord(facts, asker)
  const review = mayReviewLines(facts, asker)
  const can: AssessmentView['can'] = {
    ...abilities(facts, asker),
    ...shownTo(record, 'record'),
    ...shownTo(record, 'difficulties'),
    ...shownTo(review, 'feedback'),
    ...shownTo(facts.unaccepted > 0 ? review : no(errors.notOpen.code), 'acceptAll'),
    ...shownTo(mayMeet(facts, asker), 'recordMeeting'),
    ...(status === 'closed' || status === 'reviewing' ? { print: { allowed: true } as const } : {}),
    ...(asker.parts.includes('supervisor') ? { writeInterimNote: { allowed: true } as const } : {}),
  }
  for (const move of ['send', 'sendFor'] as const) {
    if (can[move]?.allowed && blocking(problems).length > 0) can[move] = no(errors.incomplete.code)
  }
  return can
}

function waitingOf({ assessment, settings, facts }: Shown): AssessmentView['waiting'] {
  const { dueOn } = assessment
  const waits = { dueOn, lateDays: dueOn ? workingDaysLate({ dueOn, ...settings }) : 0 }
  if (facts.status === 'assessing') return { ...waits, for: facts.recordedBy ? 'supervisor' : 'employee' }
  if (facts.status !== 'reviewing') return null
  const asked = assessment.corrections.map((one) => awaits(one, { today: settings.today, ...facts }))
  if (asked.includes('answer')) return { ...waits, for: 'employee' }
  const above = asked.includes('ruling') || facts.recordedBy !== null || facts.supervisorId === null
  return { ...waits, for: above ? 'higher_official' : 'supervisor' }
}

function instantOf(at: Date | null): string | null {
  return at && new Date(at).toISOString()
}
