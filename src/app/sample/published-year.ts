import { createHash } from 'node:crypto'
import { canonicalList } from '../../features/calibration/domain/signing.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import { compareRanks, type Rank } from '../../shared/ranks.ts'
import { endOfDay } from '../../shared/time-zone.ts'
import type { Calendar } from '../../shared/working-days.ts'
import { addCase, addSitting, aQuestion, beside } from './committee.ts'
import { addRow, type Rows } from './copy.ts'
import type { Frozen } from './freeze.ts'
import { addGrievances } from './grievances.ts'
import { addLowPerformance } from './low-performance.ts'
import type { Person } from './people.ts'
import { at } from './working-calendar.ts'
import { actorOf, addChange, addResults, type Decision, openYear, type YearRequest } from './year-rows.ts'
import { excellent, granted, higherViews, lowerViews, noteOfApproval, refused } from './year-words.ts'

type Given = Exclude<Rank, 'excellent'>
type RankOf = (one: Frozen) => Given

/** How a story ends for somebody: what the supervisor thought and what the committee decided. */
export type ToldRank = {
  readonly view: Decision
  readonly decision: (standing: { readonly above: number }) => Omit<Decision, 'to'>
  /** Whether the committee follows the supervisor. */
  readonly follows: boolean
}

const otherViews = 12
const nominated = 9

/** A year that is over: views, sittings, signatures, approvals, and everybody's rank published with its reasons. */
export function addPublishedYear(
  rows: Rows,
  audit: AuditEvent[],
  request: YearRequest,
  { told, calendar }: { told: Readonly<Record<string, ToldRank>>; calendar: Calendar },
): void {
  const { year, days, frozen, offices, random } = request
  const opened = openYear(rows, request)
  const { distribution } = opened
  const ranked = frozen.filter(({ person }) => distribution.placed.has(person.id))
  const curveRankOf = ({ person }: Frozen): Given => distribution.placed.get(person.id)?.curveRank ?? 'good'
  const bandOf = ({ person }: Frozen): Given => distribution.placed.get(person.id)?.band ?? 'good'
  const [chair] = offices.committee
  if (!chair) throw new Error('a committee without a chair')

  const grievancesUntil = endOfDay(days.grievancesUntil, 'Asia/Muscat')
  addRow(rows, 'appraisal_years', {
    id: opened.id,
    year,
    status: 'published',
    version: 8,
    policies: opened.policies,
    frozen_at: at(days.frozenOn, '09:30'),
    frozen_by: offices.ejada.id,
    freezes: 1,
    signed_at: at(days.signedOn, '12:10'),
    signed_by: chair.id,
    approved_at: at(days.approvedOn, '13:40'),
    confirmed_at: at(days.confirmedOn, '10:20'),
    confirmed_by: offices.head.id,
    published_at: at(days.publishedOn, '08:30'),
    published_by: offices.ejada.id,
    grievances_until: grievancesUntil,
  })

  const views = viewsOf(ranked, told, { curveRankOf, bandOf, random })
  const sittingId = addSitting(rows, request, {
    number: 1,
    heldOn: days.sittingOn,
    agenda: `مراجعة الحالات المعروضة من نتائج ${year} واعتماد التوزيع.`,
    minutes: `نُظرت ${views.size} حالة من آراء المسؤولين المباشرين، وامتنع كل عضو عن الحالات التي تقع في خط مسؤوليته. سُجل لكل قرار سببه، ولم تُسجل ملاحظة إنصاف بلا رد.`,
  })

  const finals = new Map<string, Rank>()
  for (const one of ranked) {
    const curveRank = curveRankOf(one)
    const view = views.get(one.person.id)
    if (!view) continue
    const viewedAt = at(days.viewsOn, '11:25')
    addChange(rows, audit, request, {
      year,
      frozen: one,
      stage: 'supervisor',
      from: bandOf(one),
      decision: view,
      by: one.supervisor,
      sourceId: null,
      at: viewedAt,
    })
    const story = told[one.person.seat]
    const follows = story ? story.follows : random.fork(`follows ${one.person.seat}`).chance(0.5)
    const position = distribution.placed.get(one.person.id)?.position ?? 0
    const above = distribution.order.filter(
      (other) => other.position < position && distribution.placed.get(other.employeeId)?.curveRank === curveRank,
    ).length
    const [code, text] = random.fork(`reason ${one.person.seat}`).pick(follows ? granted : refused)
    const decision = {
      ...(story ? story.decision({ above }) : { code, text }),
      to: follows && view.to !== 'excellent' ? view.to : curveRank,
    }
    const caseId = addCase(rows, request, {
      frozen: one,
      origin: 'supervisor_view',
      question: aQuestion(random.fork(`question ${one.person.seat}`)),
      openedBy: one.supervisor,
      openedAt: viewedAt,
      curveRank,
      viewRank: view.to,
      sittingId,
      decision,
    })
    finals.set(one.person.id, decision.to)
    addChange(rows, audit, request, {
      year,
      frozen: one,
      stage: 'committee',
      from: curveRank,
      decision,
      by: chair.id === one.person.id || chair.id === one.supervisor.id ? (offices.committee[1] ?? chair) : chair,
      sourceId: caseId,
      at: at(days.sittingOn, '13:05'),
    })
  }

  const pool = ranked
    .filter((one) => curveRankOf(one) === 'very_good' && !views.has(one.person.id))
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
  function placeOf({ person }: Frozen): number {
    return distribution.placed.get(person.id)?.position ?? 0
  }
  for (const one of pool.slice(0, nominated)) {
    finals.set(one.person.id, 'excellent')
    addChange(rows, audit, request, {
      year,
      frozen: one,
      stage: 'excellence',
      from: 'very_good',
      decision: { to: 'excellent', code: 'EXC-01', text: excellent },
      by: one.higher ?? offices.head,
      sourceId: null,
      at: at(days.nominatedOn, '12:45'),
    })
  }

  // What the members signed, before any grievance.
  const digest = createHash('sha256')
    .update(
      canonicalList(
        year,
        1,
        ranked.map((one) => ({
          employeeId: one.person.id,
          rank: finals.get(one.person.id) ?? curveRankOf(one),
          result: one.result ?? 0n,
        })),
      ),
    )
    .digest()
  const complaints = ranked.flatMap((one) => {
    const asked = views.get(one.person.id)?.to
    const final = finals.get(one.person.id)
    const higher = asked && final && !told[one.person.seat] && compareRanks(asked, final) > 0
    return higher ? [{ frozen: one, final, asked }] : []
  })
  const added = addGrievances(rows, audit, { ...request, panel: offices.grievances.slice(0, 3), calendar }, complaints)
  for (const [id, rank] of added) finals.set(id, rank)
  const weak = ranked.filter((one) => (finals.get(one.person.id) ?? curveRankOf(one)) === 'weak')
  addLowPerformance(rows, audit, { ...request, committee: offices.lowPerformance, calendar }, weak)

  const publishedAt = at(days.publishedOn, '08:30')
  addResults(rows, request, opened, (one) => ({
    view: views.get(one.person.id)?.to ?? null,
    final: distribution.placed.has(one.person.id) ? (finals.get(one.person.id) ?? curveRankOf(one)) : null,
    addedSeat: added.has(one.person.id),
    status: 'final',
    publishedAt,
    grievancesUntil,
    readAt: random.fork(`read ${one.person.seat}`).chance(0.9) ? at(days.publishedOn, '12:00') : null,
  }))
  addApprovals(rows, audit, request, { ranked, yearId: opened.id })
  for (const [index, member] of offices.committee.entries()) {
    addRow(rows, 'result_signatures', {
      year,
      freeze_number: 1,
      member_id: member.id,
      digest,
      signed_at: at(days.signedOn, `${10 + Math.floor(index / 3)}:${String(20 + index * 7)}`),
    })
  }
  tellYear(audit, request, opened.id)
}

