import { formatYear } from '../../../shared/locale.ts'
import { useText } from '../../../ui/i18n.ts'
import { useMe } from '../../../ui/me-context.ts'
import { useSearch } from '../../../ui/navigation.ts'
import { usePreferences } from '../../../ui/preferences.ts'
import { Select } from '../../../ui/select.tsx'

/** The year in the address; the running one where the address names none. */
export function useYear(): readonly [year: number, setYear: (year: number) => void] {
  const { get, set } = useSearch()
  const running = useMe().cycle?.year ?? new Date().getFullYear()
  const asked = Number(get('year'))
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2200 ? asked : running
  return [year, (next) => set({ year: next === running ? null : String(next) })]
}

type YearSelectProps = {
  readonly value: number
  readonly onChange: (year: number) => void
  /** Years that have something to show, beside those around the chosen one. */
  readonly years?: readonly number[]
}

/** Which year a page shows. */
export function YearSelect({ value, onChange, years = [] }: YearSelectProps) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const offered = [...new Set([...years, value - 2, value - 1, value, value + 1])].toSorted((a, b) => b - a)
  return (
    <span data-print="no" className="inline-block w-28">
      <Select
        label={t('policies.year')}
        hideLabel
        value={String(value)}
        onChange={(year) => onChange(Number(year))}
        options={offered.map((year) => ({ value: String(year), label: formatYear(year, { language, digits }) }))}
      />
    </span>
  )
}
