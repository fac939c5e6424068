import { z } from 'zod'
import { bilingual, instant } from '../../../shared/fields.ts'
import { dataTypes, levels } from '../../../shared/measure.ts'
import { cycleKinds } from '../../../shared/period.ts'
import { ranks } from '../../../shared/ranks.ts'

/** Micro-percent: 100 % is 100000000 (H1). */
const micro = z.int().min(0)
/** Units of 10^-10 percentage points: achievement times weight (H1). */
const units = z.int().min(0)
const count = z.int().min(0)
const rank = z.enum(ranks)
const band = z.enum(['weak', 'average', 'good', 'very_good'])
const day = z.iso.date()
const quantity = z.string().max(40)

/** Who acted, by name and never by rank: a person reads who decided about them (H3). */
const actor = z.strictObject({ id: z.uuid(), name: bilingual })

const policy = z.strictObject({
  key: z.string(),
  value: z.unknown(),
  version: z.int().min(0),
  /** The year for which the value was set; null for the program's default. */
  setForYear: z.int().nullable(),
  source: z.string(),
  official: z.boolean(),
})

const correction = z.strictObject({
  /** Null: not delivered. */
  from: quantity.nullable(),
  to: quantity.nullable(),
  fromAchievement: micro,
  toAchievement: micro,
  reasonCode: z.string(),
  reasonText: z.string(),
  by: actor,
  onBehalfOf: actor.nullable(),
  at: instant,
  answer: z.enum(['agreed', 'reserved']).nullable(),
  answerNote: z.string().nullable(),
  ruling: z.enum(['confirmed', 'returned']).nullable(),
  rulingNote: z.string().nullable(),
  ruledBy: actor.nullable(),
  endedAt: instant.nullable(),
})

const line = z.strictObject({
  id: z.uuid(),
  objective: z.strictObject({ title: z.string(), class: z.enum(['annual_plan', 'development', 'routine']) }),
  statement: z.string(),
  dataType: z.enum(dataTypes),
  targets: z.strictObject({ below: quantity, meets: quantity, exceeds: quantity }),
  /** Basis points: 100 % is 10000. */
  weight: z.int().min(1).max(10_000),
  /** What the employee recorded, and the value in force; null for "not delivered". */
  claimed: quantity.nullable(),
  actual: quantity.nullable(),
  achievement: micro,
  level: z.enum(levels),
  score: units,
  corrections: z.array(correction),
  /** SHA-256 of the file, in hexadecimal. */
  evidence: z.array(z.strictObject({ name: z.string(), digest: z.string() })),
})

const scale = z.strictObject({
  anchors: z.strictObject({ below: z.int(), meets: z.int(), exceeds: z.int() }),
  cap: z.int(),
})

const segment = z.strictObject({
  documentId: z.uuid(),
  startsOn: day,
  endsOn: day,
  /** Working days: its weight in the mean of several segments. */
  days: count,
  supervisor: actor.nullable(),
  approvedBy: actor.nullable(),
  onBehalfOf: actor.nullable(),
  approvedAt: instant.nullable(),
  /** The self-evaluation stands because nobody decided in time (AMB-26). */
  provisional: z.boolean(),
  /** What reaching each target was worth when the closing began, in whole percent. */
  scale,
  lines: z.array(line),
  /** The exact sum of the scores. */
  sum: units,
  /** The guide's division by the number of key results (AMB-01). */
  literal: micro.nullable(),
})

const cycle = z.strictObject({
  id: z.uuid(),
  kind: z.enum(cycleKinds),
  ordinal: z.int().min(1),
  startsOn: day,
  endsOn: day,
  /** Its weight in the annual mean (AMB-07). */
  months: z.int().min(1),
  status: z.enum(['counted', 'excused', 'excluded', 'zero', 'undecided']),
  cause: z.string().nullable(),
  coveredDays: count,
  cycleDays: count,
  decision: z.strictObject({ by: actor, at: instant, reason: z.string() }).nullable(),
  segments: z.array(segment),
  result: units.nullable(),
  literal: micro.nullable(),
})

