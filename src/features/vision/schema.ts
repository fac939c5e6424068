import { z } from 'zod'
import type { Contract } from '../../shared/contract.ts'
import { bilingual } from '../../shared/fields.ts'

const indicator = z.object({
  id: z.string(),
  code: z.string(),
  name: bilingual,
  unit: z.enum(['percent', 'score', 'rank', 'number', 'years', 'omr']),
  direction: z.enum(['higher', 'lower']),
  /** Decimal texts. */
  baseline: z.string().nullable(),
  baselineYear: z.int().nullable(),
  target2030: z.string().nullable(),
  target2040: z.string().nullable(),
  /** True: from a public mirror, shown as demonstration and never as official. */
  demonstration: z.boolean(),
})
const priority = z.object({ id: z.string(), code: z.string(), name: bilingual, indicators: z.array(indicator) })

const visionTree = z.object({
  themes: z.array(z.object({ id: z.string(), code: z.string(), name: bilingual, priorities: z.array(priority) })),
  programmes: z.array(z.object({ id: z.string(), code: z.string(), name: bilingual })),
})
export type VisionTree = z.output<typeof visionTree>
export type VisionIndicator = z.output<typeof indicator>

export const contract = {
  'GET /api/vision': {
    summary: 'Oman Vision 2040: themes, national priorities with their indicators, national programmes',
    permission: 'signed_in',
    response: visionTree,
  },
} as const satisfies Contract
