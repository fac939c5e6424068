import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagram } from '../../../shared/workflow.ts'
import { documentStatuses } from './document.ts'
import type { DocumentFacts, Part } from './facts.ts'
import { abilities, decide, mayEdit, moveNames, moves } from './workflow.ts'

const facts = (more: Partial<DocumentFacts> = {}): DocumentFacts => ({
  status: 'draft',
  employeeId: 'employee',
  edition: 1,
  agreedBefore: false,
  dueOn: '2026-01-21',
  submissions: 0,
  draftedBy: null,
  objectionUntil: null,
  higherMayDecide: false,
  supervisorId: 'supervisor',
  higherOfficialId: 'higher',
  hasMeeting: true,
  amendment: null,
  cycle: { startsOn: '2026-01-01', endsOn: '2026-03-31', planDueOn: '2026-01-21', status: 'open' },
  amendmentClosesOn: '2026-03-14',
  ...more,
})
const as = (...parts: Part[]) => ({ employeeId: parts[0] ?? 'nobody', parts, today: '2026-01-18' })
const full = ['comment', 'reason'] as const

test.each<[string, Partial<DocumentFacts>, Part, (typeof moveNames)[number], string]>([
  ['an employee sends the own draft', {}, 'employee', 'submit', 'submitted'],
  [
    'a returned document can be submitted again by its employee',
    { status: 'returned' },
    'employee',
    'submit',
    'submitted',
  ],
  [
    'an amended document is sent like a first one',
    { status: 'amending', agreedBefore: true },
    'employee',
    'submit',
    'submitted',
  ],
  [
    'what was sent can be taken back while nobody has decided',
    { status: 'submitted' },
    'employee',
    'withdraw',
    'draft',
  ],
  [
    'an amendment that was sent can be taken back',
    { status: 'submitted', agreedBefore: true },
    'employee',
    'withdrawAmended',
    'amending',
  ],
  ['the supervisor agrees after the discussion', { status: 'submitted' }, 'supervisor', 'agree', 'agreed'],
  ['the supervisor returns with a note', { status: 'submitted' }, 'supervisor', 'sendBack', 'returned'],
  [
    'the higher official decides when it has come to that',
    { status: 'submitted', higherMayDecide: true },
    'higher_official',
    'agree',
    'agreed',
  ],
  [
    'the employee asks for an amendment',
    { status: 'agreed', agreedBefore: true },
    'employee',
    'requestAmendment',
    'agreed',
  ],
  [
    'the supervisor accepts what the employee asked for',
    { status: 'agreed', agreedBefore: true, amendment: { id: 'r', side: 'employee', requestedBy: 'employee' } },
    'supervisor',
    'acceptAmendment',
    'amending',
  ],
  [
    'the employee declines what the supervisor asked for',
    { status: 'agreed', agreedBefore: true, amendment: { id: 'r', side: 'supervisor', requestedBy: 'supervisor' } },
    'employee',
    'declineAmendment',
    'agreed',
  ],
  [
    'the employee gives an amendment up',
    { status: 'amending', agreedBefore: true },
    'employee',
    'cancelAmendment',
    'agreed',
  ],
  ['the supervisor drafts for a late employee', { dueOn: '2026-01-17' }, 'supervisor', 'draftFor', 'draft'],
  ['the drafter sends', { draftedBy: 'drafter' }, 'drafter', 'submitFor', 'submitted'],
  [
    'the employee objects in time',
    { status: 'submitted', draftedBy: 'drafter', objectionUntil: '2026-01-18' },
    'employee',
    'object',
    'draft',
  ],
  [
    'the higher official agrees what was drafted, after the days for objecting',
    { status: 'submitted', draftedBy: 'drafter', objectionUntil: '2026-01-17' },
    'higher_official',
    'agree',
    'agreed',
  ],
])('%s', (_name, before, part, move, to) => {
  expect(decide(facts(before), { ...as(part), move, supplied: full })).toEqual({ kind: 'moved', to, part })
})

