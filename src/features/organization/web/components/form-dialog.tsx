import { type ReactNode, useId } from 'react'
import type { ApiProblem } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'

type FormDialogProps = {
  readonly title: string
  /** A verbal noun: what the button does. */
  readonly confirm: string
  readonly onClose: () => void
  readonly onSubmit: () => void
  readonly problem: ApiProblem | null
  readonly pending: boolean
  /** Why it cannot be sent yet. */
  readonly reason?: string | undefined
  readonly note?: ReactNode
  readonly size?: 'sm' | 'md' | 'lg'
  readonly danger?: boolean
  readonly children: ReactNode
}

/** A dialog that asks for a few values and sends them; what the server refuses stands beside its field. */
export function FormDialog(props: FormDialogProps) {
  const { title, confirm, onClose, onSubmit, problem, pending, reason, note, size, danger, children } = props
  const { t } = useText()
  const form = useId()
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      size={size ?? 'sm'}
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
      {note && <p className="mb-4 text-sm text-ink-2">{note}</p>}
      <Form id={form} onSubmit={onSubmit} problem={problem} label={title}>
        {children}
      </Form>
    </Dialog>
  )
}
