import { reasons } from '../../../../shared/reasons.ts'
import { useText } from '../../../../ui/i18n.ts'

/** The words of a reason code. */
export function useReason(): (code: string) => string {
  const { textFor } = useText()
  return (code) => {
    const reason = reasons.find((one) => one.code === code)
    return (reason && textFor(`reasons.${reason.name}`)) ?? code
  }
}
