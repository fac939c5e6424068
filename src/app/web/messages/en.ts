import { joined } from './joined.ts'
import { en as shell } from './shell.en.ts'

/** The words of every feature; those of the entry pages are loaded already. */
export const en = joined(shell)
