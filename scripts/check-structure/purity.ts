import { type Finding, isTest, type SourceFile } from './source-files.ts'

const pureFile = /^src\/(shared\/|features\/[^/]+\/(domain\/|policy\.ts|schema\.ts|schema\/|errors\.ts))/

const impure: readonly (readonly [RegExp, string, string])[] = [
  [/\bDate\.now\(|new Date\(\)|performance\.now\(/, 'reads the clock', 'take `now` as an argument'],
  [/\bMath\.random\(|randomUUID|randomBytes/, 'uses chance', 'take the id or the random source as an argument'],
  [/\basync\b|\bawait\b|\bPromise\./, 'waits for something', 'decide on facts that the use case has loaded'],
  [
    /\bfetch\(|\bprocess\.|\blocalStorage\b|\bdocument\.(query|get|create|body)|\bwindow\./,
    'touches the world',
    'move it to the use case or the page',
  ],
]

/** Rules stay pure: no clock, chance, waiting, database, HTTP or React in them. */
export function checkPurity(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => pureFile.test(file.path) && !isTest(file.path))
    .flatMap((file) => [
      ...impure
        .filter(([sign]) => sign.test(withoutComments(file.text)))
        .map(([, rule, instead]) => ({ file: file.path, rule, instead })),
      ...importsOf(file),
    ])
}

function importsOf(file: SourceFile): Finding[] {
  const schema = /\/(schema\.ts|schema\/)|^src\/shared\/fields\.ts/.test(file.path)
  return file.imports.flatMap(({ target, isPackage, typeOnly }) => {
    if (isPackage) {
      if ((schema && target === 'zod') || (typeOnly && target === 'zod')) return []
      return [
        {
          file: file.path,
          rule: `a pure file imports ${target}`,
          instead: 'use src/shared, or move this out of the pure part',
        },
      ]
    }
    if (pureFile.test(target) || (/^src\/features\/[^/]+\/public\.ts$/.test(target) && typeOnly)) return []
    return [
      {
        file: file.path,
        rule: `a pure file imports ${target}`,
        instead: 'pure files import src/shared and pure files of their feature',
      },
    ]
  })
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/'[^'\n]*'/g, "''")
}
