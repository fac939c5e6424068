import type { Tx } from '../../../platform/db/database.ts'
import type { EntityActor } from '../../../shared/actor.ts'
import { workingDaysLate } from '../../../shared/clocks.ts'
import { weightText } from '../../../shared/decimal.ts'
import { refuse } from '../../../shared/refusal.ts'
import { problemsOf } from '../domain/completeness.ts'
import { amendmentClosesOn } from '../domain/cycles.ts'
import { timelineOf } from '../domain/timeline.ts'
import { type Ability, type Asker, abilities, mayEdit } from '../domain/workflow.ts'
import { errors } from '../errors.ts'
import { type Standing, standingOf } from '../policy.ts'
import type { DocumentView } from '../schema.ts'
import { type DocumentRecord, documentRecord, personById } from '../views/document.ts'
import { factsOf } from './access.ts'
import { presentContent } from './content.ts'
import { type Settings, settingsOf } from './settings.ts'

type Request = { readonly id: string; readonly actor: EntityActor; readonly now: Date; readonly tx: Tx }

/** The document as this reader may see it; to everyone else it does not exist (AMB-40). */
export async function showDocument(request: Request & { readonly settings?: Settings }) {
  const { id, actor, now, tx } = request
  const settings = request.settings ?? (await settingsOf(tx, { now }))
  const record = await documentRecord(tx, { id, employeeId: actor.employeeId, today: settings.today })
  const standing = record && standingOf(actor, record)
  if (!record || !standing) throw refuse(errors.notFound)
  const behalf = Object.values(standing.behalf)[0] ?? null
  const onBehalfOf = behalf ? await personById(tx, { id: behalf, today: settings.today }) : null
  return { record, standing, settings, view: present({ record, standing, settings, actor, onBehalfOf }) }
}

type Shown = {
  readonly record: DocumentRecord
  readonly standing: Standing
  readonly settings: Settings
  readonly actor: EntityActor
  readonly onBehalfOf: DocumentView['onBehalfOf']
}

function present({ record, standing, settings, actor, onBehalfOf }: Shown): DocumentView {
  const { people } = record
  const full = standing.view === 'full'
  const asker: Asker = { employeeId: actor.employeeId ?? '', parts: standing.parts, today: settings.today }
  return {
    id: record.id,
    version: record.version,
    view: standing.view,
    parts: [...standing.parts],
    onBehalfOf,
    status: record.status,
    statusSince: instant(record.statusSince),
    edition: record.edition,
    submissionCount: record.submissions,
    returnCount: record.returns,
    firstSubmittedAt: instantOrNull(record.firstSubmittedAt),
    submittedAt: instantOrNull(record.submittedAt),
    agreedAt: instantOrNull(record.agreedAt),
    updatedAt: instant(record.updatedAt),
    updatedBy: full ? people.updatedBy : null,
    employee: people.employee,
    supervisor: people.supervisor,
    higherOfficial: people.higherOfficial,
    cycle: record.cycle,
    waiting: waitingOf(record, settings),
    draftedBy: people.draftedBy,
    objectionUntil: record.objectionUntil,
    higherMayDecide: record.higherMayDecide,
    nextReturnTellsHigherOfficial:
      !record.higherMayDecide && record.returns + 1 >= settings.clocks.returnsUntilHigherOfficial,
    amendmentClosesOn: amendmentClosesOn(record.cycle, settings.closingShare),
    weightTotal: weightText(record.weightTotal),
    content: contentFor(record, standing),
    limits: { ...settings.limits },
    problems: full
      ? problemsOf(record.content, { cycle: record.cycle, limits: settings.limits }).map((one) => ({ ...one }))
      : [],
    comments: full ? record.comments.map((one) => ({ ...one, can: { resolve: mayResolve(one) } })) : [],
    meetings: full ? [...record.meetings] : [],
    submissions: full ? [...record.submissionList] : [],
    amendments: full ? [...record.amendments] : [],
    timeline: full ? (timelineOf({ ...record, submissions: record.submissionList }) as DocumentView['timeline']) : [],
    context: full ? { planWeight: record.planWeight, divisionPlanWeight: record.divisionPlanWeight } : null,
    can: full ? abilitiesFor(record, asker, settings) : {},
  }
}

function contentFor(record: DocumentRecord, { view }: Standing): DocumentView['content'] {
  if (view === 'status') return null
  const content = presentContent(record.content)
  if (view === 'full') return content
  // The verifier of links sees what is linked and how heavy it is, not the promises (AMB-40).
  return { objectives: content.objectives.map((one) => ({ ...one, keyResults: [] })) }
}

const yes: Ability = { allowed: true }

function abilitiesFor(record: DocumentRecord, asker: Asker, settings: Settings): DocumentView['can'] {
  const facts = factsOf(record, settings)
  const open = record.cycle.status === 'open'
  const edit = mayEdit(facts, asker)
  const can: DocumentView['can'] = { ...abilities(facts, asker), comment: yes, print: yes, edit }
  if (open && ['draft', 'submitted', 'returned', 'amending', 'agreed'].includes(record.status)) can.recordMeeting = yes
  const lacks = problemsOf(record.content, { cycle: record.cycle, limits: settings.limits }).some(
    (one) => one.severity === 'blocks',
  )
  for (const move of ['submit', 'submitFor'] as const) {
    if (can[move]?.allowed && lacks) can[move] = { allowed: false, why: errors.incomplete.code }
  }
  return can
}

function waitingOf(record: DocumentRecord, { calendar, today }: Settings): DocumentView['waiting'] {
  if (record.cycle.status !== 'open') return null
  const lateDays = record.dueOn ? workingDaysLate({ dueOn: record.dueOn, today, calendar }) : 0
  const waits = { dueOn: record.dueOn, lateDays }
  if (record.amendment) return { ...waits, for: record.amendment.side === 'employee' ? 'supervisor' : 'employee' }
  if (record.status === 'submitted') {
    const above = record.draftedBy !== null || record.supervisorId === null
    return { ...waits, for: above ? 'higher_official' : 'supervisor' }
  }
  if (record.status === 'draft' && record.draftedBy) return { ...waits, for: 'supervisor' }
  return ['draft', 'returned', 'amending'].includes(record.status) ? { ...waits, for: 'employee' } : null
}

function mayResolve({ resolvedAt }: { resolvedAt: string | null }): Ability {
  return resolvedAt === null ? yes : { allowed: false, why: errors.notOpen.code }
}

function instant(at: Date): string {
  return at.toISOString()
}

function instantOrNull(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
