import type { ZodType } from 'zod'
import type { $ZodIssue } from 'zod/v4/core'
import { type FieldProblem, refuse } from '../../shared/refusal.ts'
import { httpErrors } from './errors.ts'

/** A schema may name its own sentence: a message that looks like a code is one. */
const code = /^[a-z_]+(\.[a-z_]+)+$/

/** The value of a part of the request after its schema; refuses with one entry for each place that is wrong. */
export function parsed(schema: ZodType | undefined, value: unknown, part: 'params' | 'query' | 'body'): unknown {
  if (!schema) return undefined
  const result = schema.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  throw refuse(httpErrors.invalidInput, { fields: result.error.issues.map((issue) => fieldOf(issue, part)) })
}

function fieldOf(issue: $ZodIssue, part: string): FieldProblem {
  const path = [...(part === 'body' ? [] : [part]), ...issue.path.map(String)].join('/')
  return { path, ...sentenceOf(issue) }
}

function sentenceOf(issue: $ZodIssue): Omit<FieldProblem, 'path'> {
  if (code.test(issue.message)) return { code: issue.message }
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined || issue.input === null ? 'validation.required' : 'validation.invalid' }
    case 'too_small':
      if (issue.origin === 'string' && (issue.minimum === 1 || issue.input === ''))
        return { code: 'validation.required' }
      return { code: limit(issue.origin, 'too_short', 'too_small'), params: { minimum: Number(issue.minimum) } }
    case 'too_big':
      return { code: limit(issue.origin, 'too_long', 'too_big'), params: { maximum: Number(issue.maximum) } }
    case 'unrecognized_keys':
      return { code: 'validation.unrecognized', params: { keys: issue.keys.slice(0, 5).join(', ').slice(0, 200) } }
    default:
      return { code: 'validation.invalid' }
  }
}

function limit(origin: string, ofText: string, ofNumber: string): string {
  return `validation.${origin === 'number' || origin === 'int' || origin === 'bigint' ? ofNumber : ofText}`
}
