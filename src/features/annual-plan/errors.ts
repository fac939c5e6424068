import type { Problem } from '../../shared/refusal.ts'

export const errors = {
  versionNotFound: { code: 'annual_plan.version_not_found', status: 404 },
  nodeNotFound: { code: 'annual_plan.node_not_found', status: 404 },
  approvedExists: { code: 'annual_plan.approved_exists', status: 409 },
  approvedInFuture: { code: 'annual_plan.approved_in_future', status: 422 },
  importRefused: { code: 'annual_plan.import_refused', status: 422 },
  importEmpty: { code: 'annual_plan.import_empty', status: 422 },
  importTooLarge: { code: 'annual_plan.import_too_large', status: 422 },
  importColumnMissing: { code: 'annual_plan.import_column_missing', status: 422 },
  directionNotFound: { code: 'annual_plan.direction_not_found', status: 404 },
  notYourDivision: { code: 'annual_plan.not_your_division', status: 403 },
} as const satisfies Record<string, Problem>
