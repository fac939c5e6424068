import type { Problem } from '../../shared/refusal.ts'

export const errors = {
  unknownKey: { code: 'policies.unknown_key', status: 404 },
  unchanged: { code: 'policies.unchanged', status: 409 },
  holidayNotFound: { code: 'policies.holiday_not_found', status: 404 },
  holidayOverlaps: { code: 'policies.holiday_overlaps', status: 409 },
  holidayTooLong: { code: 'policies.holiday_too_long', status: 422 },
  holidayEndsBefore: { code: 'policies.holiday_ends_before', status: 422 },
} as const satisfies Record<string, Problem>
