import { Button } from '../../../../ui/button.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { useApiMutation } from '../../../../ui/query.ts'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { Workbench } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'
import { rankName } from './rank-name.ts'

type SignDialogProps = { readonly workbench: Workbench; readonly onClose: () => void }

/** What is signed, by its counts and its fingerprint. */
export function SignDialog({ workbench, onClose }: SignDialogProps) {
  const text = useText()
  const { t } = text
  const { year, signing, total } = workbench
  const send = useApiMutation({
    send: () =>
      api('POST /api/calibration/:year/signatures', { params: { year }, body: { digest: signing.digest ?? '' } }),
    refresh: shownElsewhere,
    onDone: ({ yearStatus, signatures, needed }) => {
      notifyDone(
        yearStatus === 'frozen'
          ? t('calibration.sign.done', { signed: signatures, needed })
          : t('calibration.sign.doneAll'),
      )
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('calibration.sign.title', { year })}
      actions={
        <>
          <Button look="primary" type="submit" form="sign" pending={send.isPending}>
            {t('calibration.sign.act')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="sign" problem={send.error} onSubmit={() => send.mutate()}>
        <p className="text-ink-2">{t('calibration.sign.body')}</p>
        {total && (
          <DescriptionList
            facts={(['weak', 'average', 'good', 'very_good', 'excellent'] as const).map((rank) => ({
              term: rankName(text, rank),
              value: <Num>{total.now[rank]}</Num>,
            }))}
          />
        )}
        <p className="text-sm">
          <span className="text-ink-3">{t('calibration.sign.digest')}</span>{' '}
          <Num code className="text-xs break-all">
            {signing.digest}
          </Num>
          <span className="block text-xs text-ink-3">{t('calibration.sign.digestHint')}</span>
        </p>
      </Form>
    </Dialog>
  )
}