test.each<[string, Partial<DocumentFacts>, Part, (typeof moveNames)[number], string]>([
  [
    'an employee does not agree to the own document',
    { status: 'submitted' },
    'employee',
    'agree',
    'workflow.not_yours',
  ],
  ['a draft cannot be agreed', {}, 'supervisor', 'agree', 'workflow.not_open'],
  [
    'an agreement needs a recorded meeting',
    { status: 'submitted', hasMeeting: false },
    'supervisor',
    'agree',
    'workflow.needs_meeting',
  ],
  [
    'the higher official waits for the supervisor',
    { status: 'submitted' },
    'higher_official',
    'agree',
    'performance.supervisor_decides',
  ],
  [
    'nobody agrees what they drafted',
    { status: 'submitted', draftedBy: 'supervisor' },
    'supervisor',
    'agree',
    'performance.own_draft',
  ],
  [
    'another supervisor leaves a draft to the higher official',
    { status: 'submitted', draftedBy: 'former' },
    'supervisor',
    'agree',
    'performance.higher_official_decides',
  ],
  [
    'the days for objecting are waited for',
    { status: 'submitted', draftedBy: 'x', objectionUntil: '2026-01-18' },
    'higher_official',
    'agree',
    'performance.objection_open',
  ],
  [
    'an objection comes in time or not at all',
    { status: 'submitted', draftedBy: 'x', objectionUntil: '2026-01-17' },
    'employee',
    'object',
    'performance.objection_over',
  ],
  ['a draft is not taken over before its time', {}, 'supervisor', 'draftFor', 'performance.plan_not_late'],
  [
    'somebody else must be there to agree',
    { dueOn: '2026-01-01', higherOfficialId: 'supervisor' },
    'supervisor',
    'draftFor',
    'performance.no_other_to_agree',
  ],
  [
    'while the supervisor drafts, the employee does not send',
    { draftedBy: 'x' },
    'employee',
    'submit',
    'performance.drafted_by_supervisor',
  ],
  [
    'a document without a supervisor goes nowhere',
    { supervisorId: null, higherOfficialId: null },
    'employee',
    'submit',
    'performance.no_supervisor',
  ],
  [
    'one amendment at a time',
    { status: 'agreed', amendment: { id: 'r', side: 'employee', requestedBy: 'employee' } },
    'supervisor',
    'requestAmendment',
    'performance.amendment_pending',
  ],
  [
    'no amendment in the closing days',
    { status: 'agreed', amendmentClosesOn: '2026-01-18' },
    'supervisor',
    'requestAmendment',
    'performance.amendment_too_late',
  ],
  [
    'the own side does not answer',
    { status: 'agreed', amendment: { id: 'r', side: 'employee', requestedBy: 'employee' } },
    'employee',
    'acceptAmendment',
    'performance.other_side_answers',
  ],
  [
    'the higher official does not answer his own request',
    { status: 'agreed', amendment: { id: 'r', side: 'supervisor', requestedBy: 'higher_official' } },
    'higher_official',
    'acceptAmendment',
    'performance.other_side_answers',
  ],
  [
    'a closed cycle stands still',
    { cycle: { ...facts().cycle, status: 'closed' } },
    'employee',
    'submit',
    'performance.cycle_not_open',
  ],
])('refused: %s', (_name, before, part, move, why) => {
  expect(decide(facts(before), { ...as(part), move, supplied: full })).toEqual({ kind: 'refused', why })
})

test('the higher official may ask for an amendment even in the closing days', () => {
  const late = facts({ status: 'agreed', amendmentClosesOn: '2026-01-10' })
  expect(decide(late, { ...as('higher_official'), move: 'requestAmendment', supplied: full }).kind).toBe('moved')
})

test('a return and a decline need words, an objection and an amendment a reason', () => {
  const needy = moveNames.filter((move) => 'needs' in moves[move])
  expect(needy.toSorted()).toEqual([
    'agree',
    'cancelAmendment',
    'declineAmendment',
    'object',
    'requestAmendment',
    'sendBack',
  ])
})

test('what is shown as allowed is allowed, for every state and part', () => {
  for (const status of documentStatuses) {
    for (const part of [
      'employee',
      'supervisor',
      'higher_official',
      'drafter',
      'ejada_team',
      'finance_administration',
    ] as const) {
      const shown = abilities(facts({ status }), as(part))
      for (const move of moveNames) {
        const done = decide(facts({ status }), { ...as(part), move, supplied: full }).kind === 'moved'
        expect(shown[move]?.allowed ?? false).toBe(done)
      }
    }
  }
})

test('readers of states and links never move anything', () => {
  for (const status of documentStatuses) {
    expect(abilities(facts({ status }), as('ejada_team'))).toEqual({})
    expect(abilities(facts({ status }), as('finance_administration'))).toEqual({})
  }
})

test('only the employee edits, and only while the document is being written', () => {
  for (const status of documentStatuses) {
    const open = ['draft', 'returned', 'amending'].includes(status)
    expect(mayEdit(facts({ status }), as('employee')).allowed).toBe(open)
    expect(mayEdit(facts({ status }), as('supervisor'))).toEqual({
      allowed: false,
      why: 'performance.only_employee_edits',
    })
  }
  expect(mayEdit(facts({ draftedBy: 'drafter' }), as('employee'))).toEqual({
    allowed: false,
    why: 'performance.drafted_by_supervisor',
  })
  expect(mayEdit(facts({ draftedBy: 'drafter' }), as('drafter')).allowed).toBe(true)
})

test('the picture in the README is the table of moves', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(`\`\`\`mermaid\n${diagram(moves)}\`\`\``)
})
