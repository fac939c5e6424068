import { useText } from './i18n.ts'

export const mainId = 'main'

/** The first stop of the keyboard: past the menu, to the page. */
export function SkipLink() {
  const { t } = useText()
  return (
    <a
      href={`#${mainId}`}
      className="sr-only rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-2 focus:z-(--z-toast)"
    >
      {t('ui.skipToContent')}
    </a>
  )
}
