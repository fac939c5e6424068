import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { type ObjectiveClass, objectiveClasses } from '../../domain/document.ts'
import { PlanNodeList } from './plan-links.tsx'

export type NewObjective = {
  readonly title: string
  readonly class: ObjectiveClass
  readonly nodeIds: readonly string[]
}

type NewObjectiveDialogProps = {
  readonly year: number
  readonly pending: boolean
  readonly onClose: () => void
  readonly onAdd: (objective: NewObjective) => void
}

/** A new objective: what it is, its class, and what it serves in the plan where its class asks for that (AMB-61). */
export function NewObjectiveDialog({ year, pending, onClose, onAdd }: NewObjectiveDialogProps) {
  const { t } = useText()
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<ObjectiveClass>('annual_plan')
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const untitled = title.trim().length < 3
  const unlinked = chosen === 'annual_plan' && picked.size === 0
  const add = () => {
    setTried(true)
    if (!untitled && !unlinked)
      onAdd({ title: title.trim(), class: chosen, nodeIds: chosen === 'annual_plan' ? [...picked] : [] })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('performance.editor.newObjective')}
      actions={
        <>
          <Button look="primary" onPress={add} pending={pending}>
            {t('ui.next')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <TextField
          label={t('performance.fields.title')}
          hint={t('performance.editor.titleHint')}
          value={title}
          onChange={setTitle}
          maxLength={300}
          autoFocus
          required
          error={tried && untitled ? t('performance.editor.titleNeeded') : undefined}
        />
        <RadioGroup
          label={t('performance.fields.class')}
          value={chosen}
          onChange={setChosen}
          options={objectiveClasses.map((value) => ({
            value,
            label: t(`performance.classes.${value}`),
            hint: t(`performance.classHints.${value}`),
          }))}
        />
        {chosen === 'annual_plan' && (
          <fieldset className="flex flex-col gap-1.5">
            <legend className="mb-1 text-sm font-medium text-ink-2">{t('performance.editor.linkTitle')}</legend>
            <PlanNodeList year={year} picked={picked} onPick={setPicked} />
            {tried && unlinked && (
              <p role="alert" className="text-xs text-red-text">
                {t('performance.editor.linkNeeded')}
              </p>
            )}
          </fieldset>
        )}
      </div>
    </Dialog>
  )
}
