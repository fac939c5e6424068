import { CircleAlert, CircleCheck } from 'lucide-react'
import { useMemo, useState } from 'react'
import { parsePastedTable } from '../../../../shared/pasted-table.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Select } from '../../../../ui/select.tsx'
import { Status } from '../../../../ui/status.tsx'
import { TextArea } from '../../../../ui/text-area.tsx'
import { targetProblems } from '../../domain/completeness.ts'
import type { Cycle, Objective } from '../../domain/document.ts'
import { type PastedRow, readPastedRows } from '../../domain/pasted-key-results.ts'
import { targetNames } from './target-field.tsx'

type PasteDialogProps = {
  readonly objectives: readonly Objective[]
  /** Days of targets lie within it. */
  readonly cycle: Pick<Cycle, 'startsOn' | 'endsOn'>
  readonly pending: boolean
  readonly onClose: () => void
  readonly onPaste: (objectiveId: string, rows: readonly PastedRow['keyResult'][]) => void
}

/** Several key results from a spreadsheet, looked at before they are taken: all of them or none. */
export function PasteDialog({ objectives, cycle, pending, onClose, onPaste }: PasteDialogProps) {
  const { t } = useText()
  const [objectiveId, setObjectiveId] = useState(objectives[0]?.id ?? null)
  const [pasted, setPasted] = useState('')
  const rows = useMemo(() => readPastedRows(parsePastedTable(pasted)), [pasted])
  const wrong = rows.filter((row) => row.problems.length > 0).length
  const reason =
    objectiveId === null
      ? t('performance.paste.noObjective')
      : rows.length === 0
        ? t('performance.paste.nothing')
        : wrong > 0
          ? t('performance.paste.wrong', { count: wrong })
          : undefined
  return (
    <Dialog
      open
      onClose={onClose}
      size="lg"
      title={t('performance.paste.title')}
      actions={
        <>
          <Button
            look="primary"
            pending={pending}
            reason={reason}
            onPress={() =>
              objectiveId &&
              onPaste(
                objectiveId,
                rows.map((row) => row.keyResult),
              )
            }
          >
            {t('performance.paste.add', { count: rows.length })}
          </Button>
          <Button look="ghost" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t('performance.paste.into')}
          value={objectiveId}
          onChange={setObjectiveId}
          options={objectives.map(({ id, title }) => ({ value: id, label: title || t('performance.editor.untitled') }))}
        />
        <TextArea
          label={t('performance.paste.cells')}
          hint={t('performance.paste.hint')}
          rows={5}
          value={pasted}
          onChange={setPasted}
        />
        {rows.length > 0 && <Preview rows={rows} cycle={cycle} />}
      </div>
    </Dialog>
  )
}

function Preview({ rows, cycle }: Pick<PasteDialogProps, 'cycle'> & { readonly rows: readonly PastedRow[] }) {
  const { t } = useText()
  return (
    <ol aria-label={t('performance.paste.preview')} className="rounded-md border border-line">
      {rows.map(({ line, keyResult, problems }) => (
        <li key={line} className="flex flex-col gap-0.5 border-line px-3 py-2 not-first:border-t">
          <span className="flex items-start gap-2 text-md">
            <Num className="text-ink-3">{line}</Num>
            <span className="min-w-0 flex-1">{keyResult.statement || t('performance.paste.noStatement')}</span>
            {problems.length === 0 ? (
              <Status icon={CircleCheck} tone="green">
                {t('performance.paste.good')}
              </Status>
            ) : (
              <Status icon={CircleAlert} tone="red">
                {t('performance.paste.problem')}
              </Status>
            )}
          </span>
          <span className="text-xs text-ink-3">
            {t(`performance.dataTypes.${keyResult.dataType}`)} ·{' '}
            {targetNames.map((name, at) => (
              <span key={name}>
                {at > 0 && ' / '}
                <Num>{keyResult.targets[name] ?? '—'}</Num>
              </span>
            ))}{' '}
            · {t('performance.fields.weight')} <Num code>{keyResult.weight ?? '—'}</Num>
          </span>
          {problems.map((problem) => (
            <span key={problem.column} className="text-xs text-red-text">
              {t(`performance.paste.columns.${problem.column}`)}: {sentenceFor(problem.code)}
            </span>
          ))}
          {problems.length === 0 &&
            targetProblems({ id: '', ...keyResult }, { cycle }).map((problem) => (
              <span key={problem.code} className="text-xs text-amber-text">
                {sentenceFor(problem.code, problem.params)}
              </span>
            ))}
        </li>
      ))}
    </ol>
  )
}
