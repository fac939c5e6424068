import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useLeaveGuard } from '../../../../ui/navigation.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import type { Direction } from '../../schema.ts'
import { api, type DirectionList, keys } from '../api.ts'

type DirectionDialogProps = {
  readonly year: number
  /** None: new directions. */
  readonly direction: Direction | null
  readonly divisions: DirectionList['divisions']
  readonly onClose: () => void
}

export function DirectionDialog({ year, direction, divisions, onClose }: DirectionDialogProps) {
  const { t, pick } = useText()
  const [divisionId, setDivisionId] = useState<string | null>(direction?.division.id ?? divisions[0]?.id ?? null)
  const [body, setBody] = useState(direction?.body ?? '')
  const isPublished = direction?.publishedAt != null
  const title = direction ? t('annualPlan.directions.editTitle') : t('annualPlan.directions.writeTitle', { year })
  useLeaveGuard(body !== (direction?.body ?? ''))
  const save = useApiMutation({
    send: () =>
      direction
        ? api('PUT /api/plan/directions/:id', {
            params: { id: direction.id },
            body: { body },
            version: direction.version,
          })
        : api('POST /api/plan/directions', { body: { year, divisionId: divisionId ?? '', body } }),
    refresh: [keys.directions(year)],
    onDone: () => {
      notifyDone(isPublished ? t('annualPlan.directions.rewordedDone') : t('annualPlan.directions.saved'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button look="primary" type="submit" form="direction" pending={save.isPending}>
            {isPublished ? t('annualPlan.directions.save') : t('annualPlan.directions.saveDraft')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="direction" label={title} onSubmit={() => save.mutate()} problem={save.error}>
        {!direction && (
          <Combobox
            label={t('annualPlan.directions.to')}
            name="divisionId"
            hint={t('annualPlan.directions.toHint')}
            value={divisionId}
            onChange={setDivisionId}
            options={divisions.map((division) => ({
              value: division.id,
              label: pick(division.name),
              hint: division.code,
            }))}
            required
          />
        )}
        <TextArea
          label={t('annualPlan.directions.body')}
          name="body"
          hint={t('annualPlan.directions.bodyHint')}
          value={body}
          onChange={setBody}
          className="[&_textarea]:min-h-40"
          maxLength={4000}
          required
        />
      </Form>
    </Dialog>
  )
}
