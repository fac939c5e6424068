import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Rank } from '../../shared/ranks.ts'
import { addCase, addSitting, aQuestion, beside } from './committee.ts'
import { addRow, type Rows } from './copy.ts'
import { addNominations } from './excellence.ts'
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
  const bandOf = ({ person }: Frozen) => placed.get(person.id)?.band ?? 'good'
  const views = viewsOf(ranked, { curveRankOf, bandOf, random: random.fork('views'), generous })
  addSitting(rows, request, {
    number: 1,
    heldOn: days.sittingOn,
    agenda: `توزيع نتائج ${year}، والحالات المعروضة، وملاحظات الإنصاف، وأسئلة النزاهة.`,
    minutes: null,
  })
  for (const one of ranked) {
    const view = views.get(one.person.id)
    const curveRank = curveRankOf(one)
    if (!view) continue
    const viewedAt = at(days.viewsOn, '11:40')
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
    if (view.to === curveRank) continue
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
  const [first] = ranked.filter(({ person }) => {
    const view = views.get(person.id)
    return view !== undefined && person.division !== generous
  })
  const relative = offices.committee[3]
  if (first && relative && relative.id !== first.person.id) {
    addRow(rows, 'declared_relations', {
      id: request.ids(),
      employee_id: relative.id,
      other_id: first.person.id,
      kind: 'family',
      note: 'قرابة من الدرجة الثانية.',
      declared_by: relative.id,
      declared_at: at(days.calledOn, '12:15'),
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
  const place = ({ person }: Frozen) => placed.get(person.id)?.position ?? 0
  const pool = ranked.filter((one) => curveRankOf(one) === 'very_good').toSorted((a, b) => place(a) - place(b))
  addNominations(rows, audit, request, pool)
  addResults(rows, request, opened, (one) => ({
    view: views.get(one.person.id)?.to ?? null,
    final: null,
    addedSeat: false,
    status: 'preliminary',
    publishedAt: null,
    grievancesUntil: null,
    readAt: null,
  }))
}

type RankOf = (one: Frozen) => Exclude<Rank, 'excellent'>

/** One supervisor sees everybody higher; elsewhere a few are seen higher, and fewer lower. */
function viewsOf(
  ranked: readonly Frozen[],
  {
    curveRankOf,
    bandOf,
    random,
    generous,
  }: { curveRankOf: RankOf; bandOf: RankOf; random: YearRequest['random']; generous: string },
): Map<string, Decision> {
  const views = new Map<string, Decision>()
  let others = 0
  for (const one of random.shuffled(ranked)) {
    const { person, supervisor } = one
    const isGenerous = person.division === generous && supervisor.division === generous
    const [band, curveRank] = [bandOf(one), curveRankOf(one)]
    // Most of those whom the curve lifts had been seen so by their supervisor.
    const agrees = !isGenerous && curveRank !== band && random.chance(0.9)
    if (!isGenerous && !agrees && (others >= otherViews || person.level <= 4)) continue
    const step = isGenerous || agrees || random.chance(0.1) ? 1 : -1
    const to = agrees ? curveRank : (beside(curveRank, step) ?? (isGenerous ? 'excellent' : curveRank))
    if (to === 'weak' || to === band) continue
    if (!isGenerous && !agrees) others += 1
    const [code, text] = random.pick(step === 1 ? higherViews : lowerViews)
    views.set(person.id, { to, code, text })
  }
  return views
}
