import { expect, test } from 'vitest'
import { abilities, decide, diagram, type Moves, statusesOf } from './workflow.ts'

const moves = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: 'employee', clock: 'decision', waitsFor: 'supervisor' },
  sendBack: { from: ['submitted'], to: 'returned', by: ['supervisor', 'higher_official'], needs: ['comment'] },
  agree: { from: ['submitted'], to: 'agreed', by: 'supervisor', needs: ['meeting', 'comment'], tells: ['employee'] },
} as const satisfies Moves

test('a returned document can be submitted again by its employee', () => {
  const decision = decide(moves, { status: 'returned', move: 'submit', parts: ['employee'], supplied: [] })
  expect(decision).toEqual({ kind: 'moved', to: 'submitted', move: moves.submit })
})

test('any of several parts may move', () => {
  const asked = { status: 'submitted', move: 'sendBack', supplied: ['comment'] } as const
  expect(decide(moves, { ...asked, parts: ['higher_official'] }).kind).toBe('moved')
})

test.each([
  ['a stranger is refused before the state is looked at', 'draft', 'agree', [], [], 'workflow.not_yours'],
  ['an employee does not agree to the own document', 'submitted', 'agree', ['employee'], [], 'workflow.not_yours'],
  ['a draft cannot be agreed', 'draft', 'agree', ['supervisor'], ['meeting'], 'workflow.not_open'],
  ['a return needs a comment', 'submitted', 'sendBack', ['supervisor'], [], 'workflow.needs_comment'],
  ['an agreement needs a meeting first', 'submitted', 'agree', ['supervisor'], [], 'workflow.needs_meeting'],
  ['then what else is missing', 'submitted', 'agree', ['supervisor'], ['meeting'], 'workflow.needs_comment'],
] as const)('%s', (_name, status, move, parts, supplied, why) => {
  expect(decide(moves, { status, move, parts, supplied })).toEqual({ kind: 'refused', why })
})

test('the interface hears of the moves of the own parts only, each with its reason', () => {
  expect(abilities(moves, { status: 'submitted', parts: ['supervisor'] })).toEqual({
    sendBack: { allowed: true },
    agree: { allowed: false, why: 'workflow.needs_meeting' },
  })
  expect(abilities(moves, { status: 'submitted', parts: ['supervisor'], supplied: ['meeting'] }).agree).toEqual({
    allowed: true,
  })
  expect(abilities(moves, { status: 'submitted', parts: ['employee'] })).toEqual({
    submit: { allowed: false, why: 'workflow.not_open' },
  })
  expect(abilities(moves, { status: 'submitted', parts: [] })).toEqual({})
})

test('what is shown as allowed is allowed, and nothing else', () => {
  for (const status of statusesOf(moves)) {
    for (const part of ['employee', 'supervisor', 'higher_official', 'stranger']) {
      const shown = abilities(moves, { status, parts: [part], supplied: ['meeting'] })
      for (const move of ['submit', 'sendBack', 'agree'] as const) {
        const done = decide(moves, { status, move, parts: [part], supplied: ['meeting', 'comment'] }).kind === 'moved'
        expect(shown[move]?.allowed ?? false).toBe(done)
      }
    }
  }
})

test('a table of moves draws itself', () => {
  expect(diagram(moves)).toBe(`stateDiagram-v2
    [*] --> draft
    draft --> submitted: submit (employee)
    returned --> submitted: submit (employee)
    submitted --> returned: sendBack (supervisor, higher_official) with comment
    submitted --> agreed: agree (supervisor) with meeting and comment
    agreed --> [*]
`)
})
