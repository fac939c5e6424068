import { describe, expect, test } from 'vitest'
import { checkLayers } from './layers.ts'
import { checkNames } from './names.ts'
import { checkPresentation } from './presentation.ts'
import { checkPurity } from './purity.ts'
import type { Import, SourceFile } from './source-files.ts'

function file(path: string, text = '', ...targets: string[]): SourceFile {
  const imports = targets.map((target): Import => ({ target, typeOnly: false, isPackage: !target.startsWith('src/') }))
  return { path, text, imports }
}

const rules = (found: readonly { rule: string }[]) => found.map(({ rule }) => rule)

describe('the structure check refuses', () => {
  test.each([
    ['a platform file that knows a feature', file('src/platform/db/x.ts', '', 'src/features/inbox/public.ts')],
    [
      'a feature that reaches past the public part of another',
      file('src/features/inbox/usecases.ts', '', 'src/features/policies/views.ts'),
    ],
    ['a feature that uses a later one', file('src/features/policies/usecases.ts', '', 'src/features/inbox/public.ts')],
    ['server code in a page', file('src/features/inbox/web/pages/a.tsx', '', 'src/features/inbox/schema.ts')],
  ])('%s', (_, offender) => expect(checkLayers([offender])).toHaveLength(1))

  test('a circle of imports', () => {
    const circle = [file('src/shared/a.ts', '', 'src/shared/b.ts'), file('src/shared/b.ts', '', 'src/shared/a.ts')]
    expect(rules(checkLayers(circle))).toEqual([
      'imports in a circle: src/shared/a.ts → src/shared/b.ts → src/shared/a.ts',
    ])
  })

  test.each([
    ['a file called utils', file('src/ui/utils.ts')],
    ['a name that is not kebab-case', file('src/ui/DateField.tsx')],
    ['a default export', file('src/ui/date-field.tsx', 'export default 1')],
    ['a barrel', file('src/ui/all.ts', "export * from './a.ts'\n")],
    ['a feature without a place in the order', file('src/features/payroll/routes.ts')],
    ['a file that no feature has', file('src/features/inbox/manager.ts')],
    ['a use case that writes a table', file('src/features/inbox/usecases.ts', "tx.insertInto('notices')")],
  ])('%s', (_, offender) => expect(checkNames([offender])).toHaveLength(1))

  test.each([
    ['a rule that reads the clock', 'const x = Date.now()'],
    ['a rule that uses chance', 'const x = Math.random()'],
    ['a rule that waits', 'export async function f() {}'],
  ])('%s', (_, text) => expect(checkPurity([file('src/features/inbox/domain/rule.ts', text)])).toHaveLength(1))

  test('a rule that imports React', () => {
    expect(checkPurity([file('src/features/inbox/domain/rule.ts', '', 'react')])).toHaveLength(1)
  })

  test.each([
    ['a class with a fixed side', '<p className="ml-2" />'],
    ['text aligned to the left', '<p className="text-left" />'],
    ['a style with a fixed side', 'a { margin-left: 4px }'],
    ['a page that formats a number itself', 'value.toLocaleString()'],
  ])('%s', (_, text) => expect(checkPresentation([file('src/ui/thing.tsx', text)])).toHaveLength(1))
})

test('the structure check accepts a feature that keeps to the rules', () => {
  const files = [
    file('src/features/inbox/usecases.ts', '', 'src/features/policies/public.ts', 'src/features/inbox/repository.ts'),
    file('src/features/inbox/repository.ts', "tx.insertInto('notices')", 'src/platform/db/database.ts'),
    file('src/ui/thing.tsx', '<p className="ms-2 text-start" />'),
  ]
  expect([...checkLayers(files), ...checkNames(files), ...checkPurity(files), ...checkPresentation(files)]).toEqual([])
})
