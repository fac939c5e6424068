import { CircleDashed, Scale } from 'lucide-react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { useMe } from '../../../../ui/me-context.ts'
import type { Workbench } from '../../schema.ts'

/** What is missing before the curve can be applied, and who enters it (AMB-10). */
export function CannotStart({ workbench: { year, missing, status } }: { readonly workbench: Workbench }) {
  const { t } = useText()
  const me = useMe()
  if (status === 'open') {
    return (
      <Card>
        <p className="flex items-start gap-2 text-ink-2">
          <Icon icon={Scale} className="mt-1 text-ink-3" />
          {t('calibration.missing.notFrozen', { year })}
        </p>
      </Card>
    )
  }
  return (
    <Card tone="amber" title={t('calibration.missing.title', { year })}>
      <p className="text-sm text-ink-2">{t('calibration.missing.body')}</p>
      <ul className="my-2 flex flex-col gap-1.5">
        {missing.map((key) => (
          <li key={key} className="flex items-center gap-2 font-medium">
            <Icon icon={CircleDashed} className="text-amber-text" />
            {t(`calibration.missing.${key}`)}
          </li>
        ))}
      </ul>
      <p className="max-w-prose text-sm text-ink-2">{t('calibration.missing.who')}</p>
      {me.can['policies.read'] === true && (
        <div className="mt-3">
          <Button to={`/administration/policies?year=${year}`}>{t('calibration.missing.go')}</Button>
        </div>
      )}
    </Card>
  )
}
