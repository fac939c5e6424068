import { reviewDays } from '../../features/low-performance/domain/plan.ts'
import { catalogue } from '../../features/policies/domain/catalogue.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import { addDays } from '../../shared/dates.ts'
import { addWorkingDays, type Calendar } from '../../shared/working-days.ts'
import { addRow, type Rows } from './copy.ts'
import type { Frozen } from './freeze.ts'
import type { Person } from './people.ts'
import { at } from './working-calendar.ts'
import { actorOf, type YearRequest } from './year-rows.ts'

type Told = {
  readonly employee: string
  readonly supervisor: string
  readonly causes: readonly (readonly [cause: 'workload' | 'tools' | 'unclear_objectives' | 'skills', note: string])[]
  readonly study: string
  readonly aim: string
  readonly measures: readonly (readonly [
    kind: 'training' | 'coaching' | 'workload' | 'tools' | 'objectives',
    what: string,
  ])[]
  readonly reviews: readonly (readonly [progress: 'on_track' | 'slow', record: string])[]
  readonly outcome: 'improved' | 'partly'
  readonly reason: string
}

const stories: readonly Told[] = [
  {
    employee: 'انتقلت إلى عمل جديد في بداية السنة دون تدريب على أدواته، وتأخر وصول صلاحيات الأنظمة.',
    supervisor: 'الجهد ظاهر، والمشكلة في الأدوات وفي غموض بعض المستهدفات.',
    causes: [
      ['tools', 'تأخر صلاحيات الأنظمة ثلاثة أشهر.'],
      ['skills', 'لم يُعقد التدريب المقرر عند النقل.'],
    ],
    study:
      'دُرست وثائق الدورات الأربع وأدلتها، واستُمع إلى الموظف والمسؤول المباشر. السبب الغالب نقص التأهيل والأدوات لا ضعف الجهد.',
    aim: 'بلوغ مستوى «يحقق التوقعات» في النتائج الرئيسية للربعين الثاني والثالث.',
    measures: [
      ['training', 'برنامج تدريبي على أدوات العمل مدته ثلاثة أسابيع.'],
      ['coaching', 'جلسة أسبوعية مع موظف خبير في القسم نفسه.'],
      ['tools', 'استكمال صلاحيات الأنظمة خلال أسبوعين.'],
    ],
    reviews: [
      ['slow', 'بدأ التدريب متأخرًا أسبوعًا، والصلاحيات اكتملت.'],
      ['on_track', 'انتهى التدريب، وأُنجزت نتيجتان رئيسيتان في موعدهما.'],
      ['on_track', 'تحقق مستهدف الربع في ثلاث نتائج من أربع.'],
      ['on_track', 'استقر الأداء، ولا حاجة إلى جلسات إضافية.'],
    ],
    outcome: 'improved',
    reason: 'بلغت نتائج الربعين مستوى «يحقق التوقعات»، وأُغلقت الخطة بأثرها المطلوب.',
  },
  {
    employee: 'تراكمت التكليفات الطارئة على حساب النتائج المتفق عليها.',
    supervisor: 'التكليفات حقيقية، لكن الأولويات لم تُراجع في وقتها.',
    causes: [
      ['workload', 'تكليفات خارج الوثيقة بلا تعديل في الأوزان.'],
      ['unclear_objectives', 'مستهدفان صيغا بما لا يمكن قياسه.'],
    ],
    study:
      'تبيّن من المقارنة بين الدورات أن النتائج المتأخرة كلها مما لم يُتفق على أولويته، وأن الوثيقة لم تُعدَّل عند تغيّر العمل.',
    aim: 'إعادة ضبط الأولويات والمستهدفات، وبلوغ 90 من 100 في دورتين متتاليتين.',
    measures: [
      ['workload', 'حصر التكليفات الطارئة وتوزيعها على الفريق.'],
      ['objectives', 'إعادة صياغة المستهدفات مع المسؤول المباشر.'],
    ],
    reviews: [
      ['on_track', 'أُعيدت صياغة المستهدفات واعتُمدت.'],
      ['slow', 'استمرت تكليفات طارئة لم تُحصر.'],
      ['on_track', 'اكتمل الحصر، وارتفعت نتيجة الدورة إلى 86.'],
    ],
    outcome: 'partly',
    reason: 'ارتفعت النتيجة دون بلوغ المستوى المطلوب كاملًا، وتُستكمل المتابعة في وثيقة الأداء.',
  },
]

