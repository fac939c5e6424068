import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standingOf } from '../policy.ts'
import { awaits, mayRecord, mayRule } from './acts.ts'
import type { AssessmentFacts } from './facts.ts'
import { abilities, decide, type MoveName, moveNames } from './workflow.ts'

const facts: AssessmentFacts = {
  status: 'assessing',
  employeeId: 'employee',
  supervisorId: 'supervisor',
  higherOfficialId: 'boss',
  recordedBy: null,
  objectionUntil: null,
  higherMayDecide: false,
  sentBefore: false,
  dueOn: '2026-04-07',
  hasMeeting: true,
  startsOn: '2026-01-01',
  opensOn: '2026-03-17',
  reviewBegun: false,
  unaccepted: 0,
  corrections: { unanswered: 0, unruled: 0, returned: 0 },
  interimNoteAwaited: false,
  feedbackOwed: false,
  cycleStatus: 'open',
  cycleDecided: false,
  yearFrozen: false,
}
const today = '2026-03-20'
const employee = { employeeId: 'employee', parts: ['employee'], today } as const
const supervisor = { employeeId: 'supervisor', parts: ['supervisor'], today } as const
const boss = { employeeId: 'boss', parts: ['higher_official'], today } as const
const reviewing: AssessmentFacts = { ...facts, status: 'reviewing', sentBefore: true }

function why(given: AssessmentFacts, move: MoveName, who: typeof employee | typeof supervisor | typeof boss): string {
  const ruling = decide(given, { ...who, move, supplied: ['comment', 'reason'], acceptsRemaining: false })
  return ruling.kind === 'moved' ? ruling.to : ruling.why
}

describe('what stands in the way of an approval', () => {
  test.each([
    ['nothing', {}, 'closed'],
    ['lines that were neither accepted nor corrected', { unaccepted: 1 }, 'assessment.lines_not_accepted'],
    [
      'a correction without an answer',
      { corrections: { unanswered: 1, unruled: 0, returned: 0 } },
      'assessment.corrections_unanswered',
    ],
    [
      'a reservation without a ruling',
      { corrections: { unanswered: 0, unruled: 1, returned: 0 } },
      'assessment.corrections_unruled',
    ],
    [
      'a correction that was returned',
      { corrections: { unanswered: 0, unruled: 0, returned: 1 } },
      'assessment.corrections_returned',
    ],
    ['a note that the outgoing supervisor owes', { interimNoteAwaited: true }, 'assessment.interim_note_awaited'],
    ['strengths and improvements that are owed beside it', { feedbackOwed: true }, 'assessment.feedback_owed'],
    ['a meeting that was not recorded', { hasMeeting: false }, 'workflow.needs_meeting'],
    ['a year that is frozen', { yearFrozen: true }, 'assessment.year_frozen'],
    ['a cycle that was decided', { cycleDecided: true }, 'assessment.cycle_decided'],
  ] as const)('%s', (_, more, expected) => {
    expect(why({ ...reviewing, ...more }, 'approve', supervisor)).toBe(expected)
  })

  test('the higher official approves only when it has come to that', () => {
    expect(why(reviewing, 'approve', boss)).toBe('assessment.supervisor_decides')
    expect(why({ ...reviewing, higherMayDecide: true }, 'approve', boss)).toBe('closed')
    expect(why({ ...reviewing, supervisorId: null }, 'approve', boss)).toBe('closed')
    expect(why({ ...reviewing, recordedBy: 'supervisor' }, 'approve', boss)).toBe('closed')
  })
})

test('what the supervisor recorded for a late employee is the higher official’s to approve, after the days for objecting', () => {
  expect(why(facts, 'recordFor', supervisor)).toBe('assessment.not_late')
  expect(why({ ...facts, dueOn: '2026-03-19' }, 'recordFor', supervisor)).toBe('assessing')
  const recorded = { ...reviewing, recordedBy: 'supervisor', objectionUntil: today }
  expect(why(recorded, 'approve', supervisor)).toBe('assessment.own_recording')
  expect(why(recorded, 'approve', boss)).toBe('assessment.objection_open')
  expect(why(recorded, 'object', employee)).toBe('assessing')
  expect(why({ ...recorded, objectionUntil: '2026-03-19' }, 'object', employee)).toBe('assessment.objection_over')
})

