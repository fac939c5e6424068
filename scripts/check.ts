// `npm run check`: structure, types, lint, dead code. Prints what is wrong, where, and what to do instead.
import { spawnSync } from 'node:child_process'
import { checkStructure } from './check-structure/check-structure.ts'

const commands = [
  ['types', 'tsc', '--noEmit', '-p', '.'],
  ['lint', 'biome', 'check', '--error-on-warnings', '.'],
  ['dead code', 'knip'],
] as const

let failed = false

const findings = checkStructure(process.cwd())
for (const { file, rule, instead } of findings) console.log(`${file}\n  ${rule}\n  → ${instead}`)
report('structure', findings.length === 0)

for (const [name, command, ...args] of commands) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
  report(name, status === 0)
}
process.exit(failed ? 1 : 0)

function report(name: string, passed: boolean): void {
  console.log(`check ${name}: ${passed ? 'passed' : 'FAILED'}`)
  failed ||= !passed
}
