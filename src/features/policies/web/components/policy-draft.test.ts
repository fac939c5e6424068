import { describe, expect, it } from 'vitest'
import { catalogue, policyKeys } from '../../domain/catalogue.ts'
import { draftOf, valueOfDraft } from './policy-draft.ts'

describe('a value in its form', () => {
  it.each(policyKeys.filter((key) => catalogue[key].default !== null))('%s comes back as it was', (key) => {
    const { shape, default: value } = catalogue[key]
    expect(valueOfDraft(shape, draftOf(shape, value))).toEqual(value)
  })

  it('shares are typed in percent, in any digits, and sent in basis points', () => {
    const { shape } = catalogue['curve.shares']
    const empty = draftOf(shape, null)
    expect(Object.values(valueOfDraft(shape, empty) as object)).toEqual([null, null, null, null, null])
    const typed = { weak: '٥', average: '15', good: '49.5', veryGood: '20.50', excellent: '10' }
    const value = { weak: 500, average: 1500, good: 4950, veryGood: 2050, excellent: 1000 }
    expect(valueOfDraft(shape, typed)).toEqual(value)
    expect(valueOfDraft(shape, draftOf(shape, value))).toEqual(value)
  })

  it('a choice that nobody has made is sent as null', () => {
    const { shape } = catalogue['curve.mode']
    expect(valueOfDraft(shape, draftOf(shape, null))).toBeNull()
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
