import type { Tx } from '../../../platform/db/database.ts'
import { type Band, type Rank, ranks } from '../../../shared/ranks.ts'
import { frozenPeople } from '../../appraisal/public.ts'
import { type CurveMode, curveModes } from '../domain/curve.ts'
import { normalCurve } from '../domain/normal-curve.ts'
import { isVoter, keepsPapers, partsOf } from '../policy.ts'
import { currentDigest } from '../repository/check-runs.ts'
import { type PreviewRow, previewCurve } from '../repository/preview.ts'
import { attendants, openSittingOf } from '../repository/sittings.ts'
import type { GroupView, Person, WorkbenchAnswer } from '../schema.ts'
import { waitingJudges, withoutCurve } from '../views/cases.ts'
import { capacityOf, committeeOn } from '../views/committee.ts'
import { fairnessCounts } from '../views/findings.ts'
import { peopleByIds } from '../views/people-cards.ts'
import { signatureRows } from '../views/signing.ts'
import * as views from '../views/workbench.ts'
import { type Asking, enter, type Room } from './access.ts'
import { curvesOf, rankedOf } from './group-curves.ts'
import { missingPolicies, settingsOf } from './settings.ts'
import { blocksNow, mayStillSign } from './sign.ts'

type Mode = GroupView['curve']
type Counts = Record<Band, number>

const bands = ['weak', 'average', 'good', 'very_good'] as const satisfies readonly Band[]
const none: Counts = { weak: 0, average: 0, good: 0, very_good: 0 }

/** The years of the committee; a member finds them, everybody else finds nothing. */
export async function listYears({ actor, now, tx }: Asking) {
  const settings = await settingsOf(tx, { year: now.getUTCFullYear(), now })
  const parts = partsOf(actor, await capacityOf(tx, { employeeId: actor.employeeId, on: settings.today }))
  return { parts, years: parts.length > 0 ? await views.yearRows(tx) : [] }
}

/** Everything that the committee looks at before it decides, on frozen numbers. */
export async function showWorkbench(asking: Asking & { readonly year: number }): Promise<WorkbenchAnswer> {
  const { year, actor, tx, now } = asking
  const room = await enter(asking)
  const { state, settings, parts } = room
  const totals = await views.totalsOf(tx, { year })
  const groups = await groupsOf(tx, room, { year, now })
  const committee = await committeeOn(tx, { on: settings.today })
  const open = await openSittingOf(tx, { year })
  const seats = open ? await attendants(tx, { id: open.id }) : []
  const freeze = state.freezes
  const signatures = await signatureRows(tx, { year, freeze })
  const ids = [...committee.map((one) => one.id), ...signatures.map((one) => one.memberId)]
  const cards = await peopleByIds(tx, { ids, today: settings.today })
  const capacities = new Map(committee.map((one) => [one.id, one.capacity]))
  const blocks = await blocksNow(tx, { year })
  const histogram = await views.histogramRows(tx, { year })
  const me = actor.employeeId
  const judges = me && room.capacity && isVoter(room.capacity) ? [me] : []
  const mine = await waitingJudges(tx, { year, members: judges, today: settings.today })
  const { policies } = settings
  return {
    year,
    version: state.version,
    status: state.status,
    freezes: freeze,
    frozenAt: state.frozenAt?.toISOString() ?? null,
    signedAt: state.signedAt?.toISOString() ?? null,
    parts: [...parts],
    committee: {
      members: committee.map((one) => ({
        member: cards.get(one.id) as Person,
        capacity: one.capacity,
        present: seats.some((seat) => seat.id === one.id && seat.present),
      })),
      quorum: settings.quorum,
      present: open ? seats.filter((seat) => seat.present && isVoter(seat.capacity)).length : null,
    },
    sittings: await views.sittingRows(tx, { year }),
    missing: missingPolicies(settings),
    policy: {
      shares: settings.shares && ranks.map((rank) => ({ rank, share: settings.shares?.[rank] ?? 0 })),
      mode: settings.mode,
      strata: policies['curve.strata'].value,
      minimumGroup: settings.groupRules.minimum,
      guardWeak: settings.guardWeak,
      tieTolerance: { ...settings.tieTolerance },
      source: policies['curve.shares'].source,
      official: policies['curve.shares'].official,
    },
    bands: cutPoints(settings),
    ranked: totals.ranked,
    withoutRank: totals.withoutRank,
    groups,
    total: groups.length > 0 ? totalOf(groups) : null,
    histogram: histogram.map(({ from, ...row }) => ({ from, to: from + 5, ...row })),
    normal: await normalOf(tx, year, histogram),
    cases: {
      open: totals.casesOpen,
      decided: totals.casesDecided,
      withdrawn: totals.casesWithdrawn,
      mine: mine.size > 0 ? await countMine(asking, judges) : 0,
      byOrigin: { supervisor_view: 0, tie: 0, member: 0, higher_official: 0, ...totals.byOrigin },
    },
    views: { recorded: totals.recorded, different: totals.different },
    fairness: await fairnessOf(tx, year, blocks),
    integrity: { total: totals.questions, unanswered: totals.questionsUnanswered },
    signing: {
      digest: await currentDigest(tx, { year }),
      needed: settings.quorum,
      signatures: signatures.map((one) => ({
        member: cards.get(one.memberId) as Person,
        capacity: capacities.get(one.memberId) ?? 'member',
        at: one.at,
        withdrawnAt: one.withdrawnAt,
      })),
      blocks,
    },
    can: await abilitiesOf(asking, room, { blocked: blocks[0]?.code ?? null }),
  }
}

