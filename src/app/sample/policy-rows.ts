import type { PolicyKey, PolicyValues } from '../../features/policies/domain/catalogue.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import { proposalItem } from '../../features/policies/public.ts'
import { titleOf } from '../../features/policies/usecases/titles.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import { boundsOf, type Period, periodOf } from '../../shared/period.ts'
import { nthWorkingDay } from '../../shared/working-days.ts'
import { addRow, type Rows } from './copy.ts'
import { decidedMode } from './freeze.ts'
import type { Person } from './people.ts'
import { at, type Holiday, type SampleDays } from './working-calendar.ts'
import { circular, policyShares } from './year-rows.ts'

/** The running cycle of the sample: opened so lately that people are still writing, whatever the day. */
export type SampleCycle = {
  readonly period: Period
  readonly startsOn: string
  readonly endsOn: string
  readonly openedOn: string
  readonly planDueOn: string
}

/** Working days for writing a document, set by the entity in place of the usual fifteen. */
const planDays = 20
const openedBefore = 17

/** The quarter of the sample's day. Opened late, its days for writing count from the opening, as in the product. */
export function runningCycle({ date, calendar, ago }: SampleDays): SampleCycle {
  const period = periodOf('quarter', date)
  const { startsOn, endsOn } = boundsOf(period)
  const openedOn = ago(openedBefore)
  const due = nthWorkingDay(openedOn > startsOn ? openedOn : startsOn, planDays, calendar)
  return { period, startsOn, endsOn, openedOn, planDueOn: due > endsOn ? endsOn : due }
}

/** The clocks of the running year, after the one change that the entity has made. */
export const sampleClocks = { ...catalogue.clocks.default, plan: planDays }

type Request = {
  readonly days: SampleDays
  readonly holidays: readonly Holiday[]
  /** Who decided. */
  readonly by: Person
  /** Who decides the distribution of a year, and who confirms it. */
  readonly curve: readonly [head: Person, confirmer: Person]
  readonly ids: () => string
}

type Setting<K extends PolicyKey> = {
  readonly key: K
  readonly value: PolicyValues[K]
  readonly version: number
  readonly reason: string
  readonly source: string
  readonly setAt: Date
  /** Null for the running year. */
  readonly year?: number
  /** Who decides and who confirms, where a value decides grades. */
  readonly pair?: readonly [Person, Person]
}

/** Holidays of three years, and the policies that the entity has set: one of them changed since. */
export function addPolicies(rows: Rows, audit: AuditEvent[], { days, holidays, by, curve, ids }: Request): void {
  for (const holiday of holidays) {
    addRow(rows, 'holidays', {
      id: ids(),
      starts_on: holiday.startsOn,
      ends_on: holiday.endsOn,
      name_ar: holiday.nameAr,
      name_en: holiday.nameEn,
    })
  }
  const running = Number(days.date.slice(0, 4))
  const year = running
  const set = <K extends PolicyKey>(setting: Setting<K>) => {
    const { key, value, version, reason, source, setAt, year = running, pair } = setting
    const [setter, confirmer] = pair ?? [by, null]
    addRow(rows, 'policy_values', {
      id: ids(),
      key,
      year,
      version,
      value: JSON.stringify(value),
      reason,
      source,
      set_by: setter.id,
      set_at: setAt,
      status: 'in_force',
      decides_grades: confirmer !== null,
      confirmed_by: confirmer?.id ?? null,
      confirmed_at: confirmer && new Date(setAt.getTime() + 86_400_000),
    })
    audit.push({
      actor: { identityId: setter.identityId, employeeId: setter.id },
      action: confirmer ? 'policies.propose' : 'policies.set',
      subject: { type: 'policy', id: `${key}/${year}` },
      after: { value, version, source },
      reason,
      at: setAt,
    })
  }
  for (const one of [running - 2, running - 1]) {
    const decided = { year: one, version: 1, source: circular(one), setAt: at(`${one}-11-17`, '09:40'), pair: curve }
    const reason = 'حصص التقديرات السنوية كما وردت في التعميم.'
    set({ key: 'curve.shares', value: policyShares, reason, ...decided })
    set({ key: 'curve.mode', value: decidedMode, reason: 'الرفع فقط: لا يُخفَّض أحد بالمنحنى.', ...decided })
  }
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
    key: 'clocks',
    value: catalogue.clocks.default,
    version: 1,
    reason: 'اعتماد المدد الافتراضية في بداية العام.',
    source: `تعميم رقم 7 لسنة ${year - 1}`,
    setAt: december,
  })
  set({
    key: 'clocks',
    value: sampleClocks,
    version: 2,
    reason: 'تمديد إعداد وثائق الأداء إلى عشرين يوم عمل بناءً على ملاحظات التقسيمات التنظيمية.',
    source: `محضر لجنة مراجعة تقييم الأداء رقم 2 لسنة ${year}`,
    setAt: at(later(days.ago(openedBefore + 4), `${year - 1}-12-20`), '13:25'),
  })
}

type Proposal = {
  readonly days: SampleDays
  /** Who proposes. */
  readonly by: Person
  /** Before whom it lies. */
  readonly confirmers: readonly Person[]
  readonly ids: () => string
}

/** A value for the coming year that waits for a second person, since two working days. */
export function addProposal(rows: Rows, audit: AuditEvent[], { days, by, confirmers, ids }: Proposal): void {
  const key = 'result.coverage_share'
  const year = Number(days.date.slice(0, 4)) + 1
  const [id, value] = [ids(), 60]
  const reason = 'ربع السنة أقصر من أن يُقيَّم بوثيقة لا تغطي أكثر من نصفه بقليل.'
  const openedAt = at(days.ago(2), '10:20')
  addRow(rows, 'policy_values', {
    id,
    key,
    year,
    version: 1,
    value: JSON.stringify(value),
    reason,
    set_by: by.id,
    set_at: openedAt,
    status: 'proposed',
    decides_grades: true,
  })
  for (const confirmer of confirmers) {
    addRow(rows, 'work_items', {
      id: ids(),
      kind: proposalItem.kind,
      subject_type: proposalItem.subject,
      subject_id: id,
      assignee_id: confirmer.id,
      params: JSON.stringify({ title: titleOf(key), year, by: by.name }),
      opened_at: openedAt,
      due_on: days.ago(-3),
      escalation: 0,
    })
  }
  audit.push({
    actor: { identityId: by.identityId, employeeId: by.id },
    action: 'policies.propose',
    subject: { type: 'policy', id: `${key}/${year}` },
    before: { value: catalogue[key].default, version: 0, supersedes: null },
    after: { value, version: 1, source: null },
    reason,
    at: openedAt,
  })
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
