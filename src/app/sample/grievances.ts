import { deadlines } from '../../features/grievances/domain/deadlines.ts'
import type { Ground, Outcome } from '../../features/grievances/domain/grievance.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import type { Rank } from '../../shared/ranks.ts'
import type { ReasonCode } from '../../shared/reasons.ts'
import { addWorkingDays, type Calendar } from '../../shared/working-days.ts'
import { addRow, type Rows } from './copy.ts'
import { evidenceFile, storeFile } from './evidence-files.ts'
import type { Frozen } from './freeze.ts'
import type { Person } from './people.ts'
import { at } from './working-calendar.ts'
import { actorOf, addChange, type YearRequest } from './year-rows.ts'

type Told = {
  readonly outcome: Exclude<Outcome, 'partly'>
  readonly ground: Ground
  readonly request: string
  readonly statement: string
  readonly admission: string
  readonly hearing: string
  readonly finding: string
  readonly code: ReasonCode
  readonly reasoning: string
}

const stories: readonly Told[] = [
  {
    outcome: 'upheld',
    ground: 'evidence',
    request: 'إعادة النظر في التقدير السنوي في ضوء أدلة أُرفقت في موعدها ولم يُشر إليها في القرار.',
    statement:
      'أُرفقت مع التقييم الذاتي محاضر موقعة تثبت أعمالًا خارج وثيقة الأداء، ولم يرد ذكرها في سبب القرار، مع أن رأي المسؤول المباشر بُني عليها.',
    admission: 'قُدم التظلم في موعده، وله سبب محدد يجوز النظر فيه.',
    hearing: 'استُمع إلى الموظف والمسؤول المباشر كلٌّ على حدة، واطُّلع على المحاضر الأصلية وتواريخ رفعها.',
    finding: 'ثبت أن المحاضر رُفعت قبل إغلاق الدورة، وأن محضر الجلسة لم يتضمن مناقشتها.',
    code: 'GRV-02',
    reasoning:
      'ثبت أن أدلة مرفقة في موعدها لم تُناقش عند نظر الحالة، وهي تؤيد رأي المسؤول المباشر. وعليه يُرفع التقدير درجة واحدة بمقعد مضاف، ولا يتأثر تقدير أي موظف آخر.',
  },
  {
    outcome: 'rejected',
    ground: 'calibration_reason',
    request: 'بيان سبب عدم الأخذ برأي المسؤول المباشر، ورفع التقدير وفقه.',
    statement: 'لم يتضح من السبب المذكور كيف قورنت الحالة بالحالات المماثلة في التقسيمات الأخرى.',
    admission: 'قُدم التظلم في موعده، ويتعلق بتسبيب القرار.',
    hearing: 'عُرضت على الموظف طريقة ترتيب النتائج والحالات المماثلة دون أسماء، وأُتيح له التعقيب.',
    finding: 'السبب مكتوب ومحدد، ويتفق مع ما تقرر في الحالات المماثلة.',
    code: 'GRV-08',
    reasoning:
      'قرار اللجنة مسبَّب، والحالات التي ذُكرت للمقارنة مُنحت التقدير نفسه. ولم يُقدَّم ما يثبت خلاف ذلك، فيبقى التقدير كما هو.',
  },
]

export type Complaint = { readonly frozen: Frozen; readonly final: Rank; readonly asked: Rank }
type Request = YearRequest & { readonly panel: readonly Person[]; readonly calendar: Calendar }

/**
 * Grievances of a published year, heard by three who had no part in the result: one succeeds, one does not. Answers the
 * ranks that a decision has changed, each by a seat beyond the quotas (AMB-31, 32).
 */
export function addGrievances(
  rows: Rows,
  audit: AuditEvent[],
  request: Request,
  complaints: readonly Complaint[],
): Map<string, Rank> {
  const changed = new Map<string, Rank>()
  const { panel } = request
  const heard = complaints.filter(({ frozen }) => panel.every((member) => !isRelated(member, frozen.person)))
  for (const [index, story] of stories.entries()) {
    const complaint = heard[index]
    if (!complaint || panel.length < 3) break
    const to = story.outcome === 'upheld' ? complaint.asked : null
    if (to) changed.set(complaint.frozen.person.id, to)
    addGrievance(rows, audit, request, { complaint, story, to, number: index + 1 })
  }
  return changed
}

type One = {
  readonly complaint: Complaint
  readonly story: Told
  readonly to: Rank | null
  readonly number: number
}

