import { type Abilities, abilities, type Moves } from '../../../shared/workflow.ts'

export type DirectionStatus = 'draft' | 'published'

/** Directions of a higher official to a division for the year (D-17). A published one stays; its author may reword it. */
export const directionMoves = {
  edit: { from: ['draft'], to: 'draft', by: 'author' },
  publish: { from: ['draft'], to: 'published', by: 'author', tells: ['division'] },
  reword: { from: ['published'], to: 'published', by: 'author' },
  remove: { from: ['draft'], to: 'removed', by: 'author' },
} as const satisfies Moves

export type DirectionAbilities = Abilities<typeof directionMoves>

type Standing = {
  readonly status: DirectionStatus
  readonly authorId: string
  /** The actor heads the division now, or one above it. */
  readonly leads: boolean
  readonly employeeId: string | null
}

/** Only the author who still leads the division acts on a direction. */
export function directionParts({ authorId, leads, employeeId }: Omit<Standing, 'status'>): string[] {
  return employeeId !== null && authorId === employeeId && leads ? ['author'] : []
}

export function directionAbilities(standing: Standing): DirectionAbilities {
  return abilities(directionMoves, { status: standing.status, parts: directionParts(standing) })
}

export function statusOf({ publishedAt }: { readonly publishedAt: unknown }): DirectionStatus {
  return publishedAt === null ? 'draft' : 'published'
}