test('the employee sends from the day on which the window opens, and takes back until the review has begun', () => {
  expect(why({ ...facts, opensOn: '2026-03-21' }, 'send', employee)).toBe('assessment.window_not_open')
  expect(why(facts, 'send', employee)).toBe('reviewing')
  expect(why(reviewing, 'withdraw', employee)).toBe('assessing')
  expect(why({ ...reviewing, reviewBegun: true }, 'withdraw', employee)).toBe('assessment.review_begun')
})

test('only the higher official reopens what is closed', () => {
  const closed: AssessmentFacts = { ...reviewing, status: 'closed' }
  expect(why(closed, 'reopen', boss)).toBe('reviewing')
  expect(why(closed, 'reopen', supervisor)).toBe('workflow.not_yours')
  expect(abilities(closed, employee)).toEqual({})
})

test('who records is the employee, or the recorder in the employee’s place', () => {
  expect(mayRecord(facts, employee)).toEqual({ allowed: true })
  expect(mayRecord({ ...facts, status: 'agreed' }, employee)).toEqual({ allowed: true })
  expect(mayRecord(reviewing, employee)).toEqual({ allowed: false, why: 'assessment.not_recordable' })
  expect(mayRecord({ ...facts, recordedBy: 'supervisor' }, employee)).toMatchObject({ allowed: false })
  expect(mayRecord(facts, supervisor)).toEqual({ allowed: false, why: 'assessment.only_employee_records' })
})

test('a reservation about a higher official’s own correction stands beside it: nobody above rules on it', () => {
  const correction = {
    correctedBy: 'boss',
    correctedAs: 'higher_official',
    answerDueOn: today,
    answer: 'reserved',
    ruling: null,
    ended: false,
  } as const
  expect(awaits(correction, { today, higherOfficialId: 'boss' })).toBeNull()
  expect(mayRule(reviewing, correction, boss)).toEqual({ allowed: false, why: 'assessment.own_correction' })
  const ofSupervisor = { ...correction, correctedBy: 'supervisor', correctedAs: 'supervisor' } as const
  expect(awaits(ofSupervisor, { today, higherOfficialId: 'boss' })).toBe('ruling')
  expect(awaits({ ...ofSupervisor, answer: null }, { today: '2026-03-21', higherOfficialId: 'boss' })).toBeNull()
})

test('whatever is delegated to whom, nobody approves the own assessment or one that they recorded', () => {
  const person = fc.constantFrom('a', 'b', 'c', 'd')
  fc.assert(
    fc.property(
      fc.record({
        me: person,
        employeeId: person,
        supervisorId: fc.option(person),
        higherOfficialId: fc.option(person),
        recordedBy: fc.option(person),
        actingFor: fc.uniqueArray(person),
        higherMayDecide: fc.boolean(),
        move: fc.constantFrom(...moveNames),
      }),
      ({ me, move, ...around }) => {
        const standing = standingOf({ employeeId: me, roles: [] }, around)
        if (!standing) return
        const asker = { employeeId: me, parts: standing.parts, today }
        const given = { ...reviewing, ...around }
        const ruling = decide(given, { ...asker, move: 'approve', supplied: [], acceptsRemaining: true })
        if (ruling.kind !== 'moved') return
        expect(me).not.toBe(around.employeeId)
        expect(me).not.toBe(around.recordedBy)
        const behalf = standing.behalf[ruling.part] ?? null
        if (behalf !== null) expect([around.employeeId, around.recordedBy]).not.toContain(behalf)
        expect(moveNames).toContain(move)
      },
    ),
    { numRuns: 1000 },
  )
})
