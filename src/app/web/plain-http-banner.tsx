import { useText } from '../../ui/i18n.ts'

/** Says on every page that what is typed travels unprotected: plain HTTP beyond this machine, allowed for a trial. */
export function PlainHttpBanner() {
  const { t } = useText()
  // A browser calls HTTPS and this very machine secure, and nothing else.
  if (window.isSecureContext) return null
  return (
    <section
      aria-label={t('accounts.plainHttp.label')}
      data-print="no"
      className="border-b border-amber-line bg-amber-soft px-4 py-1 text-center text-xs text-ink"
    >
      {t('accounts.plainHttp.note')}
    </section>
  )
}
