import type { Condition } from '../../features/excellence/domain/nomination.ts'
import type { AuditEvent } from '../../platform/audit/record.ts'
import { addRow, type Rows } from './copy.ts'
import { evidenceFile, storeFile } from './evidence-files.ts'
import type { Frozen } from './freeze.ts'
import { at } from './working-calendar.ts'
import { actorOf, type YearRequest } from './year-rows.ts'

const claims: readonly (readonly [Condition, string])[] = [
  ['works', 'أعدّ دليلًا موحدًا لاستقبال الطلبات طُبق في ثلاث دوائر، وانخفض متوسط زمن الإنجاز من تسعة أيام إلى ستة.'],
  ['teams', 'شارك في فريقي توحيد النماذج وتحسين بوابة الخدمات، وقاد فرعيًا محور قياس رضا المتعاملين.'],
  ['beyond_duties', 'درّب أحد عشر زميلًا من قطاعات أخرى على أداة المتابعة خارج أوقات مهامه المعتادة.'],
  ['efficiency', 'أسهم اقتراحه بدمج عقدين للصيانة في خفض كلفة العام بنحو سبعة عشر في المئة.'],
  ['designated', 'عضو فعال في مشروع الأرشفة الموحدة الذي حدده رئيس الوحدة، وسلّم وحدتين من وحداته.'],
]
const request = 'أطلب النظر في ترشيحي: مقترحان طُبقا خلال السنة، ومشاركة في فريقي التحول الرقمي وخدمة المتعاملين.'

/**
 * Two of those whom the curve put at very good, in a year before the committee: one dossier that the committee has to
 * verify, and one request that a supervisor has to answer. The head has designated one project.
 */
export function addNominations(
  rows: Rows,
  audit: AuditEvent[],
  { year, days, offices, random, ids }: YearRequest,
  pool: readonly Frozen[],
): void {
  const committee = new Set(offices.committee.map(({ id }) => id))
  const plain = pool.filter(
    ({ person, supervisor }) => person.level > 4 && !committee.has(person.id) && !committee.has(supervisor.id),
  )
  const [first] = plain
  const second = plain.find((one) => one.supervisor.id !== first?.supervisor.id)
  const project = ids()
  addRow(rows, 'excellence_projects', {
    id: project,
    year,
    title: 'مشروع الأرشفة الموحدة',
    note: 'نقل وثائق الوزارة إلى أرشيف واحد قابل للبحث.',
    designated_by: offices.head.id,
    designated_at: at(days.frozenOn, '11:00'),
  })
  if (first) {
    const id = ids()
    const sentAt = at(days.votesOn, '10:15')
    addRow(rows, 'excellence_nominations', {
      id,
      year,
      employee_id: first.person.id,
      status: 'submitted',
      status_since: sentAt,
      version: 7,
      created_at: at(days.viewsOn, '12:10'),
      updated_at: sentAt,
      nominated_by: first.supervisor.id,
      submitted_at: sentAt,
      applicable: 5,
      needed: 5,
    })
    for (const [condition, words] of claims) {
      const projectId = condition === 'designated' ? project : null
      addRow(rows, 'excellence_claims', { nomination_id: id, condition, words, project_id: projectId })
      const addedAt = at(days.calledOn, '13:20')
      const file = evidenceFile(random.fork(`evidence ${condition}`), String(year))
      const fileId = storeFile(rows, { file, by: first.supervisor.id, at: addedAt, ids })
      addRow(rows, 'excellence_evidence', {
        id: ids(),
        nomination_id: id,
        condition,
        file_id: fileId,
        added_by: first.supervisor.id,
        by_employee: false,
        added_at: addedAt,
      })
    }
    const [chair] = offices.committee
    if (chair) addItem({ id, kind: 'excellence.verify', about: first, to: chair.id, openedAt: sentAt })
    audit.push({
      actor: actorOf(first.supervisor),
      action: 'excellence.submit',
      subject: { type: 'excellence_nomination', id },
      after: { status: 'submitted' },
      at: sentAt,
    })
  }
  if (second) {
    const id = ids()
    const askedAt = at(days.calledOn, '09:05')
    addRow(rows, 'excellence_nominations', {
      id,
      year,
      employee_id: second.person.id,
      status: 'requested',
      status_since: askedAt,
      version: 1,
      created_at: askedAt,
      updated_at: askedAt,
      requested_at: askedAt,
      request,
    })
    addItem({ id, kind: 'excellence.answer', about: second, to: second.supervisor.id, openedAt: askedAt })
    audit.push({
      actor: actorOf(second.person),
      action: 'excellence.request',
      subject: { type: 'excellence_nomination', id },
      after: { year },
      at: askedAt,
    })
  }

  type Item = {
    readonly id: string
    readonly kind: string
    readonly about: Frozen
    readonly to: string
    readonly openedAt: Date
  }

  function addItem({ id, kind, about, to, openedAt }: Item): void {
    addRow(rows, 'work_items', {
      id: ids(),
      kind,
      subject_type: 'excellence_nomination',
      subject_id: id,
      about_id: about.person.id,
      assignee_id: to,
      params: JSON.stringify({ employee: about.person.name, year: String(year) }),
      opened_at: openedAt,
      due_on: days.sittingOn,
      escalation: 0,
    })
  }
}
