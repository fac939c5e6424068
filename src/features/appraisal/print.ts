import { decimalText } from '../../shared/decimal.ts'
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatWeight,
  type Language,
} from '../../shared/locale.ts'
import { ar as sharedAr } from '../../shared/messages.ar.ts'
import { en as sharedEn } from '../../shared/messages.en.ts'
import { type Rank, ranks } from '../../shared/ranks.ts'
import { reasons } from '../../shared/reasons.ts'
import { stripInvisible } from '../../shared/text.ts'
import { ar } from './messages.ar.ts'
import { en } from './messages.en.ts'
import type { Explanation } from './schema/explanation.ts'
import type { PerformanceRecord } from './schema.ts'

type Words = (typeof ar | typeof en)['appraisalFiles']
type Name = { readonly ar: string; readonly en: string } | null | undefined
type Cycle = Explanation['cycles'][number]
type Segment = Cycle['segments'][number]

/** What the words of a language and the numbers of the file become together. */
export function writer(language: Language, timeZone: string) {
  const words: Words = (language === 'ar' ? ar : en).appraisalFiles
  const reader = { language }
  return {
    words,
    language,
    name: (value: Name) => (value ? value[language] || value.ar : '—'),
    /** Micro-percent as people read a result: two decimals, half-up (AMB-08). */
    result: (micro: number | bigint | null) =>
      micro === null ? '—' : plain(formatNumber(decimalText(BigInt(micro), 6), { ...reader, decimals: 2 })),
    units: (units: number | null) =>
      units === null ? '—' : plain(formatNumber(decimalText(BigInt(units), 10), { ...reader, decimals: 2 })),
    percent: (micro: number) => plain(formatPercent(decimalText(BigInt(micro), 6), reader)),
    weight: (basisPoints: number) => plain(formatWeight(basisPoints, reader)),
    count: (value: number) => plain(formatNumber(value, reader)),
    day: (day: string) => plain(formatDate(day, { ...reader, style: 'medium' })),
    at: (instant: string) => plain(formatDateTime(new Date(instant), { ...reader, timeZone })),
    /** Dates of a cycle need no year beside them: columns are narrow. */
    quantity: (type: Parameters<typeof formatQuantity>[0], value: string | null) => {
      if (value === null) return words.why.notDelivered
      return plain(
        type === 'date' ? formatDate(value, { ...reader, style: 'dayMonth' }) : formatQuantity(type, value, reader),
      )
    },
    rank: (rank: Rank | null) => (rank === null ? words.why.none : words.ranks[rank]),
    cycle: ({ kind, ordinal }: Pick<Cycle, 'kind' | 'ordinal'>, year: number) => {
      const names: Readonly<Record<string, string>> = (language === 'ar' ? sharedAr : sharedEn).period[kind]
      return (names[ordinal] ?? '').replace('{{year}}', String(year))
    },
    reason: (code: string) => {
      const known = reasons.find((one) => one.code === code)
      const names: Readonly<Record<string, string>> = (language === 'ar' ? sharedAr : sharedEn).reasons
      return known ? (names[known.name] ?? code) : code
    },
    /** The generated sentence of the curve, with its numbers. */
    sentence: (code: string, params: Readonly<Record<string, string | number>>) =>
      curveSentence({ code, params }, language),
    fill: (sentence: string, params: Readonly<Record<string, string>>) =>
      sentence.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? ''),
  }
}
export type Writer = ReturnType<typeof writer>

type CurveReason = { readonly code: string; readonly params: Readonly<Record<string, string | number>> }

/** The generated sentence of a difference that the curve alone made, with its numbers (H3). */
export function curveSentence({ code, params }: CurveReason, language: Language): string {
  const sentences: Readonly<Record<string, string>> = (language === 'ar' ? ar : en).curveReasons
  return (sentences[code] ?? code).replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(params[key] ?? '—'))
}

