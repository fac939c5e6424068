import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Section } from '../../../../ui/section.tsx'
import type { CaseView } from '../../schema.ts'
import { rankName } from './rank-name.ts'
import { reasonWords } from './reason-words.ts'

/** Who changed this rank before, and why: the employee reads the same. */
export function CaseChanges({ changes }: Pick<CaseView, 'changes'>) {
  const text = useText()
  const { t, pick } = text
  if (changes.length === 0) return null
  return (
    <Section ruled level={3} title={t('calibration.case.changes')}>
      <ul className="flex flex-col gap-2.5 text-sm">
        {changes.map((change) => (
          <li key={`${change.stage} ${change.at}`}>
            <b>{t(`calibration.case.stages.${change.stage}`)}</b>{' '}
            <span className="text-ink-2">
              {t('calibration.case.fromTo', { from: rankName(text, change.from), to: rankName(text, change.to) })}
            </span>
            <span className="block text-ink-2">
              {reasonWords(text, change.code)}: <span className="whitespace-pre-wrap">{change.text}</span>
            </span>
            <span className="block text-xs text-ink-3">
              {change.by && `${pick(change.by.name)}${t('calibration.comma')}`}
              <DateTimeText at={change.at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
