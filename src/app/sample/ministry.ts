import { createHash } from 'node:crypto'
import { sampleCast } from '../../features/accounts/sample.ts'
import type { SampleNode } from '../../features/annual-plan/sample/ministry-of-labour.ts'
import { samplePlan } from '../../features/annual-plan/sample.ts'
import type { Body, Capacity } from '../../features/organization/domain/vocabulary.ts'
import { authorityBlueprint } from '../../features/organization/sample/authority.ts'
import type { EntityBlueprint } from '../../features/organization/sample/blueprint.ts'
import { ministryBlueprint } from '../../features/organization/sample/ministry.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import { type Random, randomFrom } from '../../shared/random.ts'
import { authorityPlan } from './authority-plan.ts'
import { addBank } from './bank-rows.ts'
import { addRow, type Rows } from './copy.ts'
import { addDocuments, type DocumentsRequest } from './documents.ts'
import { addDuties } from './duty-rows.ts'
import type { EntitySample, Sample } from './entity-sample.ts'
import { idsFrom } from './ids.ts'
import { columns, drawLogo, type Mark, peaks } from './logo.ts'
import { authorityStory, type EntityStory, ministryDirections, ministryStory } from './ministry-story.ts'
import { idIn, organize } from './organization-rows.ts'
import { civilNumbers, type Person } from './people.ts'
import { addDirection, addPlan } from './plan-rows.ts'
import { addPolicies, addProposal, runningCycle } from './policy-rows.ts'
import { authorityTold, ministryDueEarlier, ministryTold, ministryWritten } from './told-documents.ts'
import {
  generousDivision,
  ministryClosings,
  ministryHeadwinds,
  ministryRanks,
  ministryStandings,
} from './told-years.ts'
import { at, type Holiday, type SampleDays, sampleDays, workingCalendar } from './working-calendar.ts'
import { addYears, type YearsRequest } from './years.ts'

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
    entity({ ...ministryOwn, random: random.fork('ministry') }, shared),
    entity({ ...authorityOwn, random: random.fork('authority') }, shared),
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
  readonly mark: Mark
  readonly story: EntityStory
  readonly planOf: (year: number) => readonly SampleNode[]
  readonly directions: readonly { readonly division: string; readonly author: string; readonly body: string }[]
  readonly documents: Pick<DocumentsRequest, 'told' | 'written' | 'dueEarlier' | 'closings' | 'standings' | 'headwinds'>
  readonly years: Pick<YearsRequest, 'ranks' | 'generous'>
  readonly firstNumber: number
  readonly random: Random
}

const ministryOwn: Omit<Own, 'random'> = {
  blueprint: ministryBlueprint,
  mark: columns,
  story: ministryStory,
  planOf: (year) => samplePlan({ year }),
  directions: ministryDirections,
  documents: {
    told: ministryTold,
    written: ministryWritten,
    dueEarlier: ministryDueEarlier,
    closings: ministryClosings,
    standings: ministryStandings,
    headwinds: ministryHeadwinds,
  },
  years: { ranks: ministryRanks, generous: generousDivision },
  firstNumber: 20_000,
}

const authorityOwn: Omit<Own, 'random'> = {
  blueprint: authorityBlueprint,
  mark: peaks,
  story: authorityStory,
  planOf: authorityPlan,
  directions: [],
  documents: { told: authorityTold, written: {}, dueEarlier: {}, closings: {}, standings: {}, headwinds: {} },
  years: { ranks: {}, generous: null },
  firstNumber: 5_000,
}

function entity(
  { blueprint, mark, story, planOf, directions, documents, years, firstNumber, random }: Own,
  shared: Shared,
): EntitySample {
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
  const logo = drawLogo(mark)
  addRow(rows, 'entity_profiles', {
    entity_id: id,
    vision_ar: blueprint.vision.ar,
    vision_en: blueprint.vision.en,
    mission_ar: blueprint.mission.ar,
    mission_en: blueprint.mission.en,
    logo,
    logo_type: 'image/png',
    logo_digest: createHash('sha256').update(logo).digest('hex'),
    updated_at: createdAt,
  })
  audit.push({
    actor: null,
    action: 'organization.found_entity',
    subject: { type: 'entity', id },
    after: { code: blueprint.code, name: blueprint.name },
    at: createdAt,
  })
  addDuties(rows, audit, { organization, story, days, ids })
  const holder = (role: EntityStory['roles'][number]['role']) =>
    organization.inSeat(story.roles.find((grant) => grant.role === role)?.seat ?? '')
  const curve = [holder('head'), holder('head_office')] as const
  addPolicies(rows, audit, { days, holidays, by: holder('entity_administrator'), curve, ids })
  const confirmers = story.roles.filter(({ role }) => role === 'head' || role === 'head_office')
  addProposal(rows, audit, {
    days,
    by: holder('ejada_team'),
    confirmers: confirmers.map(({ seat }) => organization.inSeat(seat)),
    ids,
  })
  const running = runningCycle(days)
  const { year } = running.period
  const plans = new Map(
    [year - 2, year - 1, year].map((one) => {
      const planned = { year: one, nodes: planOf(one), planner: holder('planning'), approver: holder('head') }
      return [one, addPlan(rows, audit, { ...planned, divisionIds: organization.divisionIds, ids })]
    }),
  )
  for (const { division, author, body } of directions) {
    addDirection(rows, audit, {
      year,
      divisionId: idIn(organization.divisionIds, division),
      author: organization.inSeat(author),
      body,
      publishedAt: at(`${year}-01-05` < days.ago(1) ? `${year}-01-05` : days.ago(1), '09:30'),
      ids,
    })
  }
  const bank = addBank(rows, {
    organization,
    nodes: plans.get(year) ?? [],
    by: holder('ejada_team').id,
    at: at(`${year - 1}-12-28`, '10:00'),
    ids,
  })
  const outcomes = addDocuments(rows, audit, {
    organization,
    days,
    running,
    nodesOf: (one) => plans.get(one) ?? [],
    bank,
    opener: holder('ejada_team'),
    ...documents,
    random: random.fork('documents'),
    ids,
  })
  const inBody = (one: Body, capacities: readonly Capacity[]) =>
    story.memberships
      .filter(({ body, capacity }) => body === one && capacities.includes(capacity))
      .map(({ seat }) => organization.inSeat(seat))
  const judges = ['chair', 'member'] as const
  addYears(rows, audit, {
    organization,
    days,
    outcomes,
    offices: {
      ejada: holder('ejada_team'),
      head: holder('head'),
      committee: inBody('review', judges),
      secretary: inBody('review', ['secretary'])[0] ?? holder('ejada_team'),
      grievances: inBody('grievance', judges),
      lowPerformance: inBody('low_performance', judges),
    },
    ...years,
    random: random.fork('years'),
    ids,
  })
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
