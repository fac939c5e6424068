import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Combobox } from '../../../../ui/combobox.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form } from '../../../../ui/form.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useMe } from '../../../../ui/me-context.ts'
import { useApiMutation } from '../../../../ui/query.ts'
import { RadioGroup } from '../../../../ui/radio-group.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import { notifyDone } from '../../../../ui/toast.tsx'
import { usePlanNodes } from '../../../annual-plan/web/public.tsx'
import { DivisionPicker, PostPicker } from '../../../organization/web/public.tsx'
import { type ObjectiveClass, objectiveClasses } from '../../domain/document.ts'
import { api, type BankObjective, keys } from '../api.ts'
import { BankLine, type BankLineValue, emptyBankLine } from './bank-line.tsx'

type Audience = 'everyone' | 'division' | 'post'
const audiences = ['everyone', 'division', 'post'] as const

type BankDialogProps = {
  /** Null for a new one. */
  readonly objective: BankObjective | null
  readonly onClose: () => void
}

/** An objective of the bank: what it is, for whom, what it serves, and the key results that it offers. */
export function BankDialog({ objective, onClose }: BankDialogProps) {
  const { t, pick } = useText()
  const year = useMe().cycle?.year ?? new Date().getFullYear()
  const nodes = usePlanNodes(year)
  const [title, setTitle] = useState(objective?.title ?? '')
  const [ofClass, setClass] = useState<ObjectiveClass>(objective?.class ?? 'annual_plan')
  const [audience, setAudience] = useState<Audience>(
    objective?.division ? 'division' : objective?.post ? 'post' : 'everyone',
  )
  const [divisionId, setDivision] = useState(objective?.division?.id ?? null)
  const [postId, setPost] = useState(objective?.post?.id ?? null)
  const [planNodeId, setPlanNode] = useState(objective?.planNode?.id ?? null)
  const [lines, setLines] = useState<readonly BankLineValue[]>(
    () => objective?.keyResults.map(({ id, ...line }) => ({ key: id, ...line })) ?? [emptyBankLine()],
  )
  const save = useApiMutation({
    send: () => {
      const body = {
        title: title.trim(),
        class: ofClass,
        divisionId: audience === 'division' ? divisionId : null,
        postId: audience === 'post' ? postId : null,
        planNodeId: ofClass === 'annual_plan' ? planNodeId : null,
        keyResults: lines.map(({ key: _, ...line }) => ({ ...line, targets: { ...line.targets } })),
      }
      return objective
        ? api('PUT /api/performance/bank/:id', { params: { id: objective.id }, body, version: objective.version })
        : api('POST /api/performance/bank', { body })
    },
    refresh: [keys.bank],
    onDone: () => {
      notifyDone(t('performance.bankKeeping.saved'))
      onClose()
    },
  })
  const change = (at: number, line: BankLineValue) => setLines(lines.map((one, place) => (place === at ? line : one)))
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={t(objective ? 'performance.bankKeeping.edit' : 'performance.bankKeeping.create')}
      actions={
        <>
          <Button look="primary" type="submit" form="bank-objective" pending={save.isPending}>
            {t('ui.save')}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          {objective && <span className="text-xs text-ink-3">{t('performance.bankKeeping.kept')}</span>}
        </>
      }
    >
      <Form id="bank-objective" onSubmit={() => save.mutate()} problem={save.error}>
        <TextField
          name="title"
          label={t('performance.bankKeeping.title')}
          required
          autoFocus
          maxLength={300}
          value={title}
          onChange={setTitle}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <RadioGroup
            name="class"
            label={t('performance.fields.class')}
            value={ofClass}
            onChange={setClass}
            options={objectiveClasses.map((value) => ({ value, label: t(`performance.classes.${value}`) }))}
          />
          <div className="flex flex-col gap-3">
            <RadioGroup
              label={t('performance.bankKeeping.columns.for')}
              value={audience}
              onChange={setAudience}
              options={audiences.map((value) => ({ value, label: t(`performance.bankKeeping.${value}`) }))}
            />
            {audience === 'division' && (
              <DivisionPicker
                name="divisionId"
                label={t('performance.bankKeeping.division')}
                hideLabel
                value={divisionId}
                onChange={setDivision}
                chosen={objective?.division}
              />
            )}
            {audience === 'post' && (
              <PostPicker
                name="postId"
                label={t('performance.bankKeeping.post')}
                hideLabel
                value={postId}
                onChange={setPost}
                chosen={objective?.post && { id: objective.post.id, name: objective.post.title }}
              />
            )}
          </div>
        </div>
        {ofClass === 'annual_plan' && (
          <Combobox
            name="planNodeId"
            label={t('performance.bankKeeping.planNode')}
            required={false}
            value={planNodeId}
            onChange={setPlanNode}
            options={(nodes.data ?? []).map((node) => ({
              value: node.id,
              label: pick(node.title),
              hint: node.code,
            }))}
            chosen={
              objective?.planNode ? { value: objective.planNode.id, label: pick(objective.planNode.title) } : null
            }
          />
        )}
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-sm font-medium text-ink-2">{t('performance.bankKeeping.keyResults')}</legend>
          {lines.map((line, at) => (
            <BankLine
              key={line.key}
              at={at}
              line={line}
              year={year}
              onChange={(next) => change(at, next)}
              onRemove={() => setLines(lines.filter((_, place) => place !== at))}
            />
          ))}
          {lines.length < 10 && (
            <div>
              <Button look="link" size="sm" icon={Plus} onPress={() => setLines([...lines, emptyBankLine()])}>
                {t('performance.bankKeeping.addKeyResult')}
              </Button>
            </div>
          )}
        </fieldset>
      </Form>
    </Dialog>
  )
}
