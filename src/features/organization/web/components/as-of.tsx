import { Button } from '../../../../ui/button.tsx'
import { DateField } from '../../../../ui/date-field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useSearch } from '../../../../ui/navigation.ts'

/** The day as of which the page is read, kept in the address; without one, today. */
export function useAsOf(): string | undefined {
  return useSearch().get('on')
}

/** Chooses that day. `shown` is the day that the server answered for. */
export function AsOf({ shown }: { readonly shown: string | undefined }) {
  const { t } = useText()
  const { get, set } = useSearch()
  return (
    <div className="flex items-center gap-2">
      <span aria-hidden className="text-sm text-ink-3">
        {t('organization.on')}
      </span>
      <DateField
        label={t('organization.on')}
        hideLabel
        value={get('on') ?? shown ?? null}
        onChange={(on) => on && set({ on, cursor: null })}
        className="w-44"
      />
      {get('on') && (
        <Button look="ghost" onPress={() => set({ on: null, cursor: null })}>
          {t('organization.today')}
        </Button>
      )}
    </div>
  )
}
