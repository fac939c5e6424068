import { en as accounts } from '../../../features/accounts/messages.en.ts'
import { en as ui } from '../../../ui/messages.en.ts'
import { joined } from './joined.ts'

/** The words of the pages before sign-in. */
export const en = joined(ui, accounts)
