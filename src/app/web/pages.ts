import { pages as annualPlan } from '../../features/annual-plan/web/pages.ts'
import { pages as policies } from '../../features/policies/web/pages.ts'
import { pages as vision } from '../../features/vision/web/pages.ts'
import type { PageDefinition } from '../../ui/navigation.ts'
import { designPages } from './design/pages.ts'

/** Every page behind the sign-in, in the order of features. */
export const pages: readonly PageDefinition[] = [...policies, ...vision, ...annualPlan, ...designPages]
