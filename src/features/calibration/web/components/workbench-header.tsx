import { BadgeCheck, CalendarPlus, FileText, Lock, PenLine, Snowflake, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { formatDate } from '../../../../shared/locale.ts'
import { Button } from '../../../../ui/button.tsx'
import { type Text, useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { PageHeader } from '../../../../ui/page-header.tsx'
import { type Preferences, usePreferences } from '../../../../ui/preferences.ts'
import { Status } from '../../../../ui/status.tsx'
import type { Workbench } from '../../schema.ts'
import { useMyConflicts } from '../api.ts'
import { CallSittingDialog } from './call-sitting-dialog.tsx'
import { allows, whyNot } from './may.ts'
import { SignDialog } from './sign-dialog.tsx'
import { sittingName } from './sitting-name.ts'
import { currentSitting } from './sittings.ts'
import { WithdrawSignature } from './withdraw-signature.tsx'

const whyId = 'why-not-signed'

/** The year, the sitting, the quorum, why it cannot be signed yet, and the signature. */
export function WorkbenchHeader({ workbench }: { readonly workbench: Workbench }) {
  const text = useText()
  const { t } = text
  const reader = usePreferences()
  const [asking, setAsking] = useState<'sign' | 'call' | 'withdraw' | null>(null)
  const { year, status, signing, can } = workbench
  const conflicts = useMyConflicts(year, workbench.parts.includes('chair') || workbench.parts.includes('member'))
  const sitting = currentSitting(workbench)
  const waits = status === 'frozen'
  const sign = can.sign
  const blocks = signing.blocks.map((block) =>
    t(`calibration.blocks.${block.code}` as 'calibration.blocks.cases_open', { count: block.count }),
  )
  const why =
    blocks.length > 0
      ? blocks.join(t('calibration.comma'))
      : sign && !sign.allowed && !allows(can, 'withdrawSignature')
        ? whyNot(sign.why)
        : ''
  const blocked = why !== ''
  const signed = signing.signatures.filter((signature) => signature.withdrawnAt === null).length
  return (
    <>
      <PageHeader
        title={t('calibration.titleOf', { year })}
        crumbs={[{ label: t('calibration.committee'), to: '/committees/calibration' }]}
        pill={
          waits ? (
            <Status look="pill" icon={Snowflake} tone="blue">
              {t('calibration.frozenData')}
            </Status>
          ) : (
            <Status look="pill" icon={BadgeCheck} tone="green">
              {t(`calibration.yearStatuses.${status}`)}
            </Status>
          )
        }
        state={[
          ...stateOf(workbench, text, reader),
          ...(conflicts === null ? [] : [t('calibration.state.recused', { count: conflicts })]),
        ].join(t('calibration.between'))}
        actions={
          <>
            {waits && (why !== '' || signed > 0) && (
              <div id={whyId} className="me-2 max-w-80 text-sm phone:me-0 phone:max-w-none">
                {why !== '' && (
                  <>
                    <p className="flex items-center gap-1.5 font-medium text-amber-text">
                      <Icon icon={Lock} />
                      {t('calibration.sign.notYet')}
                    </p>
                    <p className="text-xs text-ink-2">{why}</p>
                  </>
                )}
                {why === '' && (
                  <p className="text-xs text-ink-2">
                    {t('calibration.sign.count', { signed, needed: signing.needed })}
                  </p>
                )}
              </div>
            )}
            {allows(can, 'callSitting') && !sitting && (
              <Button icon={CalendarPlus} onPress={() => setAsking('call')}>
                {t('calibration.sittings.call')}
              </Button>
            )}
            {sitting && (
              <Button icon={FileText} to={`/committees/calibration/${year}/sittings/${sitting.id}`}>
                {t(sitting.status === 'closed' ? 'calibration.minutes' : 'calibration.minutesDraft')}
              </Button>
            )}
            {allows(can, 'withdrawSignature') && (
              <Button look="ghost" icon={Undo2} mirrorIcon onPress={() => setAsking('withdraw')}>
                {t('calibration.sign.withdraw')}
              </Button>
            )}
          </>
        }
        mainAction={
          waits &&
          sign &&
          !allows(can, 'withdrawSignature') && (
            <Button
              look="primary"
              icon={PenLine}
              {...(blocked && { reasonId: whyId })}
              onPress={() => setAsking('sign')}
            >
              {t('calibration.sign.act')}
            </Button>
          )
        }
      />
      {asking === 'sign' && <SignDialog workbench={workbench} onClose={() => setAsking(null)} />}
      {asking === 'call' && <CallSittingDialog year={year} onClose={() => setAsking(null)} />}
      {asking === 'withdraw' && <WithdrawSignature year={year} onClose={() => setAsking(null)} />}
    </>
  )
}

/** «الجلسة الرابعة، الخميس 12 فبراير 2026 · 233 موظفًا لهم نتيجة سنوية · النصاب مكتمل: 5 من 5» */
function stateOf(workbench: Workbench, text: Text, reader: Preferences): string[] {
  const { t } = text
  const { committee, ranked, parts } = workbench
  const sitting = currentSitting(workbench)
  const voters = committee.members.filter((member) => member.capacity !== 'secretary').length
  const { present, quorum } = committee
  return [
    sitting
      ? [sittingName(text, sitting.number), formatDate(sitting.heldOn, { ...reader, style: 'weekday' })].join(
          t('calibration.comma'),
        )
      : t('calibration.state.noSitting'),
    t('calibration.state.ranked', { count: ranked }),
    present === null
      ? t('calibration.state.quorumNeeded', { needed: quorum, members: voters })
      : present >= quorum
        ? t('calibration.state.quorumMet', { present, members: voters })
        : t('calibration.state.quorumNotMet', { present, needed: quorum }),
    ...(parts.length === 0 || parts.every((part) => part === 'reader') ? [t('calibration.state.readOnly')] : []),
  ]
}
