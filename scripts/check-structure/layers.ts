import { featureOf, featureOrder } from './feature-order.ts'
import { type Finding, isTest, type SourceFile } from './source-files.ts'

const below: Readonly<Record<string, readonly string[]>> = {
  app: ['app', 'features', 'platform', 'ui', 'shared'],
  features: ['features', 'platform', 'ui', 'shared'],
  platform: ['platform', 'shared'],
  ui: ['ui', 'shared'],
  shared: ['shared'],
}

/** Dependencies point down, features meet at their public files, and nothing is imported in a circle. */
export function checkLayers(files: readonly SourceFile[]): Finding[] {
  return [...files.filter((file) => !isTest(file.path)).flatMap(checkFile), ...circles(files)]
}

function checkFile(file: SourceFile): Finding[] {
  const layer = layerOf(file.path)
  if (!layer || layer === 'main.ts') return []
  return file.imports
    .filter((one) => !one.isPackage)
    .flatMap(({ target, typeOnly }) => {
      const other = layerOf(target)
      if (!other || !below[layer]?.includes(other)) {
        return [
          finding(
            file,
            `${layer} imports ${target}`,
            'dependencies point down: app → features → platform | ui → shared',
          ),
        ]
      }
      return [...betweenFeatures(file, target), ...betweenSides(file, target, typeOnly)]
    })
}

function betweenFeatures(file: SourceFile, target: string): Finding[] {
  const mine = featureOf(file.path)
  const theirs = featureOf(target)
  if (!theirs || mine === theirs) return []
  if (mine === null) return []
  const found: Finding[] = []
  if (!/^src\/features\/[^/]+\/(public\.ts|web\/public\.tsx?|sample\.ts)$/.test(target)) {
    found.push(finding(file, `reaches into ${target}`, `ask ${theirs}/public.ts, and add there what you need`))
  }
  if (featureOrder.indexOf(theirs as never) > featureOrder.indexOf(mine as never)) {
    found.push(
      finding(
        file,
        `${mine} uses ${theirs}, which comes later`,
        'declare a slot in public.ts and connect it in src/app',
      ),
    )
  }
  return found
}

/** The browser gets no server code, and the server no pages. */
function betweenSides(file: SourceFile, target: string, typeOnly: boolean): Finding[] {
  const inBrowser = /^src\/(ui|app\/web|features\/[^/]+\/web)\//.test(file.path)
  const serverFile =
    /^src\/(platform\/|features\/[^/]+\/(schema|repository|views|usecases|routes|jobs|public|sample|print)\b)/.test(
      target,
    )
  if (inBrowser && serverFile && !typeOnly) {
    return [
      finding(
        file,
        `takes server code into the browser: ${target}`,
        'import the type only, or move the pure part to domain/ or shared',
      ),
    ]
  }
  const serverSide = /^src\/(platform|features\/[^/]+\/(?!web\/)|shared)/.test(file.path)
  if (serverSide && /^src\/(ui|app\/web|features\/[^/]+\/web)\//.test(target) && !typeOnly) {
    return [finding(file, `takes a page into the server: ${target}`, 'move the shared part to src/shared')]
  }
  return []
}

function circles(files: readonly SourceFile[]): Finding[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter((one) => !one.isPackage && !one.typeOnly).map((one) => one.target),
    ]),
  )
  const state = new Map<string, 'open' | 'done'>()
  const found: Finding[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    if (state.get(path) === 'done') return
    if (state.get(path) === 'open') {
      const circle = [...trail.slice(trail.indexOf(path)), path].join(' → ')
      found.push({
        file: path,
        rule: `imports in a circle: ${circle}`,
        instead: 'move what both need into a third file',
      })
      return
    }
    state.set(path, 'open')
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    state.set(path, 'done')
  }
  for (const path of graph.keys()) visit(path, [])
  return found
}

function layerOf(path: string): string | null {
  return path.match(/^src\/([^/]+)/)?.[1] ?? null
}

function finding(file: SourceFile, rule: string, instead: string): Finding {
  return { file: file.path, rule, instead }
}
