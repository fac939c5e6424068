import type { FairnessRow, FairnessRules, Grouping } from './findings.ts'

export type Stratum = { readonly subject: string; readonly rows: readonly FairnessRow[] }

/** The people of one grouping by subject, in the order of subjects; those too few for a conclusion apart. */
export function strataOf(
  rows: readonly FairnessRow[],
  grouping: Grouping,
  { minimum }: Pick<FairnessRules, 'minimum'>,
) {
  const bySubject = new Map<string, FairnessRow[]>()
  for (const row of rows) {
    const subject = row.subjects[grouping]
    if (subject === null) continue
    const list = bySubject.get(subject)
    if (list) list.push(row)
    else bySubject.set(subject, [row])
  }
  const strata: Stratum[] = [...bySubject]
    .map(([subject, people]) => ({ subject, rows: people }))
    .sort((a, b) => (a.subject < b.subject ? -1 : 1))
  return {
    large: strata.filter((stratum) => stratum.rows.length >= minimum),
    small: strata.filter((stratum) => stratum.rows.length < minimum),
  }
}
