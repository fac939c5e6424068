import { describe, expect, it } from 'vitest'
import { catalogue, policyKeys } from '../../domain/catalogue.ts'
import { draftOf, valueOfDraft } from './policy-draft.ts'

describe('a value in its form', () => {
  it.each(policyKeys)('%s comes back as it was', (key) => {
    const { shape, default: value } = catalogue[key]
    expect(valueOfDraft(shape, draftOf(shape, value))).toEqual(value)
  })

  it('sends null for a number that is not one, so that the server names the field', () => {
    const { shape } = catalogue['achievement.cap']
    expect([valueOfDraft(shape, ''), valueOfDraft(shape, 'many'), valueOfDraft(shape, '12.5')]).toEqual([
      null,
      null,
      12.5,
    ])
  })
})
