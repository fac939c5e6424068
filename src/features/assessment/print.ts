import { createHash } from 'node:crypto'
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatQuantity,
  type Language,
  type Reader,
} from '../../shared/locale.ts'
import { stripInvisible } from '../../shared/text.ts'
import { ar } from './messages.ar.ts'
import { en } from './messages.en.ts'
import type { AssessmentView } from './schema.ts'
import type { Recorded } from './views/print.ts'

export type Printable = {
  readonly view: AssessmentView
  readonly recorded: Recorded | null
  readonly submittedBy: AssessmentView['employee'] | AssessmentView['approvedBy']
  readonly cycleLabel: string
  readonly timeZone: string
  readonly language: Language
}

/**
 * A code by which a paper is held against the record: the digest of what was approved, by whom and when. The same
 * assessment printed twice, in either language, has the same code.
 */
export function verificationCode({ view }: Pick<Printable, 'view'>): string {
  const signed = {
    document: view.documentId,
    lines: view.objectives.flatMap((one) =>
      one.lines.map((line) => [line.keyResultId, line.claimed, line.actual, line.achievement, line.weight]),
    ),
    result: view.totals?.weighted ?? null,
    sentAt: view.sentAt,
    approvedBy: view.approvedBy?.id ?? null,
    approvedFor: view.approvedFor?.id ?? null,
    approvedAt: view.approvedAt,
  }
  const digest = createHash('sha256').update(JSON.stringify(signed)).digest('hex').toUpperCase()
  return digest.slice(0, 20).replace(/(.{4})(?=.)/g, '$1-')
}

type Name = { readonly ar: string; readonly en: string }

/** Everything that `print.typ` lays out, in words of the language. */
export function printData({ view, recorded, submittedBy, cycleLabel, timeZone, language }: Printable) {
  const words = (language === 'ar' ? ar : en).assessmentFiles.print
  const reader: Reader = { language }
  const name = (value: Name | null | undefined) => (value ? value[language] || value.ar : '—')
  const at = (instant: string) => plain(formatDateTime(new Date(instant), { ...reader, timeZone }))
  const day = (date: string) => plain(formatDate(date, { ...reader, style: 'medium' }))
  const number = (value: string) => plain(formatNumber(value, { ...reader, decimals: 2 }))
  const quantity = (line: AssessmentView['objectives'][number]['lines'][number], value: string | null) =>
    value === null ? words.notDelivered : plain(formatQuantity(line.dataType, value, reader))
  const closed = view.status === 'closed'
  const [meeting] = view.meetings
  return {
    words,
    closed,
    status: view.provisional ? words.provisional : words.statuses[closed ? 'closed' : 'reviewing'],
    facts: [
      { label: words.employee, value: name(view.employee.name) },
      { label: words.jobTitle, value: name(view.employee.title) },
      { label: words.division, value: name(view.employee.division) },
      { label: words.supervisor, value: name(view.supervisor?.name) },
      { label: words.cycle, value: cycleLabel },
      { label: words.period, value: `${day(view.segment.startsOn)} ${words.until} ${day(view.segment.endsOn)}` },
    ],
    objectives: view.objectives.map((one) => ({
      title: one.title || '—',
      rows: one.lines.map((line) => [
        line.statement || '—',
        quantity(line, line.targets.meets),
        line.recorded ? quantity(line, line.actual) : '—',
        number(line.achievement),
        words.levels[line.level],
        number(line.weight),
        number(line.score),
      ]),
      notes: one.lines.flatMap((line) => [
        ...(line.evidence.length > 0
          ? [`${line.statement}: ${words.evidence} ${line.evidence.map((file) => file.name).join('، ')}`]
          : []),
        ...line.corrections
          .filter((correction) => correction.endedAt === null)
          .map((correction) =>
            [
              `${line.statement}: ${words.corrected}`,
              words.from,
              quantity(line, correction.from),
              words.to,
              quantity(line, correction.to),
              `(${correction.reasonCode})`,
              correction.reasonText,
              correction.answer ? `${words.answer}: ${words.answers[correction.answer]}` : '',
            ].join(' '),
          ),
      ]),
    })),
    result: number(view.totals?.weighted ?? '0'),
    literal: number(view.totals?.literal ?? '0'),
    strengths: view.strengths || '—',
    improvements: view.improvements || '—',
    difficulties: view.difficulties.map((one) => one.body),
    meeting: meeting
      ? { held: at(meeting.heldAt), mode: words.modes[meeting.mode], notes: meeting.notes || '—' }
      : null,
    signatures: [
      {
        role: words.employee,
        name: name(submittedBy?.name ?? view.employee.name),
        lines: view.sentAt ? [words.sentBy, at(view.sentAt)] : [words.notSent],
      },
      {
        role: words.reviewer,
        name: name((view.approvedBy ?? view.supervisor)?.name),
        lines: view.approvedAt
          ? [
              words.approvedBy,
              at(view.approvedAt),
              ...(view.approvedFor ? [`${words.onBehalfOf} ${name(view.approvedFor.name)}`] : []),
            ]
          : [view.provisional ? words.provisional : words.notSigned],
      },
    ],
    recorded: recorded && closed ? { label: words.record, entry: recorded.seq, hash: recorded.hash } : null,
  }
}

/** Isolates are for the screen; on paper the template sets directions itself. */
function plain(text: string): string {
  return stripInvisible(text)
}
