import type { ar as rest } from './ar.ts'
import type { ar as entry } from './entry.ar.ts'

/** Arabic is the reference language: its keys type every `t(...)` in the product. */
declare module '../../../ui/i18n.ts' {
  interface MessageRegistry {
    messages: typeof entry & typeof rest
  }
}
