import { sentenceFor } from '../../../../ui/api-problem.ts'
import { translate } from '../../../../ui/i18n.ts'

type Ability = { readonly allowed: true } | { readonly allowed: false; readonly why: string }
type Abilities = Readonly<Record<string, Ability>>

/** Whether the server lets this reader see the button at all. */
export function offers(can: Abilities, act: string): boolean {
  return can[act] !== undefined
}

export function allows(can: Abilities, act: string): boolean {
  return can[act]?.allowed === true
}

/** For a button: nothing where it is open, else the sentence that stands beside it. */
export function blockedBy(can: Abilities, act: string): { readonly reason?: string } {
  const ability = can[act]
  return ability && !ability.allowed ? { reason: whyNot(ability.why) } : {}
}

/** The sentence of a blocked move. A quorum that is missing is counted elsewhere on the page. */
export function whyNot(code: string): string {
  return code === 'calibration.quorum_lost' ? translate('calibration.sitting.quorumMissing') : sentenceFor(code)
}