/** What the summary says of the tests; they run anew after each change. */
export async function fairnessOf(tx: Tx, year: number, blocks: readonly { code: string }[]) {
  const counts = await fairnessCounts(tx, { year })
  return { ...counts, running: blocks.some((block) => block.code === 'fairness_running') }
}

async function countMine({ year, now, tx }: Asking & { year: number }, judges: readonly string[]): Promise<number> {
  const { today } = await settingsOf(tx, { year, now })
  return views.waitingFor(tx, { year, memberId: judges[0] ?? null, today })
}

function cutPoints({ bands: cuts }: Room['settings']) {
  return { average: Number(cuts.average), good: Number(cuts.good), veryGood: Number(cuts.veryGood) }
}

async function normalOf(tx: Tx, year: number, histogram: readonly { from: number }[]) {
  const { people, mean, deviation } = await views.momentsOf(tx, { year })
  const [from, last] = [histogram[0]?.from, histogram.at(-1)?.from]
  if (from === undefined || last === undefined) return null
  const points = normalCurve({ people, mean, deviation, from, to: last + 5 })
  const round = (value: number) => Math.round(value * 100) / 100
  return { mean: round(mean), deviation: round(deviation), points }
}

/** As applied; before that as they would be, as soon as the shares are there, so that the mode can be chosen by it. */
async function groupsOf(tx: Tx, { settings }: Room, { year, now }: { year: number; now: Date }): Promise<GroupView[]> {
  const rows = await views.groupRows(tx, { year })
  const { shares } = settings
  if (!shares) return []
  if (rows.length === 0) return groupsToCome(tx, settings, { year, now })
  const previews = new Map<CurveMode, Map<string, PreviewRow>>()
  for (const mode of curveModes) {
    const preview = await previewCurve(tx, { year, shares, mode, guardWeak: settings.guardWeak })
    previews.set(mode, new Map(preview.map((row) => [row.groupId, row])))
  }
  return rows.map(({ outcome, names, now: held, ...row }) => ({
    ...row,
    hasQuotas: outcome.hasQuotas,
    pooled: outcome.pooled.map(({ divisionId, family, people }) => ({
      division: divisionId ? (names[divisionId] ?? null) : null,
      jobFamily: family,
      people,
    })),
    pool: outcome.pool,
    curve: {
      mode: row.mode,
      counts: outcome.counts,
      raised: outcome.raised,
      lowered: outcome.lowered,
      vacancies: outcome.vacancies,
      beyond: outcome.beyond,
      lastLifted: outcome.lastLifted === null ? null : Number(outcome.lastLifted),
    },
    modes: curveModes.map((mode) => previewed(mode, outcome.hasQuotas, previews.get(mode)?.get(row.id))),
    now: allRanks(held),
  }))
}

/** The curve in the mode that is chosen, or in none: computed, and not stored. */
async function groupsToCome(
  tx: Tx,
  settings: Room['settings'],
  { year }: { year: number; now: Date },
): Promise<GroupView[]> {
  const people = rankedOf(await frozenPeople(tx, { year }))
  const { shares } = settings
  if (!shares) return []
  const under = curveModes.map((mode) =>
    curvesOf({ people, settings, shares, mode, newId: () => '00000000-0000-4000-8000-000000000000' }),
  )
  const names = await views.divisionNames(tx, { year })
  const advisory = under[curveModes.indexOf('advisory')] ?? []
  return advisory.map(({ group, quotas, pool, curve }, index) => {
    const modes = under.map((groups) => outcomeOf((groups[index] ?? advisory[index])?.curve.summary))
    return {
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      division: group.divisionId ? (names.get(group.divisionId) ?? null) : null,
      jobFamily: group.family,
      people: group.employeeIds.length,
      hasQuotas: group.hasQuotas,
      pooled: group.pooled.map((one) => ({
        division: one.divisionId ? (names.get(one.divisionId) ?? null) : null,
        jobFamily: one.family,
        people: one.people,
      })),
      mode: 'advisory' as const,
      quotas: [...quotas],
      pool,
      curve: outcomeOf(curve.summary),
      modes,
      now: allRanks(curve.summary.counts),
    }
  })
}

