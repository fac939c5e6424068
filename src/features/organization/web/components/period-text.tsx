import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'

/** From when to when something holds: «من 1 يناير 2025 حتى إشعار آخر». */
export function PeriodText({ from, to }: { readonly from: string; readonly to: string | null }) {
  const { t } = useText()
  return (
    <span>
      {t('organization.from')} <DateText date={from} />{' '}
      {to === null ? (
        t('organization.openEnd')
      ) : (
        <>
          {t('organization.to')} <DateText date={to} />
        </>
      )}
    </span>
  )
}
