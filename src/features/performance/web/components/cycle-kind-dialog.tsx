import { useState } from 'react'
import { type CycleKind, cycleKinds } from '../../../../shared/period.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { api, keys } from '../api.ts'

type CycleKindDialogProps = {
  readonly year: number
  readonly kind: CycleKind | null
  readonly onClose: () => void
}

/** One kind of cycle for a whole year, chosen before its first cycle opens. */
export function CycleKindDialog({ year, kind, onClose }: CycleKindDialogProps) {
  const { t } = useText()
  const [chosen, setChosen] = useState<CycleKind>(kind ?? 'quarter')
  const save = useApiMutation({
    send: () => api('PUT /api/performance/cycles/years/:year', { params: { year }, body: { kind: chosen } }),
    refresh: [keys.cycles],
    onDone: () => {
      notifyDone(t('performance.cycles.chosen'))
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={t('performance.cycles.chooseTitle', { year })}
      actions={
        <>
          <Button look="primary" type="submit" form="cycle-kind" pending={save.isPending}>
            {t('ui.save')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <Form id="cycle-kind" onSubmit={() => save.mutate()} problem={save.error}>
        <p className="text-ink-2">{t('performance.cycles.chooseBody')}</p>
        <RadioGroup
          name="kind"
          label={t('performance.cycles.kind', { year })}
          value={chosen}
          onChange={setChosen}
          options={cycleKinds.map((value) => ({
            value,
            label: t(`performance.cycles.kinds.${value}`),
            hint: t(`performance.cycles.kindHints.${value}`),
          }))}
        />
      </Form>
    </Dialog>
  )
}
