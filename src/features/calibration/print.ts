import { decimalText } from '../../shared/decimal.ts'
import { formatDate, formatNumber, formatTime, formatWeight, type Language } from '../../shared/locale.ts'
import { ar as sharedAr } from '../../shared/messages.ar.ts'
import { en as sharedEn } from '../../shared/messages.en.ts'
import type { Band, Rank } from '../../shared/ranks.ts'
import { reasons } from '../../shared/reasons.ts'
import { stripInvisible } from '../../shared/text.ts'
import { ar } from './messages.ar.ts'
import { en } from './messages.en.ts'
import type { SittingAnswer } from './schema.ts'
import type { VoteRow } from './views/cases.ts'

type Name = { readonly ar: string; readonly en: string } | null | undefined

/** What the words of a language and the numbers of a file become together. */
export function writer(language: Language, timeZone: string) {
  const words: (typeof ar | typeof en)['calibrationFiles'] = (language === 'ar' ? ar : en).calibrationFiles
  const reader = { language }
  const plain = (text: string) => stripInvisible(text)
  return {
    words,
    language,
    name: (value: Name) => (value ? value[language] || value.ar : '—'),
    /** Micro-percent as people read a result: two decimals, half-up (AMB-08). */
    result: (micro: number) => plain(formatNumber(decimalText(BigInt(micro), 6), { ...reader, decimals: 2 })),
    share: (basisPoints: number) => plain(formatWeight(basisPoints, reader)),
    count: (value: number) => plain(formatNumber(value, reader)),
    day: (day: string) => plain(formatDate(day, { ...reader, style: 'medium' })),
    time: (instant: Date | string | null) =>
      instant === null ? '—' : plain(formatTime(new Date(instant), { ...reader, timeZone })),
    rank: (rank: Rank | null) => (rank === null ? '—' : words.ranks[rank]),
    reason: (code: string) => {
      const known = reasons.find((one) => one.code === code)
      const names: Readonly<Record<string, string>> = (language === 'ar' ? sharedAr : sharedEn).reasons
      return known ? (names[known.name] ?? code) : code
    },
    fill: (sentence: string, params: Readonly<Record<string, string>>) =>
      sentence.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? ''),
  }
}
export type Writer = ReturnType<typeof writer>

export type MinutedCase = {
  readonly record: SittingAnswer['cases'][number]
  readonly votes: readonly VoteRow[]
  readonly recused: number
}

/** The part of the minutes that the record gives by itself: who was there, each case, how many voted what, what came of it. */
export function minutesData(sitting: SittingAnswer, cases: readonly MinutedCase[], pen: Writer) {
  const { words } = pen
  return {
    words,
    facts: [
      { label: words.heldOn, value: pen.day(sitting.heldOn) },
      { label: words.opened, value: pen.time(sitting.openedAt) },
      { label: words.closed, value: pen.time(sitting.closedAt) },
      {
        label: words.quorum,
        value: `${pen.count(sitting.attendance.filter((one) => one.arrivedAt && one.capacity !== 'secretary').length)} / ${pen.count(sitting.quorum.needed)}`,
      },
    ],
    agenda: sitting.agenda,
    text: sitting.minutes,
    attendance: sitting.attendance.map((one) => ({
      name: pen.name(one.member.name),
      capacity: words.capacities[one.capacity],
      arrived: one.arrivedAt ? pen.time(one.arrivedAt) : words.absent,
      left: pen.time(one.leftAt),
    })),
    cases: cases.map((one) => caseData(one, pen)),
    signatures: sitting.attendance
      .filter((one) => one.arrivedAt !== null)
      .map((one) => ({ role: words.capacities[one.capacity], name: pen.name(one.member.name), lines: [] })),
  }
}

function caseData({ record, votes, recused }: MinutedCase, pen: Writer) {
  const { words } = pen
  const counted = (['very_good', 'good', 'average', 'weak'] as const satisfies readonly Band[]).flatMap((rank) => {
    const number = votes.filter((vote) => vote.rank === rank).length
    return number > 0 ? [`${pen.rank(rank)}: ${pen.count(number)}`] : []
  })
  return {
    title: pen.name(record.employee.name),
    division: pen.name(record.division),
    facts: [
      { label: words.origin, value: words.origins[record.origin] },
      { label: words.position, value: pen.count(record.position) },
      { label: words.result, value: pen.result(record.result) },
      { label: words.band, value: pen.rank(record.band) },
      { label: words.curve, value: pen.rank(record.curve) },
      { label: words.view, value: pen.rank(record.view?.rank ?? null) },
      { label: words.votes, value: counted.join(' · ') || '—' },
      { label: words.recused, value: pen.count(recused) },
      { label: words.decision, value: pen.rank(record.decision?.rank ?? null) },
    ],
    question: record.question,
    reason: record.decision ? pen.reason(record.decision.code) : '',
    text: record.decision?.text ?? '',
  }
}