function addGrievance(rows: Rows, audit: AuditEvent[], request: Request, { complaint, story, to, number }: One): void {
  const { year, days, panel, calendar, ids, random } = request
  const { frozen, final } = complaint
  const { person } = frozen
  const [chair] = panel
  if (!chair) return
  const day = (count: number) => addWorkingDays(days.publishedOn, count, calendar)
  const filedOn = day(5 + number * 2)
  const after = (count: number, time: string) => at(addWorkingDays(filedOn, count, calendar), time)
  const filedAt = at(filedOn, '10:40')
  const [acknowledgedAt, admittedAt, seatedAt] = [after(1, '09:10'), after(2, '11:20'), after(3, '12:00')]
  const [hearingAt, decidedAt, receivedAt] = [after(8, '10:00'), after(14, '12:30'), after(15, '08:25')]
  const { acknowledgeBy, decideBy } = deadlines(
    { filedOn, periods: catalogue['grievance.periods'].default },
    { addWorkingDays: (from, count) => addWorkingDays(from, count, calendar) },
  )
  const id = ids()
  addRow(rows, 'grievances', {
    id,
    year,
    employee_id: person.id,
    number,
    status: 'notified',
    status_since: receivedAt,
    version: 14,
    request: story.request,
    created_at: at(day(4), '13:15'),
    updated_at: receivedAt,
    filed_at: filedAt,
    acknowledge_by: acknowledgeBy,
    decide_by: decideBy,
    acknowledged_at: acknowledgedAt,
    acknowledged_by: chair.id,
    admission_reason: story.admission,
    admitted_by: chair.id,
    admitted_at: admittedAt,
    outcome: story.outcome,
    reason_code: story.code,
    reasoning: story.reasoning,
    from_rank: final,
    to_rank: to,
    decided_by: chair.id,
    decided_as: 'panel',
    decided_at: decidedAt,
    received_at: receivedAt,
  })
  addRow(rows, 'grievance_grounds', {
    grievance_id: id,
    ground: story.ground,
    statement: story.statement,
    accepted: story.outcome === 'upheld',
    finding: story.finding,
  })
  const file = evidenceFile(random.fork(`grievance ${number}`), `تظلم رقم ${number} لسنة ${year}`)
  addRow(rows, 'grievance_files', {
    grievance_id: id,
    ground: story.ground,
    file_id: storeFile(rows, { file, by: person.id, at: at(filedOn, '10:20'), ids }),
    added_at: at(filedOn, '10:20'),
  })
  for (const [index, member] of panel.entries()) {
    addRow(rows, 'grievance_panel', {
      grievance_id: id,
      member_id: member.id,
      employee_id: person.id,
      chairs: index === 0,
      seated_at: seatedAt,
      seated_by: chair.id,
      opinion: story.outcome,
      note: index === 0 ? story.finding : '',
      opined_at: after(13, `11:${10 + index * 12}`),
    })
  }
  addRow(rows, 'grievance_hearings', {
    id: ids(),
    grievance_id: id,
    held_at: hearingAt,
    mode: 'in_person',
    attendance: `أعضاء اللجنة الثلاثة، و${person.name.ar}.`,
    record: story.hearing,
    recorded_by: chair.id,
    recorded_at: after(8, '13:20'),
  })
  const tell = (action: string, by: Person, when: Date, rest: Pick<AuditEvent, 'after' | 'reason'>) =>
    audit.push({
      actor: actorOf(by),
      action: `grievances.${action}`,
      subject: { type: 'grievance', id },
      at: when,
      ...rest,
    })
  tell('file', person, filedAt, { after: { status: 'draft' } })
  tell('admit', chair, admittedAt, { after: { status: 'acknowledged' }, reason: story.admission })
  tell('decide', chair, decidedAt, { after: { outcome: story.outcome, rank: to }, reason: story.reasoning })
  tell('receive', person, receivedAt, { after: { status: 'decided' } })
  if (!to) return
  addChange(rows, audit, request, {
    year,
    frozen,
    stage: 'grievance',
    from: final,
    decision: { to, code: story.code, text: story.reasoning },
    by: chair,
    sourceId: id,
    at: decidedAt,
  })
}

/** In each other's line: neither judges the other (AMB-30). */
function isRelated(member: Person, person: Person): boolean {
  return isAbove(member, person) || isAbove(person, member)
}

function isAbove(one: Person, other: Person): boolean {
  for (let next: Person | null = other; next; next = next.supervisor) if (next.id === one.id) return true
  return false
}
