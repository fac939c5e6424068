import { UserX } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { Section } from '../../../../ui/section.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { CaseView } from '../../schema.ts'
import { api, shownElsewhere } from '../api.ts'
import { allows } from './may.ts'

/** Who does not judge this case and why; a member may add themselves (AMB-30). */
export function CaseRecusals({ view }: { readonly view: CaseView }) {
  const { t, pick } = useText()
  const [asking, setAsking] = useState(false)
  return (
    <Section
      ruled
      level={3}
      title={t('calibration.case.recusals')}
      aside={
        allows(view.can, 'recuse') && (
          <Button size="sm" look="ghost" icon={UserX} onPress={() => setAsking(true)}>
            {t('calibration.case.recuse')}
          </Button>
        )
      }
    >
      {view.recusals.length === 0 ? (
        <p className="text-sm text-ink-3">{t('calibration.case.noRecusals')}</p>
      ) : (
        <ul className="flex flex-col gap-1.5 text-sm">
          {view.recusals.map((recusal) => (
            <li key={recusal.member.id}>
              {pick(recusal.member.name)}{' '}
              <span className="text-ink-3">({t(`calibration.case.causes.${recusal.cause}`)})</span>
              {recusal.note && <span className="block text-xs text-ink-3">{recusal.note}</span>}
            </li>
          ))}
        </ul>
      )}
      {asking && <RecuseDialog view={view} onClose={() => setAsking(false)} />}
    </Section>
  )
}

function RecuseDialog({ view, onClose }: { readonly view: CaseView; readonly onClose: () => void }) {
  const { t, pick } = useText()
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const short = note.trim().length < 3
  const send = useApiMutation({
    send: () =>
      api('POST /api/calibration/cases/:id/recusals', { params: { id: view.id }, body: { note: note.trim() } }),
    refresh: shownElsewhere,
    onDone: () => {
      notifyDone(t('calibration.case.recused'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      size="sm"
      onClose={onClose}
      title={t('calibration.case.recuseTitle', { name: pick(view.employee.name) })}
      actions={
        <>
          <Button look="primary" type="submit" form="recuse" pending={send.isPending}>
            {t('calibration.case.recuse')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="recuse"
        problem={send.error}
        onSubmit={() => {
          setTried(true)
          if (!short) send.mutate()
        }}
      >
        <TextArea
          name="note"
          label={t('calibration.case.recuseNote')}
          hint={t('calibration.case.recuseHint')}
          required
          autoFocus
          maxLength={1000}
          value={note}
          onChange={setNote}
          error={tried && short ? t('calibration.case.reasonNeeded') : undefined}
        />
      </Form>
    </Dialog>
  )
}
