import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagram } from '../../../shared/workflow.ts'
import { moves } from './workflow.ts'

test('the picture in the README is that of the table of moves', () => {
  expect(readFileSync(new URL('../README.md', import.meta.url), 'utf8')).toContain(diagram(moves).trimEnd())
})
