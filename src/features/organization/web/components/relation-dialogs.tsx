import { useState } from 'react'
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Select } from '../../../../ui/select.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyProblem } from '../../../../ui/toast.tsx'
import { type RelationKind, relationKinds } from '../../domain/vocabulary.ts'
import { api, chosen, type Relation } from '../api.ts'
import { FormDialog } from './form-dialog.tsx'
import { PersonPicker } from './pickers.tsx'
import { useAct } from './use-act.ts'

type AddProps = {
  /** Whether it is recorded for somebody else, who is then asked for. */
  readonly forSomebody: boolean
  readonly onClose: () => void
}

export function DeclareRelationDialog({ forSomebody, onClose }: AddProps) {
  const { t } = useText()
  const [employeeId, setEmployeeId] = useState<string | null>(null)
  const [otherId, setOtherId] = useState<string | null>(null)
  const [kind, setKind] = useState<RelationKind>('family')
  const [note, setNote] = useState('')
  const declare = useAct({
    send: () =>
      api('POST /api/organization/relations', {
        body: {
          otherId: chosen(otherId),
          kind,
          note: note.trim() || null,
          ...(forSomebody && { employeeId: chosen(employeeId) }),
        },
      }),
    done: t('organization.relations.declared'),
    onDone: onClose,
  })
  return (
    <FormDialog
      title={forSomebody ? t('organization.relations.record') : t('organization.relations.declare')}
      confirm={t('ui.save')}
      note={t('organization.relations.effect')}
      onClose={onClose}
      onSubmit={() => declare.mutate()}
      problem={declare.error}
      pending={declare.isPending}
    >
      {forSomebody && (
        <PersonPicker
          label={t('organization.relations.employee')}
          name="employeeId"
          value={employeeId}
          onChange={setEmployeeId}
        />
      )}
      <PersonPicker label={t('organization.relations.other')} name="otherId" value={otherId} onChange={setOtherId} />
      <Select
        label={t('organization.relations.kind')}
        name="kind"
        value={kind}
        onChange={setKind}
        options={relationKinds.map((one) => ({ value: one, label: t(`organization.relations.kinds.${one}`) }))}
      />
      <TextArea
        label={t('organization.relations.note')}
        name="note"
        required={false}
        hint={t('organization.relations.noteHint')}
        value={note}
        onChange={setNote}
        rows={2}
        maxLength={500}
      />
    </FormDialog>
  )
}

export function EndRelationDialog({
  relation,
  onClose,
}: {
  readonly relation: Relation
  readonly onClose: () => void
}) {
  const { t, pick } = useText()
  const end = useAct({
    send: () => api('POST /api/organization/relations/:id/end', { params: { id: relation.id } }),
    done: t('organization.relations.ended'),
  })
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      onConfirm={() => end.mutate(undefined, { onError: notifyProblem, onSettled: onClose })}
      title={t('organization.relations.end')}
      confirm={t('organization.relations.end')}
      danger
      pending={end.isPending}
    >
      {t('organization.relations.endHint', { name: pick(relation.other.name) })}
    </ConfirmDialog>
  )
}
