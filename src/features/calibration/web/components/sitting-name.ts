import type { Text } from '../../../../ui/i18n.ts'

/** «الجلسة الرابعة»; beyond the tenth by its number. */
export function sittingName({ t, textFor }: Pick<Text, 't' | 'textFor'>, number: number): string {
  const ordinal = textFor(`calibration.sittings.ordinals.${number}`)
  return ordinal ? t('calibration.sittings.name', { ordinal }) : t('calibration.sittings.numbered', { number })
}