type Summary = ReturnType<typeof curvesOf>[number]['curve']['summary']

function outcomeOf(summary: Summary | undefined): Mode {
  if (!summary)
    return { mode: 'advisory', counts: none, raised: 0, lowered: 0, vacancies: none, beyond: none, lastLifted: null }
  const { mode, counts, raised, lowered, vacancies, beyond, lastLifted } = summary
  return {
    mode,
    counts,
    raised,
    lowered,
    vacancies,
    beyond,
    lastLifted: lastLifted === null ? null : Number(lastLifted),
  }
}

function previewed(mode: CurveMode, hasQuotas: boolean, row: PreviewRow | undefined): Mode {
  const inMode = hasQuotas ? mode : 'advisory'
  const at = (list: readonly number[] | undefined, index: number) => list?.[index] ?? 0
  const over = (index: number) => (inMode === 'advisory' ? 0 : at(row?.counts, index) - at(row?.seats, index))
  const by = (of: (index: number) => number) =>
    Object.fromEntries(bands.map((band, index) => [band, of(index)])) as Counts
  return {
    mode,
    counts: by((index) => at(row?.counts, index)),
    raised: row?.raised ?? 0,
    lowered: row?.lowered ?? 0,
    vacancies: by((index) => Math.max(0, -over(index))),
    beyond: by((index) => Math.max(0, over(index))),
    lastLifted: row?.lastLifted ? Number(row.lastLifted) : null,
  }
}

function allRanks(held: Partial<Record<Rank, number>>): Record<Rank, number> {
  return { weak: 0, average: 0, good: 0, very_good: 0, excellent: 0, ...held }
}

function totalOf(groups: readonly GroupView[]): NonNullable<WorkbenchAnswer['total']> {
  const sum = (parts: readonly Mode[]): Mode => {
    const add = (of: (part: Mode) => Counts) =>
      Object.fromEntries(bands.map((band) => [band, parts.reduce((all, part) => all + of(part)[band], 0)])) as Counts
    const lifted = parts.flatMap((part) => part.lastLifted ?? [])
    return {
      mode: parts[0]?.mode ?? 'advisory',
      counts: add((part) => part.counts),
      raised: parts.reduce((all, part) => all + part.raised, 0),
      lowered: parts.reduce((all, part) => all + part.lowered, 0),
      vacancies: add((part) => part.vacancies),
      beyond: add((part) => part.beyond),
      lastLifted: lifted.length > 0 ? Math.min(...lifted) : null,
    }
  }
  const byRank = (of: (group: GroupView, rank: Rank) => number) =>
    Object.fromEntries(ranks.map((rank) => [rank, groups.reduce((all, group) => all + of(group, rank), 0)])) as Record<
      Rank,
      number
    >
  return {
    curve: sum(groups.map((group) => group.curve)),
    modes: curveModes.map((_, index) => sum(groups.flatMap((group) => group.modes[index] ?? []))),
    now: byRank((group, rank) => group.now[rank]),
    seats: byRank((group, rank) => group.quotas.find((quota) => quota.rank === rank)?.seats ?? 0),
  }
}

const yes = { allowed: true } as const
const no = (why: string) => ({ allowed: false, why }) as const

async function abilitiesOf(
  { year, actor, tx }: Asking & { year: number },
  { state, parts, capacity }: Room,
  { blocked }: { blocked: string | null },
): Promise<WorkbenchAnswer['can']> {
  const frozen = state.status === 'frozen'
  const whenFrozen = frozen ? yes : no('calibration.year_not_frozen')
  const curved = (await withoutCurve(tx, { year })) === 0
  const whenCurved = frozen && !curved ? no('calibration.curve_missing') : whenFrozen
  if (!actor.employeeId || !capacity) return { export: yes }
  const signed = isVoter(capacity) ? await mayStillSign(tx, { year, memberId: actor.employeeId }) : null
  return {
    export: yes,
    ...(keepsPapers(parts) && { callSitting: whenCurved }),
    ...(isVoter(capacity) && { openCase: whenCurved }),
    ...(signed && {
      sign: !frozen
        ? no('calibration.year_not_frozen')
        : blocked
          ? no('calibration.signing_blocked')
          : signed === 'yes'
            ? yes
            : no(signed === 'signed' ? 'calibration.already_signed' : 'calibration.not_in_sitting'),
    }),
    ...(signed === 'signed' && { withdrawSignature: whenFrozen }),
  }
}
