import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { renderPdf } from '../../../platform/pdf/render.ts'
import { formatDate, formatNumber, type Language } from '../../../shared/locale.ts'
import { ar as sharedAr } from '../../../shared/messages.ar.ts'
import { en as sharedEn } from '../../../shared/messages.en.ts'
import { reasons } from '../../../shared/reasons.ts'
import { refuse } from '../../../shared/refusal.ts'
import { stripInvisible } from '../../../shared/text.ts'
import { calendarOf } from '../../policies/public.ts'
import { errors } from '../errors.ts'
import { ar } from '../messages.ar.ts'
import { en } from '../messages.en.ts'
import type { GrievanceRecord } from '../schema.ts'
import { letterhead } from '../views/letterhead.ts'
import type { Reading } from './act.ts'
import { hasLetter, showGrievance } from './present.ts'

const template = readFileSync(new URL('../letter.typ', import.meta.url), 'utf8')

/** The decision on paper, for the employee and for the file: each ground with its answer, and what follows. */
export async function printLetter({
  language,
  ...request
}: Reading & { readonly id: string; readonly language: Language }) {
  const record = await showGrievance(request)
  if (!hasLetter(record.status)) throw refuse(errors.noLetter)
  const head = await letterhead(request.tx)
  const { today } = await calendarOf(request.tx)
  const words = (language === 'ar' ? ar : en).grievances.letter
  const bytes = await renderPdf({
    template,
    data: letterData(record, { language, dayOf: (instant) => today(new Date(instant)) }),
    frame: {
      language,
      entity: head.name[language],
      title: words.title,
      subtitle: fill(words.subtitle, { number: String(record.number ?? ''), year: String(record.year) }),
      pages: words.pages,
      verification: { label: words.verification, code: codeOf(record) },
    },
    ...(head.logo && head.logoType && { logo: { bytes: head.logo, type: head.logoType } }),
    now: request.now,
  })
  return { filename: `grievance-${record.year}-${record.number}-${language}.pdf`, type: 'application/pdf', bytes }
}

type Setting = { readonly language: Language; readonly dayOf: (instant: string) => string }

/** Everything that `letter.typ` lays out, in words of the language. */
function letterData(record: GrievanceRecord, { language, dayOf }: Setting) {
  const all = language === 'ar' ? ar : en
  const words = all.grievances.letter
  const shared = language === 'ar' ? sharedAr : sharedEn
  const reader = { language }
  const plain = (text: string) => stripInvisible(text)
  const day = (instant: string | null) =>
    instant ? plain(formatDate(dayOf(instant), { ...reader, style: 'long' })) : '—'
  const rank = (name: string | null) => (name ? words.ranks[name as keyof typeof words.ranks] : '—')
  const { decision, admission } = record
  const reason = decision && reasons.find(({ code }) => code === decision.reasonCode)
  const percent = (text: string | null) =>
    text === null ? '—' : `${plain(formatNumber(Number(text), { ...reader, decimals: 2 }))}%`
  return {
    words,
    greeting: fill(words.greeting, { name: record.employee.name[language] }),
    opening: fill(words.opening, { year: String(record.year), filed: day(record.filedAt) }),
    verdict: decision ? words.verdicts[decision.outcome] : words.verdicts.inadmissible,
    tone: decision && decision.outcome !== 'rejected' ? 'good' : 'neutral',
    facts: [
      { label: words.employee, value: record.employee.name[language] },
      { label: words.division, value: record.employee.division[language] || '—' },
      { label: words.number, value: `${record.number} / ${record.year}` },
      { label: words.filedOn, value: day(record.filedAt) },
      { label: words.decidedOn, value: day(decision?.at ?? admission?.at ?? null) },
      { label: words.before, value: rank(decision?.fromRank ?? record.standing.rank) },
    ],
    grounds: record.grounds.map(({ ground, statement, accepted, finding }) => ({
      name: all.grievances.grounds[ground],
      statement,
      answer: accepted === null ? null : accepted ? words.accepted : words.notAccepted,
      good: accepted === true,
      finding: finding ?? '',
    })),
    reason: reason ? `${shared.reasons[reason.name]} (${reason.code})` : null,
    reasoning: decision?.reasoning ?? admission?.reason ?? '',
    effects:
      decision && decision.outcome !== 'rejected'
        ? [
            ...(decision.toRank && decision.toRank !== decision.fromRank
              ? [fill(words.rankEffect, { from: rank(decision.fromRank), to: rank(decision.toRank) })]
              : []),
            ...(decision.toResult !== null ? [fill(words.resultEffect, { to: percent(decision.toResult) })] : []),
            words.addedSeat,
          ]
        : [words.noEffect],
    signatures: [
      {
        role: decision ? words.signedAs[decision.as] : words.signedAs.chair,
        name: (decision?.by ?? admission?.by)?.name[language] ?? '—',
        lines: [day(decision?.at ?? admission?.at ?? null)],
      },
      ...record.panel
        .filter(({ chairs }) => decision?.as === 'panel' && !chairs)
        .map(({ member }) => ({ role: words.member, name: member.name[language], lines: [] })),
    ],
  }
}

/** A code by which the paper is held against the record: the same in both languages. */
function codeOf({ id, decision, admission }: GrievanceRecord): string {
  const signed = decision
    ? { id, ...decision, by: decision.by.id }
    : { id, reason: admission?.reason, at: admission?.at }
  const digest = createHash('sha256').update(JSON.stringify(signed)).digest('hex').toUpperCase()
  return digest.slice(0, 20).replace(/(.{4})(?=.)/g, '$1-')
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')
}
