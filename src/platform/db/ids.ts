import { v7 } from 'uuid'

/** Makes an id: a UUIDv7, so that rows written together lie together. */
export type NewId = () => string

export const newId: NewId = () => v7()

/** The id that stands for the platform itself where an entity's id is expected. */
export const platformScopeId = '00000000-0000-0000-0000-000000000000'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isUuid(value: string): boolean {
  return uuid.test(value)
}
