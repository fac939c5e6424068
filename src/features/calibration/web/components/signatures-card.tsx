import { PenLine, Undo2 } from 'lucide-react'
import { Card } from '../../../../ui/card.tsx'
import { DateTimeText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Status } from '../../../../ui/status.tsx'
import type { Workbench } from '../../schema.ts'

/** Who has signed what stands, and who has taken a signature back. */
export function SignaturesCard({ workbench: { signing } }: { readonly workbench: Workbench }) {
  const { t, pick } = useText()
  const valid = signing.signatures.filter((signature) => signature.withdrawnAt === null).length
  return (
    <Card
      title={t('calibration.sign.signatures')}
      note={t('calibration.sign.count', { signed: valid, needed: signing.needed })}
    >
      {signing.signatures.length === 0 && <p className="text-sm text-ink-2">{t('calibration.sign.none')}</p>}
      <ul className="flex flex-col text-sm">
        {signing.signatures.map((signature) => (
          <li
            key={`${signature.member.id} ${signature.at}`}
            className="flex items-baseline justify-between gap-3 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0"
          >
            <span>
              {pick(signature.member.name)}
              <span className="block text-xs text-ink-3">
                {t(`calibration.sitting.capacities.${signature.capacity}`)}
                {t('calibration.between')}
                <DateTimeText at={signature.at} />
              </span>
            </span>
            {signature.withdrawnAt ? (
              <Status icon={Undo2} mirrorIcon>
                {t('calibration.sign.wasWithdrawn')}
              </Status>
            ) : (
              <Status icon={PenLine} tone="green">
                {t('calibration.sign.signed')}
              </Status>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
