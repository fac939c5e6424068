import type { Me } from '../../../ui/me.ts'

type Stop =
  | 'waiting'
  | 'document'
  | 'plan'
  | 'decide'
  | 'away'
  | 'directions'
  | 'completion'
  | 'cycles'
  | 'bank'
  | 'setUp'
  | 'access'
  | 'policies'
  | 'versions'
  | 'reading'
  | 'help'

/** What the first visit shows, by what the person is here for; the first that fits. */
export function tourFor({ roles, can }: Pick<Me, 'roles' | 'can'>): readonly Stop[] {
  const is = (role: string) => roles.includes(role)
  if (is('entity_administrator')) return ['setUp', 'access', 'policies', 'help']
  if (is('ejada_team')) return ['waiting', 'cycles', 'bank', 'completion', 'help']
  if (is('planning')) return ['waiting', 'versions', 'plan', 'help']
  if (is('auditor')) return ['reading', 'completion', 'help']
  if (is('head') || is('head_office')) return ['waiting', 'directions', 'completion', 'help']
  if (can['performance.team']) return ['waiting', 'decide', 'away', 'document', 'help']
  return ['waiting', 'document', 'plan', 'help']
}