/** Whose supervisor sees another rank than the curve: those of the stories, and some more, most of them higher. */
function viewsOf(
  ranked: readonly Frozen[],
  told: Readonly<Record<string, ToldRank>>,
  { curveRankOf, bandOf, random }: { curveRankOf: RankOf; bandOf: RankOf; random: YearRequest['random'] },
): Map<string, Decision> {
  const views = new Map<string, Decision>()
  const some = random.fork('views')
  for (const one of ranked) {
    const story = told[one.person.seat]
    if (story) views.set(one.person.id, story.view)
  }
  for (const one of some.shuffled(ranked)) {
    if (views.size >= otherViews) break
    // The head of the entity stands above the committee's own people: nobody decides for them here.
    if (views.has(one.person.id) || one.person.level <= 4) continue
    const step = some.chance(0.8) ? 1 : -1
    const to = beside(curveRankOf(one), step)
    if (to === null || to === 'weak' || to === bandOf(one)) continue
    const [code, text] = some.pick(compareRanks(to, bandOf(one)) > 0 ? higherViews : lowerViews)
    views.set(one.person.id, { to, code, text })
  }
  return views
}

/** Every higher official approves the results of the own people (AMB-29). */
function addApprovals(
  rows: Rows,
  audit: AuditEvent[],
  request: YearRequest,
  { ranked, yearId }: { ranked: readonly Frozen[]; yearId: string },
): void {
  const { year, days, random } = request
  const people = new Map<string, { official: Person; count: number }>()
  for (const { higher } of ranked) {
    if (!higher) continue
    people.set(higher.id, { official: higher, count: (people.get(higher.id)?.count ?? 0) + 1 })
  }
  for (const { official, count } of people.values()) {
    const own = random.fork(`approval ${official.seat}`)
    const decidedAt = at(days.approvedOn, `${own.between(9, 12)}:${own.between(10, 59)}`.padStart(5, '0'))
    addRow(rows, 'line_approvals', {
      year,
      official_id: official.id,
      people: count,
      status: 'approved',
      note: own.chance(0.2) ? noteOfApproval : null,
      decided_by: official.id,
      decided_at: decidedAt,
      version: 2,
    })
    audit.push({
      actor: actorOf(official),
      action: 'appraisal.approve',
      subject: { type: 'appraisal_year', id: yearId },
      after: { people: count },
      at: decidedAt,
    })
  }
}

function tellYear(audit: AuditEvent[], { days, offices, frozen }: YearRequest, yearId: string): void {
  const subject = { type: 'appraisal_year', id: yearId }
  const [chair] = offices.committee
  if (!chair) return
  audit.push(
    {
      actor: actorOf(offices.ejada),
      action: 'appraisal.freeze',
      subject,
      before: { status: 'open' },
      after: { status: 'frozen', people: frozen.length },
      at: at(days.frozenOn, '09:30'),
    },
    {
      actor: actorOf(chair),
      action: 'appraisal.sign',
      subject,
      before: { status: 'frozen' },
      after: { status: 'signed' },
      at: at(days.signedOn, '12:10'),
    },
    {
      actor: actorOf(offices.head),
      action: 'appraisal.confirm',
      subject,
      before: { status: 'approved' },
      after: { status: 'confirmed' },
      at: at(days.confirmedOn, '10:20'),
    },
    {
      actor: actorOf(offices.ejada),
      action: 'appraisal.publish',
      subject,
      before: { status: 'confirmed' },
      after: { status: 'published', people: frozen.length },
      at: at(days.publishedOn, '08:30'),
    },
  )
}
