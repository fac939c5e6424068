import type { AuditEvent } from '../../platform/audit/record.ts'
import { addRow, type Rows } from './copy.ts'
import type { EntityStory } from './ministry-story.ts'
import { idIn, type Organization } from './organization-rows.ts'
import type { Person } from './people.ts'
import { at, type SampleDays } from './working-calendar.ts'

type Request = {
  readonly organization: Organization
  readonly story: EntityStory
  readonly days: SampleDays
  readonly ids: () => string
}

/** What people do beside their posts: absences, delegations, committees, sign-in roles, actors of the guide. */
export function addDuties(rows: Rows, audit: AuditEvent[], request: Request): void {
  addAbsences(rows, audit, request)
  addDelegations(rows, audit, request)
  addMemberships(rows, request)
  addRoles(rows, audit, request)
  const { organization, story } = request
  for (const [actor, codes] of Object.entries(story.actors)) {
    for (const code of codes)
      addRow(rows, 'actor_divisions', { actor, division_id: idIn(organization.divisionIds, code) })
  }
}

const grantReason = 'تكليف بقرار إداري'

function actorOf(person: Person): AuditEvent['actor'] {
  return { identityId: person.identityId, employeeId: person.id }
}

/** A day so many working days before the sample's day; negative: after it. */
function dayOf(days: SampleDays, workingDaysAgo: number): string {
  return workingDaysAgo >= 0 ? days.ago(workingDaysAgo) : days.ahead(-workingDaysAgo)
}

function addAbsences(rows: Rows, audit: AuditEvent[], { organization, story, days, ids }: Request): void {
  for (const { seat, kind, from, to, note } of story.absences) {
    const person = organization.inSeat(seat)
    const startsOn = dayOf(days, from)
    const id = ids()
    const endsOn = dayOf(days, to)
    const recordedAt = at(days.ago(from + 3), '10:20')
    addRow(rows, 'absences', {
      id,
      employee_id: person.id,
      kind,
      starts_on: startsOn,
      ends_on: endsOn,
      note: note ?? null,
      recorded_by: person.supervisor?.id ?? null,
      recorded_at: recordedAt,
    })
    audit.push({
      actor: person.supervisor && actorOf(person.supervisor),
      action: 'organization.record_absence',
      subject: { type: 'employee', id: person.id },
      after: { id, kind, startsOn, endsOn },
      at: recordedAt,
    })
  }
}

function addDelegations(rows: Rows, audit: AuditEvent[], { organization, story, days, ids }: Request): void {
  for (const { delegator, delegate, from, to, reason, revoked } of story.delegations) {
    const who = organization.inSeat(delegator)
    const over = to > 0
    const id = ids()
    const delegateId = organization.inSeat(delegate).id
    const scopes = ['approve_documents', 'escalate']
    const createdAt = at(days.ago(from + 1), '12:05')
    audit.push({
      actor: actorOf(who),
      action: 'organization.delegate',
      subject: { type: 'delegation', id },
      after: { delegatorId: who.id, delegateId, scopes, startsOn: dayOf(days, from), endsOn: dayOf(days, to) },
      reason,
      at: createdAt,
    })
    addRow(rows, 'delegations', {
      id,
      delegator_id: who.id,
      delegate_id: delegateId,
      scopes,
      starts_on: dayOf(days, from),
      ends_on: dayOf(days, to),
      reason,
      created_by: who.id,
      created_at: createdAt,
      revoked_on: revoked === undefined ? null : dayOf(days, revoked),
      start_told_at: at(dayOf(days, from), '07:30'),
      end_told_at: over ? at(dayOf(days, to), '07:30') : null,
    })
  }
}

function addMemberships(rows: Rows, { organization, story, days, ids }: Request): void {
  const year = Number(days.date.slice(0, 4))
  for (const { seat, body, capacity, decision } of story.memberships) {
    addRow(rows, 'memberships', {
      id: ids(),
      employee_id: organization.inSeat(seat).id,
      body,
      capacity,
      // The committees of the year before decided on the results of the one before it.
      valid_from: `${year - 1}-01-01`,
      // Experts and representatives are called for a time (decisions H12).
      valid_to: capacity === 'expert' || capacity === 'representative' ? `${year}-12-31` : null,
      decision: decision ? `${decision} لسنة ${year - 1}` : null,
    })
  }
}

function addRoles(rows: Rows, audit: AuditEvent[], { organization, story, ids }: Request): void {
  const administrator = organization.inSeat(
    story.roles.find((grant) => grant.role === 'entity_administrator')?.seat ?? '',
  )
  const since = at(organization.founded, '09:00')
  for (const { seat, role } of story.roles) {
    const person = organization.inSeat(seat)
    const id = ids()
    const granter = role === 'entity_administrator' ? null : administrator
    audit.push({
      actor: granter && actorOf(granter),
      action: 'accounts.role_granted',
      subject: { type: 'role_grant', id },
      after: { employeeId: person.id, role },
      reason: grantReason,
      at: since,
    })
    addRow(rows, 'role_grants', {
      id,
      identity_id: person.identityId,
      role,
      reason: grantReason,
      granted_by: granter?.identityId ?? null,
      granted_at: since,
    })
  }
}
