import { z } from 'zod'
import { ability, bilingual, day, text } from '../../../shared/fields.ts'

/** Parts that several schemas of the feature share. */

export const nameInput = z.strictObject({ ar: text({ min: 2, max: 200 }), en: text({ min: 2, max: 200 }) })
export const onDay = z.object({ on: day.optional() })
export const byId = z.object({ id: z.uuid() })
export const byPeriod = z.object({ id: z.uuid(), periodId: z.uuid() })
export const versioned = z.object({ id: z.string(), version: z.int() })

/** A person as lists and pickers show one. */
export const person = z.object({ id: z.string(), name: bilingual })
export const personCard = person.extend({
  title: bilingual,
  division: bilingual,
  level: z.int().nullable(),
})

export const abilities = z.record(z.string(), ability)
export const administrators = ['entity_administrator'] as const
export const peopleReaders = ['entity_administrator', 'ejada_team', 'auditor', 'head', 'head_office'] as const
