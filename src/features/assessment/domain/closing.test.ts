import { describe, expect, test } from 'vitest'
import { calendarOf } from '../../../shared/working-days.ts'
import { changeOf, type Difficulty } from './difficulties.ts'
import { isLate, percentText, readStored, totalsOf, valueText } from './measured.ts'
import { outcomeOf, type PersonFacts } from './outcome.ts'
import { problemsOf } from './problems.ts'
import { windowOf } from './window.ts'

const calendar = calendarOf({ weekend: [5, 6], holidays: [] })
const cycle = { startsOn: '2026-01-01', endsOn: '2026-03-31' }
const rules = { cycle, calendar, coverageShare: 50, hostMonths: 3 }
const whole = [{ achievement: 100_000_000, weight: 10_000 }]
const document = { startsOn: null, endsOn: null, agreed: true, closed: true, lines: whole }
const person: PersonFacts = { hiredOn: '2020-01-01', exitedOn: null, absences: [], documents: [document] }

describe('what a closed cycle counts', () => {
  test('an approved cycle is the exact sum of its scores, over all of its working days', () => {
    expect(outcomeOf(person, rules)).toMatchObject({
      status: 'counted',
      coveredDays: 64,
      cycleDays: 64,
      result: 1_000_000_000_000n,
      literal: 100_000_000n,
    })
  })

  test('segments are weighed by their working days', () => {
    const documents = [
      { ...document, endsOn: '2026-01-31', lines: [{ achievement: 60_000_000, weight: 10_000 }] },
      { ...document, startsOn: '2026-02-01' },
    ]
    // 21 days at 60 and 43 at 100.
    const found = outcomeOf({ ...person, documents }, rules)
    expect(found).toMatchObject({ coveredDays: 64, segments: 2, result: 868_750_000_000n })
  })

  test.each([
    ['nobody agreed a plan', { documents: [{ ...document, agreed: false, closed: false }] }, 'undecided', 'not_agreed'],
    ['there is no document', { documents: [] }, 'undecided', 'no_document'],
    ['nobody assessed the plan', { documents: [{ ...document, closed: false }] }, 'undecided', 'not_assessed'],
    ['most of it came before joining', { hiredOn: '2026-02-22' }, 'excused', 'joined'],
    ['most of it came after leaving', { exitedOn: '2026-02-05' }, 'excused', 'left'],
    [
      'half of it was leave',
      { absences: [{ kind: 'sick_leave', startsOn: '2026-01-01', endsOn: '2026-02-15' }] },
      'excused',
      'leave',
    ],
    [
      'half of it was training',
      { absences: [{ kind: 'training', startsOn: '2026-01-01', endsOn: '2026-02-15' }] },
      'counted',
      null,
    ],
    [
      'a long secondment left no plan here',
      { documents: [], absences: [{ kind: 'secondment', startsOn: '2026-01-01', endsOn: '2026-06-30' }] },
      'excused',
      'leave',
    ],
    [
      'a short secondment left no plan here',
      { documents: [], absences: [{ kind: 'secondment', startsOn: '2026-01-01', endsOn: '2026-02-20' }] },
      'undecided',
      'no_document',
    ],
  ] as const)('%s', (_, more, status, cause) => {
    expect(outcomeOf({ ...person, ...more }, rules)).toMatchObject({ status, cause })
  })
})

test('the window opens ten working days before the end; a document that a transfer cut short is due sooner', () => {
  const windows = { opensBefore: 10, closesAfter: 5, review: 10, cycleClose: 20, outgoingRating: 7 }
  expect(windowOf(cycle, { cycle, windows, calendar })).toEqual({
    opensOn: '2026-03-17',
    dueOn: '2026-04-07',
    reviewDueOn: '2026-04-21',
    closedBy: '2026-04-28',
  })
  const cut = windowOf({ startsOn: '2026-01-01', endsOn: '2026-01-06' }, { cycle, windows, calendar })
  expect(cut).toMatchObject({ opensOn: '2026-01-01', dueOn: '2026-01-13', reviewDueOn: '2026-01-22' })
})

test('values keep their type on the way to the database and back', () => {
  expect(valueText('number', '12.5000')).toBe('12.5')
  expect(valueText('number', '-0.2500')).toBe('-0.25')
  expect(valueText('date', '20534')).toBe('2026-03-22')
  expect(valueText('percentage', null)).toBeNull()
  expect(readStored('number', '1250')).toBe(12_500_000n)
  expect(isLate('date', 20_545n, '2026-03-31')).toBe(true)
  expect(isLate('date', 20_543n, '2026-03-31')).toBe(false)
  expect(isLate('number', 20_545n, '2026-03-31')).toBe(false)
})

test('the result so far leaves what is not recorded at nothing, and both readings are exact', () => {
  const line = { recorded: true, level: 'meets', accepted: false, corrected: false } as const
  const lines = [
    { ...line, achievement: 83_333_333, weight: 4000 },
    { ...line, recorded: false, level: 'under_below', achievement: 0, weight: 6000 } as const,
  ]
  expect(totalsOf(lines)).toMatchObject({ weighted: '33.3333332', literal: '16.666667', recorded: 1, lines: 2 })
  expect(totalsOf([])).toMatchObject({ weighted: '0', literal: '0' })
  expect(percentText(87_500_000)).toBe('87.5')
})

describe('sending', () => {
  const line = { keyResultId: 'k', recorded: true, actual: '9', late: false, evidence: 1 }
  const content = { lines: [line], noDifficulties: true, difficulties: [], evidenceRequired: true }
  test.each([
    ['lacks nothing', {}, []],
    ['lacks a value', { lines: [{ ...line, recorded: false }] }, ['assessment.not_recorded']],
    ['lacks evidence', { lines: [{ ...line, evidence: 0 }] }, ['assessment.evidence_missing']],
    ['needs no evidence of what was not delivered', { lines: [{ ...line, actual: null, evidence: 0 }] }, []],
    ['lacks a word about difficulties', { noDifficulties: false }, ['assessment.difficulties_unanswered']],
  ])('%s', (_, more, codes) => {
    expect(problemsOf({ ...content, ...more }).map((one) => one.code)).toEqual(codes)
  })

  test('warns where the policy asks for no evidence, and of a late delivery', () => {
    const lines = [{ ...line, evidence: 0, late: true }]
    const found = problemsOf({ ...content, lines, evidenceRequired: false })
    expect(found.map((one) => one.severity)).toEqual(['warns', 'warns'])
  })
})

test('the list of difficulties that was sent says what is new, what changed and what is gone', () => {
  const own: Difficulty = {
    id: '1',
    kind: 'tools',
    body: 'قديم',
    keyResultId: null,
    carriedFrom: null,
    status: 'open',
    resolution: null,
  }
  const carried: Difficulty = { ...own, id: '2', carriedFrom: '0' }
  const added = { kind: 'staff', body: 'نقص', keyResultId: null, resolution: null } as const
  expect(changeOf([own, carried], { none: false, items: [added, { ...added, id: '2' }] })).toEqual({
    added: [added],
    changed: [{ ...added, id: '2' }],
    removed: ['1'],
  })
  expect(changeOf([own, carried], { none: true, items: [] })).toBe('assessment.difficulties_and_none')
  expect(changeOf([own], { none: false, items: [{ ...added, id: '9' }] })).toBe('assessment.difficulty_not_found')
})
