import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ErrorState } from '../../../../ui/error-state.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { RowsSkeleton } from '../../../../ui/skeleton.tsx'
import type { Workbench } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { Finding } from './finding.tsx'

/** So many stand open at first: the heaviest come first. */
const atFirst = 4

/** What the tests of fairness found, from the heaviest; a material finding needs a written answer before signing. */
export function FairnessCard({ workbench }: { readonly workbench: Workbench }) {
  const { t } = useText()
  const { year, fairness } = workbench
  const [all, setAll] = useState(false)
  const found = useApiQuery({
    key: [...keys.fairness(year), fairness.runAt],
    load: (signal) => api('GET /api/calibration/:year/fairness', { params: { year }, signal }),
    keepPrevious: true,
  })
  const findings = found.data?.findings ?? []
  const shown = all ? findings : findings.slice(0, atFirst)
  const rules = found.data?.rules
  return (
    <Card
      title={t('calibration.fairness.title')}
      note={
        fairness.runAt !== null &&
        [
          t('calibration.fairness.summary', { count: fairness.total }),
          ...(fairness.total > 0 ? [t('calibration.fairness.needsAnswer', { count: fairness.material })] : []),
        ].join(t('calibration.comma'))
      }
    >
      {fairness.running && (
        <p role="status" className="mb-2 text-xs text-ink-3">
          {t('calibration.fairness.running')}
        </p>
      )}
      {found.error && !found.data && <ErrorState problem={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <RowsSkeleton rows={3} />}
      {found.data && findings.length === 0 && (
        <p className="text-sm text-ink-2">
          {t(fairness.runAt === null ? 'calibration.fairness.notRun' : 'calibration.fairness.none')}
        </p>
      )}
      <ul className="flex flex-col">
        {shown.map((finding) => (
          <li key={finding.id} className="border-t border-line py-2.5 first:border-t-0 first:pt-0 last:pb-0">
            <Finding year={year} finding={finding} />
          </li>
        ))}
      </ul>
      {findings.length > atFirst && (
        <Button look="link" size="sm" className="mt-2" expanded={all} onPress={() => setAll(!all)}>
          {t(all ? 'calibration.fairness.less' : 'calibration.fairness.more')}
        </Button>
      )}
      {all && rules && (
        <p className="mt-2 text-xs text-ink-3">
          {t('calibration.fairness.rules', {
            alpha: rules.alpha,
            minimum: rules.minimum,
            correction: t(`calibration.fairness.corrections.${rules.correction}`),
          })}
        </p>
      )}
    </Card>
  )
}
