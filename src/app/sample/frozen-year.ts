import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Rank } from '../../shared/ranks.ts'
import { addCase, addSitting, aQuestion, beside } from './committee.ts'
import { addRow, type Rows } from './copy.ts'
import type { Frozen } from './freeze.ts'
import { at } from './working-calendar.ts'
import { actorOf, addChange, addResults, type Decision, openYear, type YearRequest } from './year-rows.ts'
import { higherViews, lowerViews } from './year-words.ts'

/** Of whom the supervisor has written a view, how many see another rank than the curve. */
const otherViews = 5

/** A year before the committee: frozen, the curve applied, views written, cases open, a sitting called. */
export function addFrozenYear(
  rows: Rows,
  audit: AuditEvent[],
  request: YearRequest,
  /** Division whose supervisor sees everybody above the curve. */
  generous: string,
): void {
  const { year, days, frozen, offices, random } = request
  const opened = openYear(rows, request)
  const { placed } = opened.distribution
  const frozenAt = at(days.frozenOn, '09:30')
  addRow(rows, 'appraisal_years', {
    id: opened.id,
    year,
    status: 'frozen',
    version: 2,
    policies: opened.policies,
    frozen_at: frozenAt,
    frozen_by: offices.ejada.id,
    freezes: 1,
  })
  audit.push({
    actor: actorOf(offices.ejada),
    action: 'appraisal.freeze',
    subject: { type: 'appraisal_year', id: opened.id },
    before: { status: 'open' },
    after: { status: 'frozen', people: frozen.length },
    at: frozenAt,
  })

  const ranked = frozen.filter(({ person }) => placed.has(person.id))
  const curveRankOf = ({ person }: Frozen) => placed.get(person.id)?.curveRank ?? 'good'
  const views = viewsOf(ranked, { curveRankOf, random: random.fork('views'), generous })
  addSitting(rows, request, {
    number: 1,
    heldOn: days.sittingOn,
    agenda: `توزيع نتائج ${year}، والحالات المعروضة، وملاحظات الإنصاف، وأسئلة النزاهة.`,
    minutes: null,
  })
  for (const one of ranked) {
    const view = views.get(one.person.id)
    const curveRank = curveRankOf(one)
    if (!view || view.to === curveRank) continue
    const viewedAt = at(days.viewsOn, '11:40')
    addChange(rows, audit, request, {
      year,
      frozen: one,
      stage: 'supervisor',
      from: curveRank,
      decision: view,
      by: one.supervisor,
      sourceId: null,
      at: viewedAt,
    })
    addCase(rows, request, {
      frozen: one,
      origin: 'supervisor_view',
      question: '',
      openedBy: one.supervisor,
      openedAt: viewedAt,
      curveRank,
      viewRank: view.to,
      sittingId: null,
      decision: null,
    })
  }
  const member = offices.committee[2]
  for (const one of random
    .fork('questions')
    .shuffled(ranked)
    .slice(0, member ? 2 : 0)) {
    if (!member || views.has(one.person.id) || one.person.level <= 4) continue
    addCase(rows, request, {
      frozen: one,
      origin: 'member',
      question: aQuestion(random.fork(`question ${one.person.seat}`)),
      openedBy: member,
      openedAt: at(days.calledOn, '12:30'),
      curveRank: curveRankOf(one),
      viewRank: null,
      sittingId: null,
      decision: null,
    })
  }
  addResults(rows, request, opened, (one) => ({
    view: views.get(one.person.id)?.to ?? null,
    final: null,
    status: 'preliminary',
    publishedAt: null,
    grievancesUntil: null,
    readAt: null,
  }))
}

/** Two of three supervisors have written their views; most agree with the curve. */
function viewsOf(
  ranked: readonly Frozen[],
  {
    curveRankOf,
    random,
    generous,
  }: { curveRankOf: (one: Frozen) => Exclude<Rank, 'excellent'>; random: YearRequest['random']; generous: string },
): Map<string, Decision> {
  const views = new Map<string, Decision>()
  let others = 0
  for (const one of random.shuffled(ranked)) {
    const curveRank = curveRankOf(one)
    const isGenerous = one.person.division === generous && one.supervisor.division === generous
    if (!isGenerous && !random.fork(one.supervisor.seat).chance(0.65)) continue
    const differs = isGenerous || (others < otherViews && one.person.level > 4 && random.chance(0.12))
    const step = isGenerous || random.chance(0.75) ? 1 : -1
    const other = differs ? beside(curveRank, step) : null
    const to = other === null || other === 'weak' ? curveRank : other
    if (differs && !isGenerous && to !== curveRank) others += 1
    const [code, text] = random.pick(step === 1 ? higherViews : lowerViews)
    views.set(one.person.id, { to, code, text })
  }
  return views
}
