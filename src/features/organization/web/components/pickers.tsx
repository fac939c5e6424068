import { useCallback, useMemo, useState } from 'react'
import { Combobox, type ComboboxOption } from '../../../../ui/combobox.tsx'
import type { FieldProps } from '../../../../ui/field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import type { Bilingual } from '../../../../ui/me.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { api } from '../api.ts'

type PickerProps = FieldProps & {
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly placeholder?: string
  /** The name of the chosen one, where it is known already. */
  readonly chosen?: { readonly id: string; readonly name: Bilingual } | null | undefined
}

/** Somebody in service, found by name or number. */
export function PersonPicker({
  chosen,
  highestLevel,
  onChange,
  ...field
}: PickerProps & { readonly highestLevel?: number | undefined }) {
  const { pick } = useText()
  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
      const query = { text, limit: 20, ...(highestLevel !== undefined && { highestLevel }) }
      const { items } = await api('GET /api/organization/people', { query, signal })
      return items.map(({ id, name, title, division }) => ({
        value: id,
        label: pick(name),
        hint: [pick(title), pick(division)].filter(Boolean).join(' · '),
      }))
    },
    [pick, highestLevel],
  )
  return <SearchPicker {...field} chosen={chosen} onChange={onChange} search={search} />
}

type Search = (text: string, signal: AbortSignal) => Promise<ComboboxOption[]>

/** Remembers the name of what was picked, since the list that held it is gone when the field is left. */
function SearchPicker({ chosen, onChange, ...field }: PickerProps & { readonly search: Search }) {
  const { pick } = useText()
  const [picked, setPicked] = useState<ComboboxOption | null>(null)
  const known = chosen ? { value: chosen.id, label: pick(chosen.name) } : null
  return (
    <Combobox
      {...field}
      chosen={picked?.value === field.value ? picked : known}
      onChange={(value, option) => {
        setPicked(option)
        onChange(value)
      }}
    />
  )
}

/** A division that stands on a day, found in the whole chart. */
export function DivisionPicker({ on, chosen, onChange, ...field }: PickerProps & { readonly on?: string | undefined }) {
  const { pick } = useText()
  const query = useApiQuery({
    key: ['organization', 'divisions', on ?? ''],
    load: (signal) => api('GET /api/organization/divisions', { query: on ? { on } : {}, signal }),
  })
  const options = useMemo(() => {
    const divisions = query.data?.divisions ?? []
    const names = new Map(divisions.map((one) => [one.id, pick(one.name)]))
    return divisions.map((one) => ({
      value: one.id,
      label: pick(one.name),
      hint: [one.code, one.parentId && names.get(one.parentId)].filter(Boolean).join(' · '),
    }))
  }, [query.data, pick])
  return (
    <Combobox
      {...field}
      onChange={(value) => onChange(value)}
      options={options}
      chosen={chosen ? { value: chosen.id, label: pick(chosen.name) } : null}
    />
  )
}

/** A post, found by title or code. */
export function PostPicker({ chosen, onChange, ...field }: PickerProps) {
  const { pick } = useText()
  const search = useCallback(
    async (text: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
      const { items } = await api('GET /api/organization/posts', { query: { text, limit: 30 }, signal })
      return items.map(({ id, title, code }) => ({ value: id, label: pick(title), hint: code }))
    },
    [pick],
  )
  return <SearchPicker {...field} chosen={chosen} onChange={onChange} search={search} />
}
