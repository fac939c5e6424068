import { describe, expect, test } from 'vitest'
import { parts, requirementOf, statuses } from './nomination.ts'
import { abilities, decide, type Facts, isWritable, moveNames, moves } from './workflow.ts'

const facts = (more: Partial<Facts> = {}): Facts => ({
  status: 'verified',
  year: 'signed',
  gate: true,
  requested: false,
  complete: 4,
  needed: 4,
  unexamined: 0,
  met: 4,
  shortOfQuorum: false,
  decisionsBegun: false,
  seat: 'free',
  ...more,
})
const why = (move: (typeof moveNames)[number], more: Partial<Facts>, part: (typeof parts)[number]) => {
  const ruling = decide(facts(more), { parts: [part], move, supplied: ['reason'] })
  return ruling.kind === 'moved' ? ruling.to : ruling.why
}

describe('conditions', () => {
  test('the sixth applies only when the head has designated projects', () => {
    expect(requirementOf({ policy: 5, projects: 0 })).toEqual({ applicable: 4, needed: 4 })
    expect(requirementOf({ policy: 5, projects: 2 })).toEqual({ applicable: 5, needed: 5 })
    expect(requirementOf({ policy: 3, projects: 2 })).toEqual({ applicable: 5, needed: 3 })
  })
})

describe('moves', () => {
  test('each is for its part alone, in its states alone', () => {
    for (const move of moveNames) {
      for (const status of statuses) {
        for (const part of parts) {
          const ruling = decide(facts({ status, requested: true, seat: 'free' }), {
            parts: [part],
            move,
            supplied: ['reason'],
          })
          const isFor = moves[move].by === part
          const isOpen = (moves[move].from as readonly string[]).includes(status)
          if (!isFor) expect(ruling).toEqual({ kind: 'refused', why: 'workflow.not_yours' })
          else if (!isOpen) expect(ruling).toEqual({ kind: 'refused', why: 'workflow.not_open' })
        }
      }
    }
  })

  test('nobody decides about the own nomination: no move belongs to the employee', () => {
    for (const status of statuses) expect(abilities(facts({ status }), ['employee'])).toEqual({})
  })

  test('a dossier is sent only for whoever passed the gate, with enough conditions complete', () => {
    const draft = { status: 'draft' } as const
    expect(why('submit', draft, 'nominator')).toBe('submitted')
    expect(why('submit', { ...draft, gate: false }, 'nominator')).toBe('excellence.gate')
    expect(why('submit', { ...draft, complete: 3 }, 'nominator')).toBe('excellence.incomplete')
    expect(why('submit', { ...draft, decisionsBegun: true }, 'nominator')).toBe('excellence.decisions_begun')
    expect(why('submit', { ...draft, year: 'open' }, 'nominator')).toBe('excellence.not_yet')
    expect(why('submit', { ...draft, year: 'approved' }, 'nominator')).toBe('excellence.window_closed')
  })

  test('the decision comes after the signature of the committee and before the approvals', () => {
    expect(why('ratify', { year: 'frozen' }, 'official')).toBe('excellence.not_signed')
    expect(why('ratify', { year: 'signed' }, 'official')).toBe('ratified')
    expect(why('ratify', { year: 'approved' }, 'official')).toBe('excellence.window_closed')
  })

  test('ratifying needs the gate, the conditions, a seat and a reason', () => {
    expect(why('ratify', { gate: false }, 'official')).toBe('excellence.gate')
    expect(why('ratify', { met: 3 }, 'official')).toBe('excellence.too_few_met')
    expect(why('ratify', { seat: 'waits' }, 'official')).toBe('excellence.others_first')
    expect(why('ratify', { seat: 'beyond' }, 'official')).toBe('excellence.no_seat')
    const silent = decide(facts(), { parts: ['official'], move: 'ratify', supplied: [] })
    expect(silent).toEqual({ kind: 'refused', why: 'workflow.needs_reason' })
  })

  test('nobody is passed over while the group has a seat', () => {
    expect(why('passOver', { seat: 'free' }, 'official')).toBe('excellence.seat_not_taken')
    expect(why('passOver', { seat: 'beyond' }, 'official')).toBe('not_seated')
  })

  test('a verification needs every claimed condition examined and a quorum without conflicts', () => {
    expect(why('verify', { status: 'submitted', unexamined: 1 }, 'chair')).toBe('excellence.not_examined')
    expect(why('verify', { status: 'submitted', shortOfQuorum: true }, 'chair')).toBe('excellence.no_quorum')
  })

  test('only what was asked for can be refused, and a refusal needs its reason', () => {
    expect(why('refuse', { status: 'draft' }, 'nominator')).toBe('excellence.not_requested')
    expect(why('refuse', { status: 'draft', requested: true }, 'nominator')).toBe('refused')
  })

  test('a dossier is written on as a draft, until the year is approved', () => {
    expect(isWritable({ status: 'draft', year: 'frozen' })).toBe(true)
    expect(isWritable({ status: 'submitted', year: 'frozen' })).toBe(false)
    expect(isWritable({ status: 'draft', year: 'approved' })).toBe(false)
  })
})
