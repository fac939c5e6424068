import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { type Dossier, decisionReasons, type MoveName } from '../api.ts'
import { useMove } from './use-move.ts'

const withReason: ReadonlySet<MoveName> = new Set(['refuse', 'ratify', 'reject', 'passOver'])
const questions = { submit: 'excellence.ask.submit', takeBack: 'excellence.ask.takeBack' } as const
/** The code that usually fits, offered first. */
const usual: Partial<Record<MoveName, string>> = { ratify: 'EXC-01', passOver: 'EXC-07' }

type MoveDialogProps = { readonly dossier: Dossier; readonly move: MoveName; readonly onClose: () => void }

/** Asks for what a move needs: the ground and the words that the employee will read, or only to be sure. */
export function MoveDialog({ dossier, move, onClose }: MoveDialogProps) {
  const { t } = useText()
  const [code, setCode] = useState<string | null>(usual[move] ?? null)
  const [reason, setReason] = useState('')
  const send = useMove(dossier, { onDone: onClose })
  const asks = withReason.has(move)
  const question = move === 'submit' || move === 'takeBack' ? questions[move] : null
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`excellence.moves.${move}`)}
      actions={
        <>
          <Button
            look="primary"
            type="submit"
            form="move"
            pending={send.isPending}
            disabled={asks && (code === null || reason.trim().length < 10)}
          >
            {t(`excellence.moves.${move}`)}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form
        id="move"
        problem={send.error}
        onSubmit={() => send.mutate({ move, ...(asks && { reasonCode: code ?? '', reason }) })}
      >
        {question && <p className="text-ink-2">{t(question)}</p>}
        {asks && (
          <>
            <Select
              label={t('excellence.ask.reasonCode')}
              name="reasonCode"
              value={code}
              onChange={setCode}
              options={decisionReasons.map((one) => ({
                value: one.code,
                label: t(`reasons.${one.name}`),
                hint: one.code,
              }))}
            />
            <TextArea
              label={t('excellence.ask.reasonText')}
              hint={t('excellence.ask.reasonHint')}
              name="reason"
              rows={5}
              maxLength={4000}
              value={reason}
              onChange={setReason}
            />
          </>
        )}
      </Form>
    </Dialog>
  )
}