const annual = z.strictObject({
  counted: count,
  months: count,
  result: micro.nullable(),
  literal: micro.nullable(),
  formula: z.enum(['weighted_sum', 'seed_literal_mean']),
  /** The value that ranks. */
  ranking: micro.nullable(),
  /** From which result each band begins (AMB-09). */
  cuts: z.strictObject({ average: micro, good: micro, veryGood: micro }),
  lowestCycle: units.nullable(),
  lastCycle: units.nullable(),
})

const quota = z.strictObject({
  rank,
  /** Basis points. */
  share: z.int().min(0).max(10_000),
  /** Share times people, exact. */
  product: z.string(),
  floor: count,
  /** Ten-thousandths of a seat. */
  remainder: count,
  extra: z.int().min(1).nullable(),
  seats: count,
})

const group = z.strictObject({
  id: z.uuid(),
  division: bilingual.nullable(),
  jobFamily: z.string().nullable(),
  size: count,
  mode: z.enum(['full_curve', 'raise_only', 'advisory']),
  /** Seats for very good and excellent together, and how many hold a rank of the pool. */
  pool: count,
  quotas: z.array(quota),
  /** Counts by rank after the curve: of all, never whose. */
  counts: z.strictObject({ weak: count, average: count, good: count, very_good: count }),
  /** Competition ranking from 1 by the ranking value. */
  position: z.int().min(1),
  /** Among those at good or above, from 1; null below good. What RAISE_ONLY compares with the pool (H4). */
  raisePosition: z.int().min(1).nullable(),
  guardWeak: z.boolean(),
  /** The lowest position that still holds the same ranking value as the last person guarded from weak. */
  guarded: count,
  /** The lowest ranking value that reached very good, and the distance of this one from it; null when nobody did. */
  lastLifted: micro.nullable(),
  gap: micro.nullable(),
})

const change = z.strictObject({
  stage: z.enum(['supervisor', 'curve', 'committee', 'excellence', 'grievance']),
  from: rank,
  to: rank,
  fromResult: micro.nullable(),
  toResult: micro.nullable(),
  reasonCode: z.string(),
  /** The numbers of a generated sentence. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  reasonText: z.string().nullable(),
  by: actor.nullable(),
  onBehalfOf: actor.nullable(),
  at: instant,
})

/** Everything that a year's grade of one person was made of, and nothing of anybody else. */
export const explanation = z.strictObject({
  format: z.literal('itqan-explanation'),
  version: z.literal(1),
  entity: z.strictObject({ id: z.uuid(), name: bilingual }),
  person: z.strictObject({
    id: z.uuid(),
    name: bilingual,
    number: z.string().nullable(),
    title: bilingual.nullable(),
    division: bilingual.nullable(),
    jobFamily: z.string().nullable(),
    level: z.int().nullable(),
    supervisor: actor.nullable(),
    higherOfficial: actor.nullable(),
  }),
  year: z.strictObject({
    year: z.int(),
    status: z.enum(['open', 'frozen', 'signed', 'approved', 'confirmed', 'published']),
    freezes: count,
    frozenAt: instant.nullable(),
    signedAt: instant.nullable(),
    approvedAt: instant.nullable(),
    confirmedAt: instant.nullable(),
    publishedAt: instant.nullable(),
    /** The last instant at which a grievance is in time. */
    grievancesUntil: instant.nullable(),
    timeZone: z.string(),
  }),
  policies: z.array(policy),
  standing: z.enum(['ranked', 'short_service', 'all_excused', 'left', 'undecided', 'out_of_scope']),
  /** The same as the year's policy has it. */
  scale,
  cycles: z.array(cycle),
  annual,
  group: group.nullable(),
  ranks: z.strictObject({
    band: band.nullable(),
    curve: band.nullable(),
    view: rank.nullable(),
    final: rank.nullable(),
  }),
  /** In order of time. The ones that a later computation replaced are left out. */
  changes: z.array(change),
  /** A seat that a grievance added beyond the quotas (AMB-32). */
  addedSeat: z.boolean(),
  /** The newest event of this result in the audit chain. */
  audit: z.strictObject({ seq: z.string(), hash: z.string(), at: instant }).nullable(),
})

export type Explanation = z.infer<typeof explanation>

/** The file that leaves the system: the explanation and the SHA-256 of its canonical JSON. */
export const explanationFile = z.strictObject({ explanation, fingerprint: z.string().regex(/^[0-9a-f]{64}$/) })
