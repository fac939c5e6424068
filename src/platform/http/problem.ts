import type { FastifyReply } from 'fastify'
import { type FieldProblem, type Problem, Refusal } from '../../shared/refusal.ts'
import { httpErrors } from './errors.ts'

/** A refusal as it travels: no prose, the browser has the sentences (RFC 9457 with our members). */
export type ProblemBody = {
  readonly type: string
  readonly status: number
  readonly code: string
  readonly params?: Readonly<Record<string, string | number>>
  readonly fields?: readonly FieldProblem[]
  readonly reference: string
}

type DatabaseError = { readonly code: string; readonly constraint?: string }

/** Turns whatever was thrown into a refusal; null when it is our own fault and must be logged whole. */
export function refusalOf(error: unknown, known: ReadonlyMap<string, Problem>): Refusal | null {
  if (error instanceof Refusal) return error
  const { code, constraint, statusCode } = error as { code?: string; constraint?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal(httpErrors.bodyTooLarge)
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Refusal(httpErrors.unsupportedMediaType)
  if (isDatabaseError(error)) return refusalOfDatabase(error, known.get(constraint ?? ''))
  if (statusCode === 429) return new Refusal(httpErrors.tooManyRequests)
  if (statusCode === 404) return new Refusal(httpErrors.notFound)
  if (statusCode && statusCode >= 400 && statusCode < 500) return new Refusal(httpErrors.invalidInput)
  return null
}

export function sendProblem(reply: FastifyReply, refusal: Refusal, reference: string): FastifyReply {
  const body: ProblemBody = {
    type: `/problems/${refusal.code}`,
    status: refusal.status,
    code: refusal.code,
    ...(refusal.params && { params: refusal.params }),
    ...(refusal.fields?.length && { fields: refusal.fields }),
    reference,
  }
  if (refusal.status === 429 && refusal.params?.seconds) void reply.header('retry-after', refusal.params.seconds)
  return reply.code(refusal.status).type('application/problem+json').send(JSON.stringify(body))
}

function isDatabaseError(error: unknown): error is DatabaseError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code)
}

function refusalOfDatabase(error: DatabaseError, named: Problem | undefined): Refusal | null {
  switch (error.code) {
    case '23505': // unique
    case '23P01': // exclusion
    case '23503': // foreign key
    case '23514': // check
      return new Refusal(named ?? httpErrors.conflict)
    case '22003': // number out of range
    case '22021': // bytes that are no text
    case '22P02': // text that is no value of the type
    case '22P05':
    case '22007':
    case '22008':
      return new Refusal(httpErrors.invalidInput)
    case '53100':
      return new Refusal(httpErrors.diskFull)
    case '57014': // statement timeout
    case '57P01': // shutting down
    case '57P03':
    case '53300':
      return new Refusal(httpErrors.unavailable)
    default:
      return null
  }
}
