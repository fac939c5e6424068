import { Checkbox } from '../../../../ui/checkbox.tsx'
import { DateField } from '../../../../ui/date-field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { NumberField } from '../../../../ui/number-field.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { type Gender, genders } from '../../domain/vocabulary.ts'
import { chosen } from '../api.ts'
import { BilingualFields } from './bilingual-fields.tsx'
import { DivisionPicker, PostPicker } from './pickers.tsx'

type Bilingual = { readonly ar: string; readonly en: string }

/** What is typed of a person. Empty texts of optional facts are sent as nothing. */
export type FactsDraft = {
  readonly name: Bilingual
  readonly civilNumber: string
  readonly employeeNumber: string
  readonly gender: Gender | null
  readonly hiredOn: string | null
  readonly phone: string
  readonly email: string
  readonly inScope: boolean
}

export const emptyFacts: FactsDraft = {
  name: { ar: '', en: '' },
  civilNumber: '',
  employeeNumber: '',
  gender: null,
  hiredOn: null,
  phone: '',
  email: '',
  inScope: true,
}

/** The body of the request; what is missing is left for the server to name. */
export function factsBody({ employeeNumber, phone, email, gender, hiredOn, ...facts }: FactsDraft) {
  return {
    ...facts,
    employeeNumber: employeeNumber.trim() || null,
    phone: phone.trim() || null,
    email: email.trim() || null,
    gender: chosen(gender),
    hiredOn: chosen(hiredOn),
  }
}

type FactsProps = { readonly facts: FactsDraft; readonly onChange: (facts: FactsDraft) => void }

export function FactFields({ facts, onChange }: FactsProps) {
  const { t } = useText()
  const text = (name: 'civilNumber' | 'employeeNumber' | 'phone' | 'email') => ({
    label: t(`organization.employee.${name}`),
    name,
    value: facts[name],
    onChange: (value: string) => onChange({ ...facts, [name]: value }),
    direction: 'code' as const,
  })
  return (
    <>
      <BilingualFields
        name="name"
        labels={{ ar: t('organization.nameAr'), en: t('organization.nameEn') }}
        value={facts.name}
        onChange={(name) => onChange({ ...facts, name })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField {...text('civilNumber')} inputMode="numeric" />
        <TextField {...text('employeeNumber')} required={false} />
        <Select
          label={t('organization.employee.gender')}
          name="gender"
          value={facts.gender}
          onChange={(gender) => onChange({ ...facts, gender })}
          options={genders.map((one) => ({ value: one, label: t(`organization.employee.genders.${one}`) }))}
        />
        <DateField
          label={t('organization.employee.hiredOn')}
          name="hiredOn"
          value={facts.hiredOn}
          onChange={(hiredOn) => onChange({ ...facts, hiredOn })}
        />
        <TextField {...text('phone')} type="tel" inputMode="tel" required={false} />
        <TextField {...text('email')} type="email" inputMode="email" required={false} />
      </div>
      <Checkbox
        label={t('organization.employee.inScope')}
        checked={facts.inScope}
        onChange={(inScope) => onChange({ ...facts, inScope })}
      />
    </>
  )
}

export type PlaceDraft = { readonly divisionId: string | null; readonly postId: string | null; readonly level: string }

export function placeBody({ divisionId, postId, level }: PlaceDraft) {
  return { divisionId: chosen(divisionId), postId: chosen(postId), level: level === '' ? Number.NaN : Number(level) }
}

type PlaceProps = {
  readonly place: PlaceDraft
  readonly onChange: (place: PlaceDraft) => void
  readonly on?: string | null
  readonly chosenPost?: { readonly id: string; readonly name: Bilingual } | null
}

export function PlaceFields({ place, onChange, on, chosenPost }: PlaceProps) {
  const { t } = useText()
  return (
    <>
      <DivisionPicker
        label={t('organization.division')}
        name="divisionId"
        on={on ?? undefined}
        value={place.divisionId}
        onChange={(divisionId) => onChange({ ...place, divisionId })}
      />
      <div className="grid gap-4 sm:grid-cols-[1fr_8rem]">
        <PostPicker
          label={t('organization.post')}
          name="postId"
          value={place.postId}
          chosen={chosenPost}
          onChange={(postId) => onChange({ ...place, postId })}
        />
        <NumberField
          label={t('organization.level')}
          name="level"
          value={place.level}
          onChange={(level) => onChange({ ...place, level })}
          decimals={0}
          min={1}
          max={20}
        />
      </div>
    </>
  )
}
