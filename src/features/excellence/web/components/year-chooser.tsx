import { useText } from '../../../../ui/i18n.ts'
import { useSearch } from '../../../../ui/navigation.ts'
import { Select } from '../../../../ui/select.tsx'

type YearChooserProps = { readonly year: number | null; readonly years: readonly number[] }

/** Which year: nothing to choose with one. */
export function YearChooser({ year, years }: YearChooserProps) {
  const { t } = useText()
  const search = useSearch()
  if (years.length < 2 || year === null) return null
  return (
    <Select
      label={t('excellence.year')}
      hideLabel
      size="sm"
      value={String(year)}
      onChange={(chosen) => search.set({ year: chosen })}
      options={years.map((one) => ({ value: String(one), label: t('excellence.ofYear', { year: one }) }))}
    />
  )
}
