import { CalendarPlus, CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { DateText } from '../../../../ui/date-text.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Link } from '../../../../ui/link.tsx'
import type { Workbench } from '../../schema.ts'
import { CallSittingDialog } from './call-sitting-dialog.tsx'
import { allows } from './may.ts'
import { sittingName } from './sitting-name.ts'
import { SittingStatus } from './sitting-status.tsx'

/** Every sitting of the year, and the way to the questions about values. */
export function SittingsCard({ workbench }: { readonly workbench: Workbench }) {
  const text = useText()
  const { t } = text
  const [calling, setCalling] = useState(false)
  const { year, sittings, integrity, can } = workbench
  return (
    <Card
      title={t('calibration.sittings.title')}
      aside={
        allows(can, 'callSitting') && (
          <Button size="sm" look="link" icon={CalendarPlus} onPress={() => setCalling(true)}>
            {t('calibration.sittings.call')}
          </Button>
        )
      }
    >
      {sittings.length === 0 && <p className="text-sm text-ink-2">{t('calibration.sittings.none')}</p>}
      <ul className="flex flex-col text-sm">
        {sittings.map((sitting) => (
          <li
            key={sitting.id}
            className="flex flex-wrap items-baseline justify-between gap-x-3 border-t border-line py-2 first:border-t-0 first:pt-0"
          >
            <span>
              <Link to={`/committees/calibration/${year}/sittings/${sitting.id}`}>
                {sittingName(text, sitting.number)}
              </Link>{' '}
              <span className="text-xs text-ink-3">
                <DateText date={sitting.heldOn} />
                {t('calibration.between')}
                {t('calibration.sittings.casesOf', { count: sitting.cases })}
              </span>
            </span>
            <SittingStatus of={sitting.status} />
          </li>
        ))}
      </ul>
      <p className="mt-2 flex flex-wrap items-center gap-x-2 border-t border-line pt-2.5 text-sm">
        <Icon icon={CircleHelp} className="text-ink-3" />
        <Link to={`/committees/calibration/${year}/integrity`}>{t('calibration.integrity.link')}</Link>
        <span className="text-xs text-ink-3">
          {t('calibration.integrity.linkNote', { count: integrity.unanswered })}
        </span>
      </p>
      {calling && <CallSittingDialog year={year} onClose={() => setCalling(false)} />}
    </Card>
  )
}
