import type { Rank } from '../../../../shared/ranks.ts'
import type { Text } from '../../../../ui/i18n.ts'

export function rankName({ t }: Pick<Text, 't'>, rank: Rank): string {
  return t(`calibration.ranks.${rank}`)
}

/** Micro-percent as people read it, to two decimals: 118.2 for 118200000. */
export function points(micro: number): number {
  return micro / 1_000_000
}
