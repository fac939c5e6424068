import { weightText, wholeWeight } from '../../../../shared/decimal.ts'
import { FieldError, useField } from '../../../../ui/field.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { NumberField } from '../../../../ui/number-field.tsx'
import { basisPointsOf } from './policy-draft.ts'
import { usePolicyWords } from './policy-words.ts'

type SharesFieldProps = {
  readonly policyKey: string
  readonly parts: readonly string[]
  readonly label: string
  readonly name: string
  readonly draft: Readonly<Record<string, string>>
  readonly onChange: (draft: Record<string, string>) => void
}

/** Shares that must make 100 together: while one types, their sum and what is left. */
export function SharesField({ policyKey, parts, label, name, draft, onChange }: SharesFieldProps) {
  const words = usePolicyWords()
  const ids = useField({ label, name })
  const sum = parts.reduce((all, part) => all + (basisPointsOf(draft[part] ?? '') ?? 0), 0)
  return (
    <fieldset id={ids.id} tabIndex={-1} aria-describedby={ids.describedBy} className="flex min-w-0 flex-col gap-3">
      <legend className="mb-2 text-sm font-medium text-ink-2">{label}</legend>
      <div className="grid gap-3 sm:grid-cols-5">
        {parts.map((part) => (
          <NumberField
            key={part}
            label={words.field(policyKey, part)}
            name={`${name}/${part}`}
            value={draft[part] ?? ''}
            onChange={(typed) => onChange({ ...draft, [part]: typed })}
            decimals={2}
            min={0}
            max={100}
            step={1}
            suffix="%"
            required
          />
        ))}
      </div>
      <Sum basisPoints={sum} />
      {ids.error !== undefined && <FieldError id={`${ids.id}-error`}>{ids.error}</FieldError>}
    </fieldset>
  )
}

function Sum({ basisPoints }: { readonly basisPoints: number }) {
  const { t } = useText()
  const rest = wholeWeight - basisPoints
  const percent = (points: number) => Number(weightText(points))
  const words =
    rest === 0
      ? t('policies.sharesComplete')
      : rest > 0
        ? t('policies.restOfShares', { rest: percent(rest) })
        : t('policies.excessOfShares', { rest: percent(-rest) })
  return (
    <p role="status" className="flex flex-wrap gap-x-3 text-sm">
      <span className="font-semibold">{t('policies.sumOfShares', { sum: percent(basisPoints) })}</span>
      <span className={rest === 0 ? 'text-green-text' : 'text-amber-text'}>{words}</span>
    </p>
  )
}
