import { reasons } from '../../../../shared/reasons.ts'
import type { Text } from '../../../../ui/i18n.ts'

/** The words of a reason's code; the code itself where the list does not know it. */
export function reasonWords({ t }: Pick<Text, 't'>, code: string): string {
  const reason = reasons.find((one) => one.code === code)
  return reason ? t(`reasons.${reason.name}`) : code
}
