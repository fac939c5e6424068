import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { diagram, statusesOf } from '../../../shared/workflow.ts'
import { partsOf } from '../policy.ts'
import { decide, isFrozen, type MoveName, moves, type Obstacles, obstacleTo, type YearStatus } from './workflow.ts'

const free: Obstacles = {
  openCycles: 0,
  openSitting: false,
  withoutCurve: 0,
  staleCurve: false,
  undecidedExcellence: 0,
  waitingOfficials: 0,
}

test('the picture in the README is drawn from the table of moves', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(diagram(moves).trim())
})

test('a year that has begun to be decided is frozen in every later state', () => {
  expect(statusesOf(moves).filter((status) => !isFrozen(status))).toEqual(['open'])
})

test.each([
  ['freeze', { openCycles: 1 }, 'appraisal.cycles_open'],
  ['refreeze', { openSitting: true }, 'appraisal.sitting_open'],
  ['sign', { openSitting: true }, 'appraisal.sitting_open'],
  ['sign', { withoutCurve: 3 }, 'appraisal.curve_missing'],
  ['sign', { staleCurve: true }, 'appraisal.curve_stale'],
  ['approve', { undecidedExcellence: 1 }, 'appraisal.excellence_undecided'],
  ['approve', { waitingOfficials: 1 }, 'appraisal.officials_waiting'],
  ['publish', { waitingOfficials: 1 }, null],
] as const)('%s meets what stands in its way: %j', (move, facts, why) => {
  expect(obstacleTo(move, { ...free, ...facts })).toBe(why)
  expect(obstacleTo(move, free)).toBeNull()
})

describe('who moves a year', () => {
  const may = (role: 'ejada_team' | 'head' | 'head_office' | 'auditor', move: MoveName, status: YearStatus) => {
    const parts = partsOf({ employeeId: 'e', roles: [role] }, move)
    const ruling = decide({ status, move, parts, reason: 'سبب' })
    return ruling.kind === 'moved' || ruling.why
  }

  test.each([
    ['ejada_team', 'freeze', 'open', true],
    ['head', 'freeze', 'open', 'workflow.not_yours'],
    ['ejada_team', 'confirm', 'approved', 'workflow.not_yours'],
    ['head', 'confirm', 'approved', true],
    ['head', 'publish', 'confirmed', 'workflow.not_yours'],
    ['head_office', 'publish', 'confirmed', true],
    ['ejada_team', 'publish', 'approved', 'workflow.not_open'],
    ['head', 'sendBack', 'signed', true],
    ['head', 'sendBack', 'confirmed', 'workflow.not_open'],
    ['auditor', 'publish', 'confirmed', 'workflow.not_yours'],
  ] as const)('%s, %s of a year that is %s: %s', (role, move, status, outcome) => {
    expect(may(role, move, status)).toBe(outcome)
  })
})
