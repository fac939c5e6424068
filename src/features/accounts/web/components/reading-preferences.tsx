import { useText } from '../../../../ui/i18n.ts'
import { setPreferences, usePreferences } from '../../../../ui/preferences.ts'
import { Segmented } from '../../../../ui/segmented.tsx'

/** Language, digits and appearance, at once and on every device. */
export function ReadingPreferences() {
  const { t } = useText()
  const { language, digits, theme } = usePreferences()
  return (
    <div className="flex flex-col gap-3 text-sm">
      <Row label={t('accounts.profile.language')}>
        <Segmented
          label={t('accounts.profile.language')}
          value={language}
          onChange={(next) => void setPreferences({ language: next })}
          options={[
            { value: 'ar', label: t('accounts.profile.arabic') },
            { value: 'en', label: t('accounts.profile.english') },
          ]}
        />
      </Row>
      <Row label={t('accounts.profile.digits')}>
        <Segmented
          label={t('accounts.profile.digits')}
          value={digits}
          onChange={(next) => void setPreferences({ digits: next })}
          options={[
            { value: 'latn', label: '123' },
            { value: 'arab', label: '١٢٣' },
          ]}
        />
      </Row>
      <Row label={t('accounts.profile.theme')}>
        <Segmented
          label={t('accounts.profile.theme')}
          value={theme}
          onChange={(next) => void setPreferences({ theme: next })}
          options={[
            { value: 'light', label: t('accounts.profile.light') },
            { value: 'dark', label: t('accounts.profile.dark') },
            { value: 'system', label: t('accounts.profile.system') },
          ]}
        />
      </Row>
    </div>
  )
}

function Row({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
      <span className="text-ink-2">{label}</span>
      <div className="shrink-0 phone:w-full phone:[&>fieldset]:w-full">{children}</div>
    </div>
  )
}
