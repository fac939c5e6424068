import { featureOrder } from './feature-order.ts'
import { type Finding, isTest, type SourceFile } from './source-files.ts'

/** What a feature's folder may hold, so that every feature reads like the others. */
const featureFiles =
  /^src\/features\/[^/]+\/((schema|policy|errors|repository|views|usecases|routes|jobs|public|print|sample|messages\.(ar|en))\.ts|domain\/([a-z0-9-]+\/)?[a-z0-9-]+\.ts|(repository|views|usecases|schema|sample|data|jobs|routes)\/[a-z0-9-]+\.ts|web\/(api|pages|public|messages\.(ar|en))\.tsx?|web\/(pages|components)\/[a-z0-9-]+\.tsx?|[a-z0-9.-]+\.test\.tsx?|.*\/[a-z0-9.-]+\.test\.tsx?)$/

const vague = /(^|\/)(utils?|helpers?|common|misc|types|constants|index)\.tsx?$/

export function checkNames(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) => {
    const found: Finding[] = []
    const add = (rule: string, instead: string) => found.push({ file: path, rule, instead })
    if (!/^[a-z0-9./-]+$/.test(path)) add('the name is not in kebab-case', 'lower-case words joined by hyphens')
    if (vague.test(path)) add('the name says nothing', 'name the file after the idea that it holds')
    const feature = path.match(/^src\/features\/([^/]+)\//)?.[1]
    if (feature && !(featureOrder as readonly string[]).includes(feature)) {
      add(
        'this feature has no place in the order',
        'add it to scripts/check-structure/feature-order.ts and src/app/features.ts',
      )
    }
    if (feature && !featureFiles.test(path))
      add('no file of a feature has this name', 'see "The shape of a feature" in CONTRIBUTING.md')
    if (/^export\s+default/m.test(text)) add('has a default export', 'named exports only')
    if (isBarrel(path, text)) add('only passes on the exports of others', 'import from the file that defines it')
    if (
      /\/(repository|views|sample|jobs)/.test(path) === false &&
      !isTest(path) &&
      /\.(insertInto|updateTable|deleteFrom)\(/.test(text) &&
      feature
    ) {
      add('writes to the database', 'only repository files write to tables')
    }
    return found
  })
}

function isBarrel(path: string, text: string): boolean {
  if (/(public|messages\.(ar|en))\.tsx?$/.test(path)) return false
  const lines = text.split('\n').filter((line) => line.trim() && !line.startsWith('//'))
  return lines.length > 0 && lines.every((line) => /^export (type )?(\*|\{.*\}) from /.test(line))
}
