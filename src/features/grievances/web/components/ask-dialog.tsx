import { type ReactNode, useId } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'

type AskDialogProps = {
  readonly title: string
  /** A verbal noun: what the button does. */
  readonly confirm: string
  /** What it will do. */
  readonly note?: ReactNode
  readonly problem: ApiProblem | null
  readonly pending: boolean
  /** Why it cannot be sent yet. */
  readonly reason?: string | undefined
  readonly size?: 'sm' | 'md' | 'lg'
  readonly danger?: boolean
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly children?: ReactNode
}

/** A dialog that says what a move does, asks for what goes with it, and makes it. */
export function AskDialog(props: AskDialogProps) {
  const { title, confirm, note, problem, pending, reason, size, danger, onClose, onSubmit, children } = props
  const { t } = useText()
  const form = useId()
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size={size ?? 'md'}
      actions={
        <>
          <Button look={danger ? 'danger' : 'primary'} type="submit" form={form} pending={pending} reason={reason}>
            {confirm}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id={form} onSubmit={onSubmit} problem={problem} label={title}>
        {note && <p className="text-sm text-ink-2">{note}</p>}
        {children}
      </Form>
    </Dialog>
  )
}
