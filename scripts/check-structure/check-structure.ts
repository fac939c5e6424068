import { checkLayers } from './layers.ts'
import { checkNames } from './names.ts'
import { checkPresentation } from './presentation.ts'
import { checkPurity } from './purity.ts'
import { type Finding, readSources } from './source-files.ts'
import { checkWords } from './words.ts'

/** Everything that keeps the house straight and that no other tool looks at. No allow-list. */
export function checkStructure(root: string): Finding[] {
  const files = readSources(root)
  return [
    ...checkNames(files),
    ...checkLayers(files),
    ...checkPurity(files),
    ...checkPresentation(files),
    ...checkWords(root, files),
  ]
}
