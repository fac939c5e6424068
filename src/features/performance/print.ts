import { createHash } from 'node:crypto'
import {
  formatDate,
  formatDateTime,
  formatNumber,
  formatQuantity,
  formatWeight,
  type Language,
  type Reader,
} from '../../shared/locale.ts'
import { stripInvisible } from '../../shared/text.ts'
import type { Content, Name } from './domain/document.ts'
import { objectiveWeight, totalWeight, weightOf } from './domain/weights.ts'
import { ar } from './messages.ar.ts'
import { en } from './messages.en.ts'
import type { DocumentRecord } from './views/document.ts'
import type { Recorded } from './views/print.ts'

type Submission = DocumentRecord['submissionList'][number]

export type Printable = {
  readonly record: DocumentRecord
  /** What is printed: the agreed content once there is one, else what stands there now. */
  readonly content: Content
  readonly agreed: Submission | null
  readonly recorded: Recorded | null
  readonly cycleLabel: string
  readonly timeZone: string
  readonly language: Language
}

/**
 * A code by which a paper is held against the record: the digest of what was agreed, by whom and when. The same
 * document printed twice, in either language, has the same code.
 */
export function verificationCode({
  record,
  content,
  agreed,
}: Pick<Printable, 'record' | 'content' | 'agreed'>): string {
  const signed = {
    document: record.id,
    content,
    submission: agreed?.number ?? null,
    submittedBy: agreed?.submittedBy.id ?? null,
    submittedAt: agreed && new Date(agreed.submittedAt).toISOString(),
    agreedBy: agreed?.outcomeBy?.id ?? null,
    agreedFor: agreed?.outcomeFor?.id ?? null,
    agreedAt: agreed?.outcomeAt ? new Date(agreed.outcomeAt).toISOString() : null,
  }
  const digest = createHash('sha256').update(JSON.stringify(signed)).digest('hex').toUpperCase()
  return digest.slice(0, 20).replace(/(.{4})(?=.)/g, '$1-')
}

/** Everything that `print.typ` lays out, in words of the language. */
export function printData(printable: Printable) {
  const { record, content, agreed, recorded, cycleLabel, timeZone, language } = printable
  const words = (language === 'ar' ? ar : en).performanceFiles.print
  const reader: Reader = { language }
  const name = (value: Name | null | undefined) => (value ? value[language] || value.ar : '—')
  const at = (instant: string) => plain(formatDateTime(new Date(instant), { ...reader, timeZone }))
  const day = (date: string) => plain(formatDate(date, { ...reader, style: 'medium' }))
  const { people, cycle } = record
  const target = (dataType: Parameters<typeof formatQuantity>[0], value: string | null) =>
    value === null ? '—' : plain(formatQuantity(dataType, value, reader))
  const meeting = record.meetings.find((one) => one.edition === (agreed?.edition ?? record.edition))
  return {
    words,
    agreed: agreed !== null,
    facts: [
      { label: words.employee, value: name(people.employee.name) },
      { label: words.jobTitle, value: name(people.employee.title) },
      { label: words.division, value: name(people.employee.division) },
      { label: words.supervisor, value: name(people.supervisor?.name) },
      { label: words.cycle, value: cycleLabel },
      { label: words.period, value: `${day(cycle.startsOn)} ${words.until} ${day(cycle.endsOn)}` },
    ],
    status: agreed ? words.statuses.agreed : words.statuses[record.status],
    edition: `${words.edition} ${plain(formatNumber(agreed?.edition ?? record.edition, reader))}`,
    objectives: content.objectives.map((one) => ({
      title: one.title || '—',
      class: words.classes[one.class],
      links: one.links.map(
        (link) => `${link.code} ${name(link.title)}${link.status === 'preliminary' ? ` (${words.preliminary})` : ''}`,
      ),
      weight: plain(formatWeight(objectiveWeight(one), reader)),
      rows: one.keyResults.map((key) => [
        key.statement || '—',
        words.dataTypes[key.dataType],
        target(key.dataType, key.targets.below),
        target(key.dataType, key.targets.meets),
        target(key.dataType, key.targets.exceeds),
        plain(formatWeight(weightOf(key), reader)),
      ]),
    })),
    total: plain(formatWeight(totalWeight(content), reader)),
    meeting: meeting
      ? { held: at(meeting.heldAt), mode: words.modes[meeting.mode], notes: meeting.notes || '—' }
      : null,
    signatures: signaturesOf(printable, words, name, at),
    recorded: recorded && agreed ? { label: words.record, entry: recorded.seq, hash: recorded.hash } : null,
  }
}

function signaturesOf(
  { record, agreed }: Printable,
  words: (typeof ar | typeof en)['performanceFiles']['print'],
  name: (value: Name | null | undefined) => string,
  at: (instant: string) => string,
) {
  const sent = agreed ?? record.submissionList.find((one) => one.outcome === null) ?? null
  const employee = {
    role: words.employee,
    name: name((sent?.submittedBy ?? record.people.employee).name),
    lines: sent ? [words.sentBy, at(sent.submittedAt), `${words.submission} ${sent.number}`] : [words.notSent],
  }
  const supervisor = {
    role: words.supervisor,
    name: name((agreed?.outcomeBy ?? record.people.supervisor)?.name),
    lines: agreed?.outcomeAt
      ? [
          words.agreedBy,
          at(agreed.outcomeAt),
          ...(agreed.outcomeFor ? [`${words.onBehalfOf} ${name(agreed.outcomeFor.name)}`] : []),
        ]
      : [words.notSigned],
  }
  return [employee, supervisor]
}

/** Isolates are for the screen; on paper the template sets directions itself. */
function plain(text: string): string {
  return stripInvisible(text)
}