const reviewEvery = catalogue['low_performance.plan'].default.reviewEveryDays

type Request = YearRequest & { readonly committee: readonly Person[]; readonly calendar: Calendar }

/** Whoever is weak is helped: causes studied, a plan of support followed for months, and its end (AMB-33). */
export function addLowPerformance(rows: Rows, audit: AuditEvent[], request: Request, weak: readonly Frozen[]): void {
  const { committee } = request
  for (const [index, frozen] of weak.entries()) {
    const story = stories[index % stories.length]
    const member = committee.find((one) => one.id !== frozen.person.id && one.id !== frozen.supervisor.id)
    if (story && member) addCase(rows, audit, request, { frozen, story, member, number: index + 1 })
  }
}

type One = {
  readonly frozen: Frozen
  readonly story: Told
  readonly member: Person
  readonly number: number
}

function addCase(rows: Rows, audit: AuditEvent[], request: Request, { frozen, story, member, number }: One): void {
  const { year, days, calendar, ids } = request
  const { person, supervisor } = frozen
  const day = (count: number) => addWorkingDays(days.publishedOn, count, calendar)
  const workday = (date: string) => addWorkingDays(addDays(date, -1), 1, calendar)
  const openedAt = at(days.publishedOn, '08:30')
  const startsOn = `${year + 1}-04-06`
  const endsOn = addDays(startsOn, reviewEvery * story.reviews.length)
  const closedAt = at(workday(addDays(endsOn, 3)), '11:30')
  const id = ids()
  addRow(rows, 'low_performance_cases', {
    id,
    year,
    employee_id: person.id,
    number,
    status: 'closed',
    status_since: closedAt,
    version: 12,
    opened_at: openedAt,
    employee_words: story.employee,
    employee_words_at: at(day(4), '09:40'),
    supervisor_words: story.supervisor,
    supervisor_words_at: at(day(6), '12:10'),
    supervisor_words_by: supervisor.id,
    study: story.study,
    studied_by: member.id,
    studied_at: at(day(12), '11:00'),
    plan_starts_on: startsOn,
    plan_ends_on: endsOn,
    plan_aim: story.aim,
    planned_by: member.id,
    planned_at: at(day(18), '10:30'),
    outcome: story.outcome,
    outcome_reason: story.reason,
    closed_by: member.id,
    closed_at: closedAt,
  })
  for (const [cause, note] of story.causes) addRow(rows, 'low_performance_causes', { case_id: id, cause, note })
  for (const [index, [kind, measure]] of story.measures.entries()) {
    const dueOn = addDays(startsOn, 20 + index * 30)
    addRow(rows, 'low_performance_measures', {
      id: ids(),
      case_id: id,
      position: index + 1,
      kind,
      measure,
      owner_id: supervisor.id,
      due_on: dueOn,
      status: 'done',
      settled_at: at(workday(dueOn), '09:20'),
      settled_by: supervisor.id,
    })
  }
  const reviewedOn = reviewDays({ startsOn, endsOn, measures: [] }, reviewEvery)
  for (const [index, [progress, record]] of story.reviews.entries()) {
    const dueOn = reviewedOn[index] ?? endsOn
    addRow(rows, 'low_performance_reviews', {
      id: ids(),
      case_id: id,
      due_on: dueOn,
      progress,
      record,
      recorded_by: member.id,
      recorded_at: at(workday(dueOn), '12:40'),
    })
  }
  addRow(rows, 'low_performance_answers', {
    id: ids(),
    case_id: id,
    body: 'أوافق على الخطة وعلى مواعيد المتابعة.',
    at: at(day(19), '09:05'),
  })
  const tell = (action: string, by: Person | null, when: Date, rest: Pick<AuditEvent, 'after' | 'reason'>) =>
    audit.push({
      actor: by && actorOf(by),
      action: `low_performance.${action}`,
      subject: { type: 'low_performance_case', id },
      at: when,
      ...rest,
    })
  tell('open', null, openedAt, { after: { year, number } })
  tell('plan', member, at(day(18), '10:30'), { after: { startsOn, endsOn } })
  tell('close', member, closedAt, { after: { outcome: story.outcome }, reason: story.reason })
}
