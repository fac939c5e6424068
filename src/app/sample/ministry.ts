import { sampleCast } from '../../features/accounts/sample.ts'
import { authorityBlueprint } from '../../features/organization/sample/authority.ts'
import type { EntityBlueprint } from '../../features/organization/sample/blueprint.ts'
import { ministryBlueprint } from '../../features/organization/sample/ministry.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import { type Random, randomFrom } from '../../shared/random.ts'
import { addRow, type Rows } from './copy.ts'
import { addDuties } from './duty-rows.ts'
import type { EntitySample, Sample } from './entity-sample.ts'
import { idsFrom } from './ids.ts'
import { authorityStory, type EntityStory, ministryStory } from './ministry-story.ts'
import { organize } from './organization-rows.ts'
import { civilNumbers, type Person } from './people.ts'
import { addPolicies, runningCycle } from './policy-rows.ts'
import { at, type Holiday, type SampleDays, sampleDays, workingCalendar } from './working-calendar.ts'

type Request = {
  readonly seed: string | number
  /** The day on which the sample stands. */
  readonly date: string
  /** Of the one password that all of the sample share. */
  readonly passwordHash: string
}

/** A Ministry of Labour at work, and a small authority beside it. Nothing but the arguments decides what is in it. */
export function ministry({ seed, date, passwordHash }: Request): Sample {
  const random = randomFrom(seed)
  const ids = idsFrom(random.fork('ids'), at(`${Number(date.slice(0, 4)) - 6}-01-01`, '08:00'))
  const { holidays, calendar } = workingCalendar(date)
  const shared: Shared = {
    ids,
    holidays,
    passwordHash,
    days: sampleDays(date, calendar),
    civilNumbers: civilNumbers(random.fork('civil numbers'), new Set(sampleCast.map((member) => member.civilNumber))),
    platform: {},
  }
  addPlatformAdministrator(shared)
  const entities = [
    entity(
      { blueprint: ministryBlueprint, story: ministryStory, firstNumber: 20_000, random: random.fork('ministry') },
      shared,
    ),
    entity(
      { blueprint: authorityBlueprint, story: authorityStory, firstNumber: 500, random: random.fork('authority') },
      shared,
    ),
  ]
  return { platform: shared.platform, entities }
}

type Shared = {
  readonly ids: () => string
  readonly days: SampleDays
  readonly holidays: readonly Holiday[]
  readonly passwordHash: string
  readonly civilNumbers: () => string
  readonly platform: Rows
}

type Own = {
  readonly blueprint: EntityBlueprint
  readonly story: EntityStory
  readonly firstNumber: number
  readonly random: Random
}

function entity({ blueprint, story, firstNumber, random }: Own, shared: Shared): EntitySample {
  const { days, ids, holidays, civilNumbers } = shared
  const rows: Rows = {}
  const audit: AuditEvent[] = []
  const id = ids()
  const organization = organize(rows, {
    blueprint,
    cast: story.cast,
    story: story.organization,
    random,
    ids,
    civilNumbers,
    days,
    firstNumber,
  })
  const createdAt = at(organization.founded, '08:00')
  addRow(rows, 'entity_profiles', {
    entity_id: id,
    vision_ar: blueprint.vision.ar,
    vision_en: blueprint.vision.en,
    mission_ar: blueprint.mission.ar,
    mission_en: blueprint.mission.en,
    updated_at: createdAt,
  })
  addDuties(rows, { organization, story, days, ids })
  const administrator = story.roles.find((grant) => grant.role === 'entity_administrator')?.seat ?? ''
  addPolicies(rows, { days, cycle: runningCycle(days), holidays, by: organization.inSeat(administrator).id, ids })
  addIdentities(shared, { entityId: id, people: organization.people, story })
  return { id, code: blueprint.code, name: blueprint.name, createdAt, rows, audit }
}

function addIdentities(
  { platform, passwordHash, days }: Shared,
  { entityId, people, story }: { entityId: string; people: readonly Person[]; story: EntityStory },
): void {
  for (const person of people) {
    const signedIn = !story.withoutPassword.includes(person.seat)
    const createdAt = at(person.hiredOn, '08:30')
    addRow(platform, 'sign_in_identities', {
      id: person.identityId,
      civil_number: person.civilNumber,
      password_hash: signedIn ? passwordHash : null,
      password_set_at: signedIn ? at(days.ago(30), '10:00') : null,
      created_at: createdAt,
    })
    addRow(platform, 'identity_entities', {
      identity_id: person.identityId,
      entity_id: entityId,
      employee_id: person.id,
    })
  }
}

function addPlatformAdministrator({ platform, ids, passwordHash, days }: Shared): void {
  const member = sampleCast.find((one) => one.key === 'platform_administrator')
  if (!member) throw new Error('nobody runs the platform')
  const id = ids()
  const since = at(days.ago(60), '09:00')
  addRow(platform, 'sign_in_identities', {
    id,
    civil_number: member.civilNumber,
    password_hash: passwordHash,
    password_set_at: since,
    created_at: since,
  })
  addRow(platform, 'platform_grants', { identity_id: id, role: 'platform_administrator', granted_at: since })
}