/** Everything that `print.typ` lays out, in words of the language. */
export function whyData({ explanation, fingerprint }: { explanation: Explanation; fingerprint: string }, pen: Writer) {
  const { person, year, annual, ranks: of, standing } = explanation
  const words = pen.words.why
  const number = (value: number | null) => (value === null ? '' : pen.result(value))
  return {
    words,
    facts: [
      { label: words.person, value: pen.name(person.name) },
      { label: words.number, value: person.number ?? '—' },
      { label: words.jobTitle, value: pen.name(person.title) },
      { label: words.division, value: pen.name(person.division) },
      { label: words.supervisor, value: pen.name(person.supervisor?.name) },
      { label: words.higherOfficial, value: pen.name(person.higherOfficial?.name) },
      { label: words.publishedOn, value: year.publishedAt ? pen.at(year.publishedAt) : words.notPublished },
      { label: words.grievancesUntil, value: year.grievancesUntil ? pen.at(year.grievancesUntil) : '—' },
    ],
    values: [
      { label: words.computed, rank: pen.rank(of.band), number: number(annual.ranking), tone: null },
      { label: words.curve, rank: pen.rank(of.curve), number: '', tone: null },
      { label: words.view, rank: pen.rank(of.view), number: '', tone: null },
      { label: words.final, rank: pen.rank(of.final), number: '', tone: 'accent' },
    ],
    standing: pen.words.standings[standing],
    mean: number(annual.result),
    literal: number(annual.literal),
    cuts: pen.fill(words.cuts, {
      average: pen.result(annual.cuts.average),
      good: pen.result(annual.cuts.good),
      veryGood: pen.result(annual.cuts.veryGood),
    }),
    cycles: explanation.cycles.map((cycle) => cycleData(cycle, explanation, pen)),
    group: groupData(explanation, pen),
    changes: explanation.changes.map((change) => changeData(change, pen)),
    addedSeat: explanation.addedSeat,
    policies: explanation.policies.map((one) => ({
      key: one.key,
      // With room to break a line.
      value: JSON.stringify(one.value).replaceAll(',', ', '),
      source: one.setForYear
        ? `${one.source} (${pen.fill(words.policyVersion, { version: String(one.version), year: String(one.setForYear) })})`
        : words.byDefault,
    })),
    fingerprint,
    record: explanation.audit ? `${explanation.audit.seq} ${explanation.audit.hash}` : '—',
  }
}

function cycleData(cycle: Cycle, { year }: Explanation, pen: Writer) {
  return {
    label: pen.cycle(cycle, year.year),
    counts: pen.words.counts[cycle.status],
    coverage: `${pen.count(cycle.coveredDays)} / ${pen.count(cycle.cycleDays)}`,
    result: pen.units(cycle.result),
    literal: pen.result(cycle.literal),
    segments: cycle.segments.map((segment) => segmentData(segment, pen)),
  }
}

function segmentData(segment: Segment, pen: Writer) {
  const words = pen.words.why
  return {
    period: `${pen.day(segment.startsOn)} – ${pen.day(segment.endsOn)}`,
    rows: segment.lines.map((line) => ({
      statement: line.statement,
      level: pen.words.levels[line.level],
      below: pen.quantity(line.dataType, line.targets.below),
      meets: pen.quantity(line.dataType, line.targets.meets),
      exceeds: pen.quantity(line.dataType, line.targets.exceeds),
      actual: pen.quantity(line.dataType, line.actual),
      achievement: pen.percent(line.achievement),
      weight: pen.weight(line.weight),
      score: pen.units(line.score),
    })),
    sum: pen.units(segment.sum),
    corrections: segment.lines.flatMap((line) =>
      line.corrections.map((one) => ({
        title: `${line.statement}: ${pen.fill(words.correction, {
          from: pen.quantity(line.dataType, one.from),
          to: pen.quantity(line.dataType, one.to),
        })}`,
        text: [
          `${pen.reason(one.reasonCode)}: ${one.reasonText}`,
          one.answer ? words.answer[one.answer] : '',
          one.answerNote ?? '',
          one.ruling ? words.ruling[one.ruling] : '',
          one.rulingNote ?? '',
        ]
          .filter((part) => part !== '')
          .join('\n'),
        who: `${whoDid(one.by, one.onBehalfOf, pen)} · ${pen.at(one.at)} · ${one.reasonCode}`,
      })),
    ),
    evidence: segment.lines.flatMap((line) => line.evidence),
  }
}

