import { ar as accounts } from '../../../features/accounts/messages.ar.ts'
import { ar as ui } from '../../../ui/messages.ar.ts'
import { joined } from './joined.ts'

/** The words of the pages before sign-in. */
export const ar = joined(ui, accounts)
