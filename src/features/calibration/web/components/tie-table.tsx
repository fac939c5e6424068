import { ArrowUp, Minus } from 'lucide-react'
import { useText } from '../../../../ui/i18n.ts'
import { Num } from '../../../../ui/num.tsx'
import { Section } from '../../../../ui/section.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { CaseView } from '../../schema.ts'

type Tie = NonNullable<CaseView['tie']>
type Tied = Tie['people'][number]

/** Equals at the last seat, in the order that the tie-breakers propose (H5). */
export function TieTable({ tie, here }: { readonly tie: Tie; readonly here: string }) {
  const { t, pick } = useText()
  return (
    <Section ruled level={3} title={t('calibration.case.tie')}>
      <p className="mb-2 text-xs text-ink-3">
        {t('calibration.case.tieNote', { seats: tie.seats, beyond: tie.beyond })}
      </p>
      <ol className="flex flex-col text-sm">
        {tie.people.map((person) => (
          <li key={person.employee.id} className="border-t border-line py-1.5 first:border-t-0">
            <span className="flex items-baseline justify-between gap-3">
              <span className={person.employee.id === here ? 'font-semibold' : ''}>
                <Num>{person.position}</Num> {pick(person.employee.name)}
              </span>
              {person.up ? (
                <Status icon={ArrowUp} tone="accent" className="whitespace-nowrap">
                  {t('calibration.case.tieUp')}
                </Status>
              ) : (
                <Status icon={Minus} className="whitespace-nowrap">
                  {t('calibration.case.tieDown')}
                </Status>
              )}
            </span>
            <span className="block text-xs text-ink-3">
              <Breakers of={person} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Weight of the plan in percent, then the cycles' results: the one that decided stands in ink. */
function Breakers({ of: { by, planWeight, lowestCycle, lastCycle } }: { readonly of: Tied }) {
  const { t } = useText()
  const values = [
    { name: 'plan_weight', value: planWeight === null ? null : planWeight / 1_000_000 },
    { name: 'lowest_cycle', value: lowestCycle === null ? null : lowestCycle / 1e10 },
    { name: 'last_cycle', value: lastCycle === null ? null : lastCycle / 1e10 },
  ] as const
  return (
    <>
      {values.map((one, at) => (
        <span key={one.name} className={by === one.name ? 'font-medium text-ink' : ''}>
          {at > 0 && t('calibration.between')}
          {t(`calibration.case.tieBy.${one.name}`)} {one.value === null ? '—' : <Num>{one.value}</Num>}
        </span>
      ))}
      {by === null && (
        <>
          {t('calibration.between')}
          {t('calibration.case.tieEqual')}
        </>
      )}
    </>
  )
}
