import { formatNumber } from '../../../../shared/locale.ts'
import { reasons } from '../../../../shared/reasons.ts'
import { type Text, useText } from '../../../../ui/i18n.ts'
import { usePreferences } from '../../../../ui/preferences.ts'
import type { Explained } from '../api.ts'

type Change = Pick<Explained['changes'][number], 'stage' | 'reasonCode' | 'reasonText' | 'params'>

/** The reason of a change: the words of the person who made it, or the sentence that the curve's numbers make. */
export function useReasonText(): (change: Change) => string {
  const { textFor } = useText()
  const { language, digits } = usePreferences()
  return (change) => {
    if (change.reasonText) return change.reasonText
    const params = Object.fromEntries(
      Object.entries(change.params).map(([name, value]) => [
        name,
        typeof value === 'string' ? formatNumber(value, { language, digits }) : value,
      ]),
    )
    return textFor(`curveReasons.${change.reasonCode}`, params) ?? change.reasonCode
  }
}

/** The short name of a reason code, such as «لا مرفق يثبت القيمة». */
export function reasonName({ textFor }: Pick<Text, 'textFor'>, code: string): string | null {
  const name = reasons.find((reason) => reason.code === code)?.name
  return name ? (textFor(`reasons.${name}`) ?? null) : null
}
