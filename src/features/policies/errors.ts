import type { Problem } from '../../shared/refusal.ts'

export const errors = {
  unknownKey: { code: 'policies.unknown_key', status: 404 },
  unchanged: { code: 'policies.unchanged', status: 409 },
  notOwner: { code: 'policies.not_owner', status: 403 },
  needsEmployee: { code: 'policies.needs_employee', status: 403 },
  sourceRequired: { code: 'policies.source_required', status: 400 },
  yearFrozen: { code: 'policies.year_frozen', status: 409 },
  proposalNotFound: { code: 'policies.proposal_not_found', status: 404 },
  proposalDecided: { code: 'policies.proposal_decided', status: 409 },
  ownProposal: { code: 'policies.own_proposal', status: 403 },
  notYourProposal: { code: 'policies.not_your_proposal', status: 403 },
  holidayNotFound: { code: 'policies.holiday_not_found', status: 404 },
  holidayOverlaps: { code: 'policies.holiday_overlaps', status: 409 },
  holidayTooLong: { code: 'policies.holiday_too_long', status: 422 },
  holidayEndsBefore: { code: 'policies.holiday_ends_before', status: 422 },
} as const satisfies Record<string, Problem>
