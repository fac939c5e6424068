import type { Text } from '../../../../ui/i18n.ts'
import type { PersonRow } from '../../schema.ts'

type CurveReason = NonNullable<PersonRow['curveReason']>

/** What the curve did, short enough for a row. */
export function curveInShort({ textFor }: Pick<Text, 'textFor'>, { code, params }: CurveReason): string {
  const places = textFor('calibration.places', { count: Number(params.seats ?? 0) }) ?? ''
  return textFor(`calibration.curve.${code}`, { places }) ?? code
}

/** The whole sentence, as the employee reads it on the page of the result. */
export function curveInFull(text: Pick<Text, 'textFor'>, reason: CurveReason): string {
  return text.textFor(`curveReasons.${reason.code}`, shown(reason.params)) ?? curveInShort(text, reason)
}

/** Exact text such as '108.4' is shown with the reader's digits. */
function shown(params: CurveReason['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      const number = Number(value)
      return [name, Number.isFinite(number) ? number : value]
    }),
  )
}
