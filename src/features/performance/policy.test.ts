import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentFacts } from './domain/facts.ts'
import { decide, moveNames } from './domain/workflow.ts'
import { type Relations, standingOf } from './policy.ts'

const around = (more: Partial<Relations> = {}): Relations => ({
  employeeId: 'e',
  supervisorId: 's',
  higherOfficialId: 'h',
  draftedBy: null,
  actingFor: [],
  ...more,
})
const person = (employeeId: string | null, ...roles: Parameters<typeof standingOf>[0]['roles'][number][]) => ({
  employeeId,
  roles,
})

test('each sees the own part of a document, and a stranger nothing', () => {
  expect(standingOf(person('e'), around())).toEqual({ parts: ['employee'], view: 'full', behalf: {} })
  expect(standingOf(person('s'), around())?.parts).toEqual(['supervisor'])
  expect(standingOf(person('h'), around())?.parts).toEqual(['higher_official'])
  expect(standingOf(person('x'), around())).toBe(null)
  expect(standingOf(person(null), around())).toBe(null)
})

test('the head is both supervisor and higher official of the direct reports', () => {
  expect(standingOf(person('h'), around({ supervisorId: 'h' }))?.parts).toEqual(['supervisor', 'higher_official'])
})

test('a delegate plays the part, stamped with the name of the one who delegated', () => {
  expect(standingOf(person('d'), around({ actingFor: ['s'] }))).toEqual({
    parts: ['supervisor'],
    view: 'full',
    behalf: { supervisor: 's' },
  })
})

test('the employee concerned stays the employee, whatever was delegated', () => {
  expect(standingOf(person('e', 'ejada_team'), around({ actingFor: ['s', 'h'] }))).toEqual({
    parts: ['employee'],
    view: 'full',
    behalf: {},
  })
})

test('the Ejada team sees the state, the verifier the links, an administrator nothing', () => {
  expect(standingOf(person('x', 'ejada_team'), around())?.view).toBe('status')
  expect(standingOf(person('x', 'finance_administration'), around())?.view).toBe('links')
  expect(standingOf(person('x', 'entity_administrator', 'auditor'), around())).toBe(null)
})

test('no chain of delegations lets anybody decide the own document, or one that they drafted', () => {
  const people = fc.constantFrom('e', 's', 'h', 'd', 'x')
  const some = fc.option(people, { nil: null })
  fc.assert(
    fc.property(
      people,
      people,
      some,
      some,
      some,
      fc.uniqueArray(people),
      fc.boolean(),
      (actor, employeeId, supervisorId, higherOfficialId, draftedBy, actingFor, higherMayDecide) => {
        const standing = standingOf(person(actor), { employeeId, supervisorId, higherOfficialId, draftedBy, actingFor })
        if (!standing) return
        const facts: DocumentFacts = {
          status: 'submitted',
          employeeId,
          edition: 1,
          agreedBefore: false,
          dueOn: null,
          submissions: 1,
          draftedBy,
          objectionUntil: null,
          higherMayDecide,
          supervisorId,
          higherOfficialId,
          hasMeeting: true,
          amendment: null,
          cycle: { startsOn: '2026-01-01', endsOn: '2026-03-31', planDueOn: '2026-01-21', status: 'open' },
          amendmentClosesOn: '2026-03-14',
        }
        for (const move of moveNames.filter((name) => name === 'agree' || name === 'sendBack')) {
          const ruling = decide(facts, {
            employeeId: actor,
            parts: standing.parts,
            today: '2026-02-01',
            move,
            supplied: ['comment', 'reason'],
          })
          if (ruling.kind === 'refused') continue
          expect(actor).not.toBe(employeeId)
          expect(actor).not.toBe(draftedBy)
          const behalf = standing.behalf[ruling.part]
          if (behalf) expect([employeeId, draftedBy]).not.toContain(behalf)
        }
      },
    ),
    { numRuns: 5000 },
  )
})
