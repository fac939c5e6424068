import { RotateCcw } from 'lucide-react'
import { useContext, useEffect, useMemo, useState } from 'react'
import { formatNumber, formatPercent } from '../../../../shared/locale.ts'
import type { Rank } from '../../../../shared/ranks.ts'
import { sentenceFor } from '../../../../ui/api-problem.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { usePreferences } from '../../../../ui/preferences.ts'
import { useApiQuery } from '../../../../ui/query.ts'
import { Select } from '../../../../ui/select.tsx'
import { SliderField } from '../../../../ui/slider-field.tsx'
import type { Shares } from '../../domain/quotas.ts'
import type { Workbench } from '../../schema.ts'
import { api, keys } from '../api.ts'
import { rankName } from './rank-name.ts'
import { TrialContext } from './trial-store.ts'
import { useWhatIf } from './use-what-if.ts'
import { sharesWith, type Trial } from './what-if.ts'

type WhatIfCardProps = {
  readonly workbench: Workbench
  readonly groupId: string | null
}

const tried = ['very_good', 'excellent', 'average', 'weak'] as const satisfies readonly Rank[]
type Tried = (typeof tried)[number]

/** Another share on the frozen data: who would rise or fall is answered while one drags, and nothing is saved. */
export function WhatIfCard({ workbench, groupId }: WhatIfCardProps) {
  const text = useText()
  const { t } = text
  const { language, digits } = usePreferences()
  const [rank, setRank] = useState<Tried>('very_good')
  const [share, setShare] = useState<number | null>(null)
  const shares = useMemo(() => sharesOf(workbench), [workbench])
  const data = useApiQuery({
    key: keys.data(workbench.year),
    enabled: shares !== null && workbench.policy.mode !== 'advisory',
    load: (signal) => api('GET /api/calibration/:year/data', { params: { year: workbench.year }, signal }),
  })
  const current = shares?.[rank] ?? 0
  const chosen = share ?? current
  const request = useMemo(
    () => (shares && chosen !== current ? { shares, rank, share: chosen, groupId } : null),
    [shares, chosen, current, rank, groupId],
  )
  const trial = useWhatIf(data.data, request)
  const trials = useContext(TrialContext)
  useEffect(() => trials.set(trial?.moved ?? []), [trial, trials])

  const title = { title: t('calibration.whatIf.title'), note: t('calibration.whatIf.note') }
  if (!shares) {
    return (
      <Card {...title}>
        <p className="text-sm text-ink-2">{t('calibration.whatIf.unavailable')}</p>
      </Card>
    )
  }
  if (workbench.policy.mode === 'advisory') {
    return (
      <Card {...title}>
        <p className="text-sm text-ink-2">{t('calibration.whatIf.noEffect')}</p>
      </Card>
    )
  }
  const range = rangeOf(shares, rank)
  return (
    <Card
      {...title}
      aside={
        request && (
          <Button look="link" size="sm" icon={RotateCcw} mirrorIcon onPress={() => setShare(null)}>
            {t('calibration.whatIf.back')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-3">
          <Select<Tried>
            size="sm"
            hideLabel
            className="w-48"
            label={t('calibration.whatIf.which')}
            value={rank}
            onChange={(next) => {
              setRank(next)
              setShare(null)
            }}
            options={tried.map((value) => ({
              value,
              label: t('calibration.whatIf.share', { rank: rankName(text, value) }),
            }))}
          />
          <b className="text-sec text-accent-text">
            <Num percent>{chosen / 100}</Num>
          </b>
        </div>
        <SliderField
          hideLabel
          label={t('calibration.whatIf.share', { rank: rankName(text, rank) })}
          value={chosen / 100}
          onChange={(next) => setShare(Math.round(next * 100))}
          min={range.min / 100}
          max={range.max / 100}
          step={0.5}
          mark={{
            value: current / 100,
            words: t('calibration.whatIf.current', { share: formatPercent(current / 100, { language, digits }) }),
          }}
        />
        <p className="min-h-12 text-sm" aria-live="polite">
          {data.error ? (
            sentenceFor(data.error.code, data.error.params)
          ) : request && trial ? (
            <Outcome trial={trial} single={workbench.groups.length === 1 || groupId !== null} />
          ) : (
            <span className="text-ink-3">
              {t('calibration.whatIf.same')} {t('calibration.whatIf.balance')}
            </span>
          )}
        </p>
      </div>
    </Card>
  )
}

/** «تصير المقاعد 51 بدل 47: يرتفع تقدير 4 موظفين، ولا يُخفَّض أحد. الترتيب من 71 إلى 74.» */
function Outcome({ trial, single }: { readonly trial: Trial; readonly single: boolean }) {
  const { t } = useText()
  const { language, digits } = usePreferences()
  const { before, after, raised, lowered, moved } = trial
  const seats =
    before === after ? t('calibration.whatIf.seatsSame', { after }) : t('calibration.whatIf.seats', { after, before })
  const who = [t('calibration.whatIf.raised', { count: raised }), t('calibration.whatIf.lowered', { count: lowered })]
  const shown = (value: number) => formatNumber(value, { language, digits })
  const from = moved.reduce((least, { position }) => Math.min(least, position), Number.POSITIVE_INFINITY)
  const to = moved.reduce((most, { position }) => Math.max(most, position), 0)
  return (
    <>
      {seats} {who.join(t('calibration.comma'))}.{' '}
      {single && moved.length > 0 && (
        <span className="text-ink-2">
          {t('calibration.whatIf.who', {
            places: from === to ? shown(from) : t('calibration.whatIf.places', { from, to }),
          })}
        </span>
      )}
    </>
  )
}

function sharesOf({ policy }: Workbench): Shares | null {
  return policy.shares && (Object.fromEntries(policy.shares.map(({ rank, share }) => [rank, share])) as Shares)
}

/** Ten points to either side of the share in force, within what «good» can give or take. */
function rangeOf(shares: Shares, rank: Tried): { readonly min: number; readonly max: number } {
  const width = 1_000
  const min = Math.max(0, shares[rank] - width)
  let max = Math.min(10_000, shares[rank] + width)
  while (max > shares[rank] && !sharesWith(shares, rank, max)) max -= 50
  return { min, max: Math.max(max, min + 50) }
}
