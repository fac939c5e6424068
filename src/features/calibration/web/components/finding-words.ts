import { formatNumber, type Reader } from '../../../../shared/locale.ts'
import { isolate } from '../../../../shared/text.ts'
import type { Text } from '../../../../ui/i18n.ts'
import type { FindingView } from '../../schema.ts'

type Words = Pick<Text, 't' | 'textFor' | 'pick'>

/** The plain sentence of a finding: who reached how much, against whom. */
export function findingSentence(text: Words, finding: FindingView): string {
  const { code, params, groupedBy } = finding
  const grouping = String(params.grouping ?? groupedBy)
  const subject = subjectName(text, finding, 'subject')
  const other = subjectName(text, finding, 'other')
  const key = code.startsWith('share_') && code !== 'share_alike' ? 'share' : code
  const where = (name: string) => text.textFor(`calibration.fairness.where.${grouping}`, { name }) ?? name
  return (
    text.textFor(`calibration.fairness.sentences.${key}`, {
      ...params,
      subject,
      other,
      of: params.count ?? '',
      where: where(subject),
      whereOthers: other ? where(other) : (text.textFor(`calibration.fairness.others.${grouping}`) ?? ''),
      grouping: text.textFor(`calibration.fairness.groupings.${grouping}`) ?? grouping,
      // Not a plural of this sentence.
      count: '',
    }) ?? code
  )
}

/** A division or a supervisor by name; a level or a side of two in words. */
function subjectName({ pick, textFor }: Words, finding: FindingView, which: 'subject' | 'other'): string {
  const named = finding[which]
  if (named) return pick(named)
  const id = String(finding.params[which] ?? '')
  if (id === '') return ''
  if (finding.groupedBy === 'level') return textFor('calibration.fairness.subjects.level', { level: id }) ?? id
  return textFor(`calibration.fairness.subjects.${id}`) ?? id
}

/** The test and its outcome in a few words, for the line under the sentence. */
export function findingTest({ t }: Words, { code, statistics }: FindingView, reader: Reader): string[] {
  const p = statistics.p
  const parts: string[] = []
  if (typeof p === 'number') {
    const test = code.startsWith('views') ? 'sign' : /^(distribution|moves)/.test(code) ? 'permutation' : 'fisher'
    parts.push(`${t(`calibration.fairness.tests.${test}`)} ${pText(p, reader)}`)
  }
  if (typeof statistics.cramersV === 'number') {
    const effect = formatNumber(statistics.cramersV, { ...reader, decimals: 2 })
    parts.push(t('calibration.fairness.effect', { effect }))
  }
  if (typeof statistics.minimum === 'number') {
    parts.push(t('calibration.fairness.minimum', { minimum: statistics.minimum }))
  }
  return parts
}

/** Three decimals, and never a zero that it is not; kept left to right. */
function pText(p: number, reader: Reader): string {
  const [sign, value] = p < 0.001 ? ['<', 0.001] : ['=', p]
  return isolate(`p ${sign} ${formatNumber(value, { ...reader, decimals: 3 })}`, 'ltr')
}
