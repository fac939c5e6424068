import type { Tx } from '../../../platform/db/database.ts'
import { insideEntity } from '../../../platform/db/with-entity.ts'
import { actorOf } from '../../../platform/session/session.ts'
import { type Actor, type EntityActor, hasRole } from '../../../shared/actor.ts'
import type { Language } from '../../../shared/locale.ts'
import type { SignInRole } from '../../../shared/roles.ts'
import { defaultTimeZone } from '../../../shared/time-zone.ts'
import { calendarOf } from '../../policies/public.ts'
import { entityNames, frameOf, preferencesOf } from '../views.ts'
import { accountConnections, type RunningCycle } from './connections.ts'
import { openEntities } from './start-session.ts'

type Asked = { readonly actor: Actor; readonly language: Language; readonly now: Date; readonly tx: Tx }

/** Somebody who runs the platform or an entity without being its employee has no name in any table (H14). */
const nameless = {
  platform: { ar: 'مدير المنصة', en: 'Platform administrator' },
  entity: { ar: 'مدير الوحدة', en: 'Entity administrator' },
} as const

/** Everything that the frame of a page needs, in one request. Works outside every entity too. */
export async function describeMe({ actor, language, now, tx }: Asked) {
  const preferences = await preferencesOf(tx, { identityId: actor.identityId, language })
  const links = await openEntities(tx, { identityId: actor.identityId, now })
  const entities = await entityNames(
    tx,
    links.map((link) => link.entityId),
  )
  const { entityId } = actor
  const inside = entityId
    ? await insideEntity(tx, { entityId }, () => describeInside(tx, { ...actor, entityId }, now))
    : null
  const roles: readonly SignInRole[] = inside?.roles ?? actor.roles
  return {
    person: {
      employeeId: actor.employeeId,
      name: inside?.name ?? (hasRole(actor, 'platform_administrator') ? nameless.platform : nameless.entity),
    },
    entity: inside?.entity ?? null,
    entities,
    roles: [...roles],
    can: {
      ...inside?.can,
      'accounts.profile': actor.employeeId !== null,
      'accounts.manage': roles.includes('entity_administrator'),
      'accounts.roles': roles.includes('entity_administrator') || roles.includes('auditor'),
      'accounts.entities': roles.includes('platform_administrator'),
    },
    counts: inside?.counts ?? {},
    cycle: inside?.cycle ?? null,
    ...preferences,
    trialBanner: inside?.sample ?? false,
    timeZone: inside?.timeZone ?? defaultTimeZone,
  }
}

async function describeInside(tx: Tx, given: EntityActor, now: Date) {
  const actor: EntityActor = {
    ...given,
    roles: (await actorOf(tx, { ...given, id: given.sessionId, lastSeenAt: now })).roles,
  }
  const { name, entity } = await frameOf(tx, { employeeId: actor.employeeId })
  const { logoDigest, sample } = entity
  let can: Record<string, boolean> = {}
  let counts: Record<string, number> = {}
  let cycle: RunningCycle | null = null
  // One after another: they share the connection of this transaction.
  for (const provider of accountConnections().me) {
    can = { ...can, ...(await provider.can?.(tx, { actor, now })) }
    counts = { ...counts, ...(await provider.counts?.(tx, { actor, now })) }
    cycle ??= (await provider.cycle?.(tx, { actor, now })) ?? null
  }
  return {
    name,
    entity: {
      id: entity.id,
      name: entity.name,
      vision: filled(entity.vision),
      mission: filled(entity.mission),
      logoUrl: logoDigest ? `/api/organization/logo?digest=${logoDigest}` : null,
    },
    roles: actor.roles,
    can,
    counts,
    cycle,
    sample,
    timeZone: (await calendarOf(tx)).timeZone,
  }
}

function filled(text: { ar: string; en: string }): { ar: string; en: string } | null {
  return text.ar || text.en ? text : null
}

/** The steps of a new entity with what is done of them; none once the last is taken, whatever was left out before. */
export async function firstSteps({ now, tx }: { now: Date; tx: Tx }) {
  const steps: { name: string; link: string; done: boolean }[] = []
  for (const { name, link, done } of accountConnections().firstSteps) {
    steps.push({ name, link, done: await done(tx, { now }) })
  }
  return { steps: steps.at(-1)?.done ? [] : steps }
}
