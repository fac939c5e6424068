import { ArrowDown, ArrowUp, Circle, CircleDot, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '../../../../ui/cx.ts'
import { useText } from '../../../../ui/i18n.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Workbench } from '../../schema.ts'
import { rankName } from './rank-name.ts'

type ModeOutcome = NonNullable<Workbench['total']>['modes'][number]

const order = ['raise_only', 'full_curve', 'advisory'] as const

type ModeComparisonProps = { readonly workbench: Workbench; readonly modes: readonly ModeOutcome[] }

/** The same frozen people under each of the three modes; the one in force is tinted (AMB-13). */
export function ModeComparison({ workbench, modes }: ModeComparisonProps) {
  const text = useText()
  const { t } = text
  const { policy, year } = workbench
  const outcomes = order.flatMap((mode) => modes.find((one) => one.mode === mode) ?? [])
  const rows: readonly { id: string; name: ReactNode; value: (one: ModeOutcome) => number; tone?: 'move' }[] = [
    { id: 'weak', name: rankName(text, 'weak'), value: (one) => one.counts.weak },
    { id: 'average', name: rankName(text, 'average'), value: (one) => one.counts.average },
    { id: 'good', name: rankName(text, 'good'), value: (one) => one.counts.good },
    { id: 'very_good', name: t('calibration.veryGoodUp'), value: (one) => one.counts.very_good },
    {
      id: 'raised',
      name: (
        <Status icon={ArrowUp} tone="accent">
          {t('calibration.modes.raised')}
        </Status>
      ),
      value: (one) => one.raised,
      tone: 'move',
    },
    {
      id: 'lowered',
      name: (
        <Status icon={ArrowDown} tone="red">
          {t('calibration.modes.lowered')}
        </Status>
      ),
      value: (one) => one.lowered,
      tone: 'move',
    },
  ]
  const inForce = (one: ModeOutcome) => one.mode === policy.mode
  return (
    <Section title={t('calibration.modes.title')}>
      <table aria-label={t('calibration.modes.label')} className="w-full border-separate border-spacing-0 text-sm">
        <thead>
          <tr>
            <td />
            {outcomes.map((one) => (
              <th
                key={one.mode}
                scope="col"
                className={cx(
                  'border px-1.5 py-1.5 text-start align-top font-medium',
                  inForce(one)
                    ? 'rounded-t-md border-b-0 border-accent bg-accent-soft text-accent-text'
                    : 'border-transparent',
                )}
              >
                <span className="flex items-center gap-1">
                  <Icon
                    icon={inForce(one) ? CircleDot : Circle}
                    size={15}
                    label={t(inForce(one) ? 'calibration.modes.inForce' : 'calibration.modes.notInForce')}
                    className={inForce(one) ? '' : 'text-ink-3'}
                  />
                  <span className="min-w-0">{t(`calibration.modes.${one.mode}`)}</span>
                </span>
                <span className="mt-0.5 block text-xs font-regular text-ink-3">
                  {t(`calibration.modes.what.${one.mode}`)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.id}>
              <th scope="row" className="border-t border-line py-1 pe-2 text-start font-regular text-ink-2">
                {row.name}
              </th>
              {outcomes.map((one) => (
                <td
                  key={one.mode}
                  className={cx(
                    'border-t py-1 text-center',
                    row.tone === 'move' ? '' : 'font-semibold',
                    row.id === 'lowered' && row.value(one) > 0 && 'font-semibold text-red-text',
                    inForce(one)
                      ? cx(
                          'border-x border-x-accent border-t-accent-line bg-accent-soft',
                          at === rows.length - 1 && 'rounded-b-md border-b border-b-accent',
                        )
                      : 'border-t-line',
                  )}
                >
                  <Num>{row.value(one)}</Num>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 flex items-start gap-1.5 text-xs text-ink-3">
        <Icon icon={Info} size={14} className="mt-0.5" />
        <span>
          {t('calibration.modes.note', { year, source: policy.source })}
          {!policy.official && ` (${t('calibration.modes.notOfficial')})`}
        </span>
      </p>
    </Section>
  )
}
