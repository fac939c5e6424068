import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

export type SourceFile = { readonly path: string; readonly text: string; readonly imports: readonly Import[] }

/** `target` is a path from the project's root, or the name of a package. */
export type Import = { readonly target: string; readonly typeOnly: boolean; readonly isPackage: boolean }

export type Finding = { readonly file: string; readonly rule: string; readonly instead: string }

const statement =
  /^(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

/** Every TypeScript and style file below `src`, with what it imports. */
export function readSources(root: string): SourceFile[] {
  return walk(join(root, 'src'))
    .filter((file) => /\.(ts|tsx|css)$/.test(file) && !file.endsWith('.generated.ts'))
    .map((file) => {
      const path = relative(root, file).split(sep).join('/')
      const text = readFileSync(file, 'utf8')
      return { path, text, imports: path.endsWith('.css') ? [] : importsOf(path, text) }
    })
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/test-support/')
}

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(statement)].map((match) => {
    const name = match[2] ?? match[3] ?? ''
    const isPackage = !name.startsWith('.')
    return { target: isPackage ? name : resolve(path, name), typeOnly: match[1] !== undefined, isPackage }
  })
}

function resolve(from: string, name: string): string {
  return join(dirname(from), name).split(sep).join('/')
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? walk(path) : [path]
  })
}
