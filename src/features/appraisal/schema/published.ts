import { z } from 'zod'
import { explanationFile } from './explanation.ts'

/** Where the schema of the file is published; the number changes with the format. */
export const schemaPath = '/schemas/explanation-1.json'

/** The JSON Schema of the file of an explanation, for everybody who reads it without this program. */
export function publishedSchema(): object {
  return {
    ...z.toJSONSchema(explanationFile, { io: 'output', unrepresentable: 'any' }),
    $id: schemaPath,
    title: 'Itqan: why this grade',
    description:
      'Everything that the annual grade of one person was made of. Micro-percent: 100 % is 100000000. Units of a score and of a cycle: 10^-10 percentage points. Weights and shares: basis points. `fingerprint` is the SHA-256 of the canonical JSON of `explanation`: keys in order, no space.',
  }
}
