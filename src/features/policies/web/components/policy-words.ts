import { weightText } from '../../../../shared/decimal.ts'
import { formatNumber, formatPercent } from '../../../../shared/locale.ts'
import { useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import { catalogue, type PolicyKey } from '../../domain/catalogue.ts'
import type { Unit } from '../../domain/shape.ts'
import { policyWords } from '../../domain/words.ts'

/** The words of values, found by key and place: the catalogue decides which exist, a test that none is missing. */
export function usePolicyWords() {
  const { t, textFor } = useText()
  const { language, digits } = usePreferences()
  const reader = { language, digits }
  const words = (key: string, rest: string) => textFor(`policies.values.${policyWords(key)}.${rest}`)
  return {
    title: (key: string) => words(key, 'title') ?? key,
    explanation: (key: string) => words(key, 'explanation') ?? '',
    field: (key: string, name: string) => words(key, `fields.${name}`) ?? name,
    step: (key: string, step: string) => words(key, `steps.${step}`) ?? step,
    choice: (key: string, option: string) =>
      words(key, `choices.${option}`) ?? textFor(`policies.choices.${option}`) ?? option,
    /** What a choice means, in a plain sentence; most need none. */
    choiceHint: (key: string, option: string) => words(key, `hints.${option}`),
    flag: (key: string, on: boolean) =>
      words(key, on ? 'yes' : 'no') ?? (on ? t('policies.allowed') : t('policies.notAllowed')),
    /** Whose decision a value is: «رئيس الوحدة». */
    owners: (key: PolicyKey) =>
      (catalogue[key].setBy ?? ['entity_administrator'])
        .map((role) => textFor(`policies.ownerNames.${role}`) ?? role)
        .join(language === 'ar' ? '، ' : ', '),
    weekday: (day: number) => textFor(`policies.weekdays.${day}`) ?? String(day),
    unitName: (unit: Unit) => textFor(`policies.unitNames.${unit}`),
    /** A share in basis points: «12.5%». */
    share: (basisPoints: number) => formatPercent(weightText(basisPoints), reader),
    /** A whole number with what it counts: «15 يوم عمل». */
    quantity: (count: number, unit: Unit) => {
      if (unit === 'percent') return formatPercent(count, reader)
      if (unit === 'count') return formatNumber(count, reader)
      return textFor(`policies.units.${unit}`, { count }) ?? formatNumber(count, reader)
    },
  }
}
