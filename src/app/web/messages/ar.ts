import { joined } from './joined.ts'
import { ar as shell } from './shell.ar.ts'

/** The words of every feature; those of the entry pages are loaded already. */
export const ar = joined(shell)
