import type { Name } from './vocabulary.ts'

/** An actor of the planning calendar: a role that some division plays, or an addressee outside (AMB-58). */
export type GuideActor = {
  readonly id: string
  readonly name: Name
  /** External bodies are addressees and have no division (decisions H12). */
  readonly scope: 'internal' | 'external'
  /** Whether the calendar can start only once a division plays it. The rest follow from the organization itself. */
  readonly needsDivision: boolean
}

const played = (id: string, ar: string, en: string): GuideActor => ({
  id,
  name: { ar, en },
  scope: 'internal',
  needsDivision: true,
})
const derived = (id: string, ar: string, en: string): GuideActor => ({
  id,
  name: { ar, en },
  scope: 'internal',
  needsDivision: false,
})
const outside = (id: string, ar: string, en: string): GuideActor => ({
  id,
  name: { ar, en },
  scope: 'external',
  needsDivision: false,
})

/** The 19 actors of the annex of the Vision offices' guide. */
export const guideActors: readonly GuideActor[] = [
  played('VISION_OFFICE', 'مكتب متابعة تنفيذ رؤية عُمان 2040', 'Oman Vision 2040 Follow-up Office'),
  played('DG_PLANNING', 'المديرية العامة للتخطيط', 'Directorate General of Planning'),
  played(
    'DG_ADMIN_FIN',
    'المديرية العامة للشؤون الإدارية والمالية',
    'Directorate General of Administrative and Financial Affairs',
  ),
  played('COMMS_MEDIA', 'دائرة التواصل والإعلام', 'Communication and Media Department'),
  played('MINISTER', 'رئيس الوحدة', 'Head of the unit'),
  played('MINISTER_OFFICE', 'مكتب رئيس الوحدة', 'Office of the head of the unit'),
  played('UNDERSECRETARIES', 'أصحاب السعادة الوكلاء', 'Undersecretaries'),
  derived('ADVISORY_COMMITTEE', 'اللجنة الاستشارية', 'Advisory committee'),
  played('IMPLEMENTING_DIVISIONS', 'التقسيمات التنظيمية المنفذة للمشاريع', 'Divisions that implement the projects'),
  derived('DIVISION_HEADS', 'مسؤولو التقسيمات التنظيمية', 'Heads of the divisions'),
  derived('ALL_DIVISIONS', 'كافة التقسيمات التنظيمية', 'All divisions'),
  derived('ALL_STAFF', 'كافة الموظفين', 'All staff'),
  played('SENIOR_MANAGEMENT', 'الإدارة العليا', 'Senior management'),
  outside('VISION_UNIT', 'وحدة متابعة تنفيذ رؤية عُمان 2040', 'Oman Vision 2040 Implementation Follow-up Unit'),
  outside('MIN_ECONOMY', 'وزارة الاقتصاد', 'Ministry of Economy'),
  outside('SG_COUNCIL_MINISTERS', 'الأمانة العامة لمجلس الوزراء', 'Secretariat General of the Council of Ministers'),
  outside('GOV_PERF_UNIT', 'وحدة قياس أداء المؤسسات الحكومية', 'Government Institutions Performance Measurement Unit'),
  outside('EJADA_CENTRAL_TEAM', 'الفريق المركزي للمنظومة', 'Central team of the system'),
  outside('CONCERNED_ENTITIES', 'الجهات المعنية', 'Entities concerned'),
]

export function guideActor(id: string): GuideActor | null {
  return guideActors.find((actor) => actor.id === id) ?? null
}
