import { Trash2 } from 'lucide-react'
import { type DataType, dataTypes } from '../../../../shared/measure.ts'
import { useText } from '../../../../ui/i18n.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import { Select } from '../../../../ui/select.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { KeyResult } from '../../domain/document.ts'
import { DirectionHint } from './direction-hint.tsx'
import { TargetField, targetNames } from './target-field.tsx'

export type BankLineValue = Pick<KeyResult, 'statement' | 'dataType' | 'targets'> & { readonly key: string }

let made = 0

export function emptyBankLine(): BankLineValue {
  made += 1
  return {
    key: `new-${made}`,
    statement: '',
    dataType: 'percentage',
    targets: { below: null, meets: null, exceeds: null },
  }
}

type BankLineProps = {
  readonly at: number
  readonly line: BankLineValue
  readonly year: number
  readonly onChange: (line: BankLineValue) => void
  readonly onRemove: () => void
}

/** One key result that the bank offers; its weight is for the writer of a document to say. */
export function BankLine({ at, line, year, onChange, onRemove }: BankLineProps) {
  const { t } = useText()
  const path = `keyResults/${at}`
  return (
    <div className="grid grid-cols-6 items-start gap-2 rounded-md border border-line p-3 lg:grid-cols-[minmax(0,1fr)_120px_84px_84px_84px_32px]">
      <div className="col-span-6 lg:col-span-1">
        <TextField
          name={`${path}/statement`}
          size="sm"
          label={t('performance.fields.statement')}
          required
          maxLength={500}
          value={line.statement}
          onChange={(statement) => onChange({ ...line, statement })}
        />
      </div>
      <Select<DataType>
        className="col-span-6 sm:col-span-3 lg:col-span-1"
        size="sm"
        label={t('performance.fields.dataType')}
        value={line.dataType}
        onChange={(dataType) => onChange({ ...line, dataType, targets: { below: null, meets: null, exceeds: null } })}
        options={dataTypes.map((value) => ({ value, label: t(`performance.dataTypes.${value}`) }))}
      />
      {targetNames.map((name) => (
        <TargetField
          key={name}
          name={name}
          path={`${path}/targets/${name}`}
          label={t(`performance.record.heads.${name}`)}
          className="col-span-2 lg:col-span-1"
          dataType={line.dataType}
          year={year}
          value={line.targets[name]}
          onChange={(value) => onChange({ ...line, targets: { ...line.targets, [name]: value } })}
        />
      ))}
      <IconButton
        icon={Trash2}
        size="sm"
        className="col-span-6 justify-self-end lg:col-span-1 lg:mt-6.5"
        label={t('performance.bankKeeping.removeKeyResult', { number: at + 1 })}
        onPress={onRemove}
      />
      <div className="col-span-6 empty:hidden">
        <DirectionHint keyResult={line} />
      </div>
    </div>
  )
}
