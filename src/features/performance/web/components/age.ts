import { ageOf } from '../../../../shared/span.ts'
import type { Text } from '../../../../ui/i18n.ts'

/** «منذ 10 أيام». */
export function agoText({ t }: Pick<Text, 't'>, since: string): string {
  const { unit, count } = ageOf(new Date(since), new Date())
  return t(`ago.${unit}`, { count })
}