function groupData({ group }: Explanation, pen: Writer) {
  if (!group) return null
  const words = pen.words.why
  const held = { ...group.counts, excellent: 0 }
  const place = pen.fill(words.position, { position: pen.count(group.position), size: pen.count(group.size) })
  const last =
    group.lastLifted === null
      ? ''
      : `. ${pen.fill(words.lastLifted, { last: pen.result(group.lastLifted), gap: pen.result(group.gap) })}.`
  return {
    title: `${group.division ? pen.name(group.division) : words.entity} · ${pen.fill(words.groupOf, {
      size: pen.count(group.size),
      mode: pen.words.modes[group.mode],
    })}`,
    rows: ranks.flatMap((rank) => {
      const quota = group.quotas.find((one) => one.rank === rank)
      if (!quota) return []
      const row = { rank: pen.rank(rank), share: pen.weight(quota.share), product: quota.product }
      return [{ ...row, seats: pen.count(quota.seats), holders: rank === 'excellent' ? '—' : pen.count(held[rank]) }]
    }),
    place: place + last,
  }
}

function changeData(change: Explanation['changes'][number], pen: Writer) {
  const by = change.by ? `${whoDid(change.by, change.onBehalfOf, pen)} · ` : ''
  return {
    title: `${pen.words.stages[change.stage]}: ${pen.rank(change.from)} ← ${pen.rank(change.to)}`,
    text:
      change.stage === 'curve'
        ? pen.sentence(change.reasonCode, change.params)
        : `${pen.reason(change.reasonCode)}: ${change.reasonText ?? ''}`,
    who: `${by}${pen.at(change.at)} · ${change.reasonCode}`,
  }
}

/** Everything that `print-record.typ` lays out. */
export function recordData({ person, years, feedback }: PerformanceRecord, pen: Writer) {
  const words = pen.words.record
  return {
    words,
    facts: [
      { label: pen.words.why.person, value: pen.name(person.name) },
      { label: pen.words.why.number, value: person.number ?? '—' },
      { label: pen.words.why.jobTitle, value: pen.name(person.title) },
      { label: pen.words.why.division, value: pen.name(person.division) },
      { label: words.hiredOn, value: pen.day(person.hiredOn) },
    ],
    years: years.map((one) => ({
      year: String(one.year),
      rank: pen.rank(one.rank),
      standing: pen.words.standings[one.standing],
      result: pen.result(one.result),
      cycles: one.cycles.map((cycle) => ({
        label: pen.cycle(cycle, one.year),
        counts: pen.words.counts[cycle.counts as Cycle['status']],
        result: pen.units(cycle.result),
      })),
      changes: one.changes.map((change) => ({
        title: `${pen.words.stages[change.stage as keyof Words['stages']]}: ${pen.rank(change.from)} ← ${pen.rank(change.to)}`,
        text: change.reasonText ?? pen.sentence(change.reasonCode, change.params),
        who: `${pen.at(change.at)} · ${change.reasonCode}`,
      })),
    })),
    feedback: feedback.map((one) => ({
      kind: words.kinds[one.kind],
      body: one.body,
      who: `${pen.name(one.author)} · ${pen.at(one.at)}`,
    })),
  }
}

type Actor = NonNullable<Explanation['changes'][number]['by']>

function whoDid(by: Actor, onBehalfOf: Actor | null, pen: Writer): string {
  return onBehalfOf
    ? `${pen.name(by.name)} ${pen.words.why.onBehalfOf} ${pen.name(onBehalfOf.name)}`
    : pen.name(by.name)
}

/** Isolates are for the screen; on paper the template sets directions itself. */
function plain(text: string): string {
  return stripInvisible(text)
}
