import type { Problem } from '../../shared/refusal.ts'

export const errors = {
  notAnEmployee: { code: 'inbox.not_an_employee', status: 409 },
  itemGone: { code: 'inbox.item_gone', status: 404 },
  notInBulk: { code: 'inbox.not_in_bulk', status: 422 },
  needsComment: { code: 'inbox.needs_comment', status: 422 },
} as const satisfies Record<string, Problem>
