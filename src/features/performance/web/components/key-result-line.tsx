import { ArrowDown, ArrowUp, CornerUpRight, Trash2 } from 'lucide-react'
import { type DataType, dataTypes } from '../../../../shared/measure.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { cx } from '../../../../ui/cx.ts'
import { FieldError } from '../../../../ui/field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Menu, type MenuGroupOfActions } from '../../../../ui/menu.tsx'
import { Num } from '../../../../ui/num.tsx'
import { NumberField } from '../../../../ui/number-field.tsx'
import { Select } from '../../../../ui/select.tsx'
import type { Problem } from '../../domain/completeness.ts'
import type { KeyResult } from '../../domain/document.ts'
import { DirectionHint } from './direction-hint.tsx'
import type { KeyResultPatch } from './draft.ts'
import { InlineText } from './inline-text.tsx'
import { TargetField, targetNames } from './target-field.tsx'

/** Columns of a line, shared with the head above the cards; below 768 px the fields stand in two rows. */
export const lineColumns = 'lg:grid-cols-[28px_minmax(0,1fr)_114px_66px_66px_66px_62px_28px]'

export type LineAct = 'up' | 'down' | 'remove' | { readonly toObjective: string }

type KeyResultLineProps = {
  readonly keyResult: KeyResult
  readonly number: string
  readonly year: number
  readonly problems: readonly Problem[]
  readonly onEdit: (patch: KeyResultPatch) => void
  readonly onPause: () => void
  readonly onAct: (act: LineAct) => void
  readonly canMove: { readonly up: boolean; readonly down: boolean }
  readonly elsewhere: readonly { readonly id: string; readonly title: string }[]
  readonly children?: React.ReactNode
}

/** One key result while it is being written: statement, type, three targets, weight, and what is wrong with them. */
export function KeyResultLine(props: KeyResultLineProps) {
  const { keyResult, number, year, problems, onEdit, onPause } = props
  const { t } = useText()
  const path = `keyResults/${keyResult.id}`
  const at = (field: string) => problems.find((problem) => problem.path === `${path}/${field}`)
  const isWrong = (field: string) => at(field)?.severity === 'blocks'
  const sentences = problems.filter((problem) => problem.path.startsWith(path) && !problem.path.endsWith('/statement'))
  const blocked = sentences.some((problem) => problem.severity === 'blocks')
  const problemsId = `${path}/problems`
  const wrongTarget = (name: string) =>
    isWrong(`targets/${name}`) || (isWrong('targets') && markedTargets(at('targets')?.code).includes(name))

  return (
    <div className={cx('border-t border-line px-3 py-2.5', blocked && 'bg-red-soft')} data-line={keyResult.id}>
      <div className={cx('grid grid-cols-6 items-start gap-x-2 gap-y-2', lineColumns)}>
        <div className="col-span-6 flex items-start gap-2 lg:contents">
          <Num className="pt-1 text-sm text-ink-3 phone:pt-2.5">{number}</Num>
          <div className="flex min-w-0 flex-1 flex-col gap-0.5">
            <InlineText
              id={`${path}/statement`}
              label={t('performance.fields.statement')}
              placeholder={t('performance.editor.statementPlaceholder')}
              maxLength={500}
              value={keyResult.statement}
              onChange={(statement) => onEdit({ statement })}
              onBlur={onPause}
              error={isWrong('statement') ? sentenceFor(at('statement')?.code ?? '') : undefined}
            />
            <DirectionHint keyResult={keyResult} />
          </div>
          <LineMenu {...props} />
        </div>
        <Select<DataType>
          className="order-4 col-span-4 lg:order-none lg:col-span-1 lg:[&>span:first-child]:sr-only"
          size="sm"
          label={t('performance.fields.dataType')}
          value={keyResult.dataType}
          onChange={(dataType) => onEdit({ dataType, targets: { below: null, meets: null, exceeds: null } })}
          options={dataTypes.map((value) => ({ value, label: t(`performance.dataTypes.${value}`) }))}
        />
        {targetNames.map((name) => (
          <TargetField
            key={name}
            name={name}
            label={t(`performance.levels.${name}`)}
            className="order-6 col-span-2 lg:order-none lg:col-span-1 lg:[&>label]:sr-only"
            dataType={keyResult.dataType}
            year={year}
            value={keyResult.targets[name]}
            error={
              wrongTarget(name) ? sentenceFor(at(`targets/${name}`)?.code ?? at('targets')?.code ?? '') : undefined
            }
            errorId={problemsId}
            onChange={(value) => onEdit({ targets: { [name]: value } })}
            onBlur={onPause}
          />
        ))}
        <NumberField
          className="order-5 col-span-2 lg:order-none lg:col-span-1 lg:[&>label]:sr-only"
          size="sm"
          label={t('performance.fields.weight')}
          align="center"
          strong
          step={5}
          min={0}
          max={100}
          value={keyResult.weight ?? ''}
          onChange={(value) => onEdit({ weight: value === '' ? null : value })}
          onBlur={onPause}
          error={isWrong('weight') ? sentenceFor(at('weight')?.code ?? '', at('weight')?.params) : undefined}
          errorId={problemsId}
        />
      </div>
      <div id={problemsId} className="flex flex-col gap-1 pt-1.5 empty:hidden lg:ps-9">
        {sentences.map((problem) =>
          problem.severity === 'blocks' ? (
            <FieldError key={problem.path + problem.code}>{sentenceFor(problem.code, problem.params)}</FieldError>
          ) : (
            <p key={problem.path + problem.code} className="text-xs text-amber-text">
              {sentenceFor(problem.code, problem.params)}
            </p>
          ),
        )}
      </div>
      {props.children}
    </div>
  )
}

/** The fields that a sentence about the targets as a whole speaks of. */
function markedTargets(code: string | undefined): readonly string[] {
  if (code === 'performance.targets_below_equals_meets') return ['below', 'meets']
  if (code === 'performance.targets_meets_equals_exceeds') return ['meets', 'exceeds']
  return targetNames
}

function LineMenu({ onAct, canMove, elsewhere, number }: KeyResultLineProps) {
  const { t } = useText()
  const groups: MenuGroupOfActions[] = [
    {
      id: 'move',
      actions: [
        {
          id: 'up',
          label: t('performance.editor.moveUp'),
          icon: ArrowUp,
          disabled: !canMove.up,
          onPress: () => onAct('up'),
        },
        {
          id: 'down',
          label: t('performance.editor.moveDown'),
          icon: ArrowDown,
          disabled: !canMove.down,
          onPress: () => onAct('down'),
        },
      ],
    },
    ...(elsewhere.length > 0
      ? [
          {
            id: 'elsewhere',
            title: t('performance.editor.moveTo'),
            actions: elsewhere.map(({ id, title }) => ({
              id,
              label: title || t('performance.editor.untitled'),
              icon: CornerUpRight,
              mirrorIcon: true,
              onPress: () => onAct({ toObjective: id }),
            })),
          },
        ]
      : []),
    {
      id: 'remove',
      actions: [
        {
          id: 'remove',
          label: t('performance.editor.removeKeyResult'),
          icon: Trash2,
          danger: true,
          onPress: () => onAct('remove'),
        },
      ],
    },
  ]
  return (
    <div className="shrink-0 lg:order-1 lg:pt-0.5">
      <Menu label={t('performance.editor.lineMenu', { number })} groups={groups} vertical />
    </div>
  )
}
