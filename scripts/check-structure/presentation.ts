import { type Finding, isTest, type SourceFile } from './source-files.ts'

const web = /^src\/(ui|app\/web|features\/[^/]+\/web)\//

const rules: readonly (readonly [RegExp, string, string])[] = [
  [
    /(?<![\w-])-?(?:ml|mr|pl|pr|left|right|border-l|border-r|rounded-l|rounded-r|rounded-tl|rounded-tr|rounded-bl|rounded-br|scroll-ml|scroll-mr)-(?:\d|\[|auto|px|full)/,
    'a class with a side that does not turn with the language',
    'logical classes: ms-, me-, ps-, pe-, start-, end-, border-s, border-e, rounded-s, rounded-e',
  ],
  [
    /(?<![\w-])text-(?:left|right)(?![\w-])|(?<![\w-])float-(?:left|right)/,
    'text with a fixed side',
    'text-start or text-end',
  ],
  [
    /(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)\s*:|(?:^|[\s;{])(?:left|right)\s*:\s*[\d.-]|\b(?:margin|padding|border)(?:Left|Right)\s*:/m,
    'a style with a side that does not turn with the language',
    'logical properties: margin-inline-start, inset-inline-end …',
  ],
]

const formatters = /\.toLocale(?:Date|Time)?String\(|new Intl\.(?:DateTimeFormat|NumberFormat|RelativeTimeFormat)\b/
const formatterHomes = /^src\/shared\/(locale|time-zone|hijri|digits)\.ts$/

/** Screens turn with the language, and show dates and numbers through the shared formatters alone. */
export function checkPresentation(files: readonly SourceFile[]): Finding[] {
  return files
    .filter((file) => !isTest(file.path))
    .flatMap((file) => {
      const found: Finding[] = []
      if (web.test(file.path)) {
        for (const [sign, rule, instead] of rules) {
          const match = file.text.match(sign)
          if (match) found.push({ file: file.path, rule: `${rule}: ${match[0].trim()}`, instead })
        }
      }
      if (formatters.test(file.text) && !formatterHomes.test(file.path)) {
        found.push({ file: file.path, rule: 'formats a date or number itself', instead: 'use src/shared/locale.ts' })
      }
      return found
    })
}
