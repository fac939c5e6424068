import { entryPages as accounts } from '../../features/accounts/web/public.ts'
import type { PageDefinition } from '../../ui/navigation.ts'

/** The pages before sign-in. Kept apart from the others, so that the first page a person loads is small. */
export const entryPages: readonly PageDefinition[] = [...accounts]
