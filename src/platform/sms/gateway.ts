import type { Language } from '../../shared/locale.ts'

type SmsMessage = {
  /** The same in every attempt. */
  readonly id: string
  readonly to: string
  readonly text: string
  readonly language: Language
}

/** Hands one message over. Throws `Undeliverable` when another attempt cannot help, any other error when it can. */
export type SmsGateway =
  | { readonly kind: 'http'; send(message: SmsMessage): Promise<void> }
  /** Nothing leaves: messages stay to be read on a page. For samples and trials. */
  | { readonly kind: 'visible' }

export const visibleMessages: SmsGateway = { kind: 'visible' }
