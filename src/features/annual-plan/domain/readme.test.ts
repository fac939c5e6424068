import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { diagram } from '../../../shared/workflow.ts'
import { directionMoves } from './direction.ts'
import { versionMoves } from './version.ts'

it('the pictures in the README are those of the tables of moves', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme).toContain(diagram(versionMoves))
  expect(readme).toContain(diagram(directionMoves))
})
