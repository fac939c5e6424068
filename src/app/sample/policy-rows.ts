import type { PolicyKey, PolicyValues } from '../../features/policies/domain/catalogue.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import { addDays } from '../../shared/dates.ts'
import { boundsOf, type Period, periodOf } from '../../shared/period.ts'
import { nthWorkingDay, workingDaysBetween } from '../../shared/working-days.ts'
import { addRow, type Rows } from './copy.ts'
import { at, type Holiday, type SampleDays } from './working-calendar.ts'

/** The running cycle of the sample and how long people have to write their documents. */
export type SampleCycle = {
  readonly period: Period
  readonly startsOn: string
  readonly endsOn: string
  readonly planDueOn: string
  /** Working days of the plan's window: longer than by default when the sample's day lies late in the cycle. */
  readonly planDays: number
}

/** The quarter of the sample's day. Writing stays open for a few days more, so that there is something to try. */
export function runningCycle({ date, calendar, ahead }: SampleDays): SampleCycle {
  const period = periodOf('quarter', date)
  const { startsOn, endsOn } = boundsOf(period)
  const usual = nthWorkingDay(startsOn, catalogue.clocks.default.plan, calendar)
  const soon = ahead(3)
  const planDueOn = soon > endsOn ? endsOn : soon > usual ? soon : usual
  const planDays = workingDaysBetween(addDays(startsOn, -1), planDueOn, calendar)
  return { period, startsOn, endsOn, planDueOn, planDays }
}

type Request = {
  readonly days: SampleDays
  readonly cycle: SampleCycle
  readonly holidays: readonly Holiday[]
  /** Who decided: an employee. */
  readonly by: string
  readonly ids: () => string
}

type Setting<K extends PolicyKey> = {
  readonly key: K
  readonly value: PolicyValues[K]
  readonly version: number
  readonly reason: string
  readonly source: string
  readonly setAt: Date
}

/** Holidays of three years, and the policies that the entity has set: one of them changed since. */
export function addPolicies(rows: Rows, { days, cycle, holidays, by, ids }: Request): void {
  for (const holiday of holidays) {
    addRow(rows, 'holidays', {
      id: ids(),
      starts_on: holiday.startsOn,
      ends_on: holiday.endsOn,
      name_ar: holiday.nameAr,
      name_en: holiday.nameEn,
    })
  }
  const year = Number(days.date.slice(0, 4))
  const set = <K extends PolicyKey>({ key, value, version, reason, source, setAt }: Setting<K>) =>
    addRow(rows, 'policy_values', {
      id: ids(),
      key,
      year,
      version,
      value: JSON.stringify(value),
      reason,
      source,
      set_by: by,
      set_at: setAt,
    })
  const december = at(`${year - 1}-12-15`, '11:10')
  const limits = catalogue['document.limits'].default
  set({
    key: 'cycle.kind',
    value: 'quarter',
    version: 1,
    reason: 'الدورة الربع سنوية هي الخيار الأفضل بحسب الدليل.',
    source: `تعميم رقم 7 لسنة ${year - 1}`,
    setAt: december,
  })
  set({
    key: 'document.limits',
    value: limits,
    version: 1,
    reason: 'اعتماد الحدود الاسترشادية كما وردت.',
    source: `تعميم رقم 7 لسنة ${year - 1}`,
    setAt: december,
  })
  set({
    key: 'document.limits',
    value: { ...limits, routineMax: 50 },
    version: 2,
    reason: 'خفض حصة الأعمال الروتينية لزيادة الارتباط بالخطة السنوية.',
    source: `محضر لجنة مراجعة تقييم الأداء رقم 2 لسنة ${year}`,
    setAt: at(later(days.ago(40), `${year - 1}-12-20`), '13:25'),
  })
  if (cycle.planDays > catalogue.clocks.default.plan) {
    set({
      key: 'clocks',
      value: { ...catalogue.clocks.default, plan: Math.min(60, cycle.planDays) },
      version: 1,
      reason: 'تمديد فترة إعداد وثائق الأداء في الدورة الجارية.',
      source: `تعميم رقم 19 لسنة ${year}`,
      setAt: at(days.ago(4), '09:40'),
    })
  }
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
