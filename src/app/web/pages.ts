import type { PageDefinition } from '../../ui/navigation.ts'
import { designPages } from './design/pages.ts'

/** Every page behind the sign-in, in the order of features. */
export const pages: readonly PageDefinition[] = [...designPages]
