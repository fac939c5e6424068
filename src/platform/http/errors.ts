import type { Problem } from '../../shared/refusal.ts'

/** Refusals of the edge itself. Features keep theirs in their own `errors.ts`. */
export const httpErrors = {
  invalidInput: { code: 'http.invalid_input', status: 400 },
  unauthenticated: { code: 'http.unauthenticated', status: 401 },
  forbidden: { code: 'http.forbidden', status: 403 },
  crossSite: { code: 'http.cross_site', status: 403 },
  notFound: { code: 'http.not_found', status: 404 },
  conflict: { code: 'http.conflict', status: 409 },
  noEntity: { code: 'http.no_entity', status: 409 },
  changedByOther: { code: 'http.changed_by_other', status: 412 },
  bodyTooLarge: { code: 'http.body_too_large', status: 413 },
  fileTooLarge: { code: 'http.file_too_large', status: 413 },
  unsupportedMediaType: { code: 'http.unsupported_media_type', status: 415 },
  idempotencyKeyReused: { code: 'http.idempotency_key_reused', status: 422 },
  preconditionRequired: { code: 'http.precondition_required', status: 428 },
  idempotencyKeyRequired: { code: 'http.idempotency_key_required', status: 428 },
  tooManyRequests: { code: 'http.too_many_requests', status: 429 },
  internal: { code: 'http.internal', status: 500 },
  unavailable: { code: 'http.unavailable', status: 503 },
  diskFull: { code: 'http.disk_full', status: 507 },
} as const satisfies Record<string, Problem>
