import type { Bilingual } from '../../../../ui/me.ts'
import { TextArea } from '../../../../ui/text-area.tsx'
import { TextField } from '../../../../ui/text-field.tsx'

type Props = {
  /** The path of the value; `/ar` and `/en` are added. */
  readonly name: string
  readonly labels: Bilingual
  readonly value: Bilingual
  readonly onChange: (value: Bilingual) => void
  /** More than one line. */
  readonly rows?: number
  readonly hint?: string
  readonly required?: boolean
}

/** One text in both languages, side by side where there is room. */
export function BilingualFields({ name, labels, value, onChange, rows, hint, required }: Props) {
  const shared = { ...(hint && { hint }), ...(required !== undefined && { required }) }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {(['ar', 'en'] as const).map((language) => {
        const field = {
          ...shared,
          label: labels[language],
          name: `${name}/${language}`,
          value: value[language],
          onChange: (text: string) => onChange({ ...value, [language]: text }),
        }
        return rows ? <TextArea key={language} {...field} rows={rows} /> : <TextField key={language} {...field} />
      })}
    </div>
  )
}
