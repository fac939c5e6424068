import { type SampleKey, sampleCast } from '../../features/accounts/sample.ts'
import type { AbsenceKind, Body, Capacity, Gender } from '../../features/organization/domain/vocabulary.ts'
import type { SignInRole } from '../../shared/roles.ts'
import type { OrganizationStory } from './organization-rows.ts'
import type { CastMember } from './people.ts'

/** What an entity's people are and do beside their posts. Seats are `division/head` or `division/place`. */
export type EntityStory = {
  readonly cast: Readonly<Record<string, CastMember>>
  readonly organization: OrganizationStory
  /** From and to in working days before (negative: after) the sample's day. */
  readonly absences: readonly {
    readonly seat: string
    readonly kind: AbsenceKind
    readonly from: number
    readonly to: number
    readonly note?: string
  }[]
  readonly delegations: readonly {
    readonly delegator: string
    readonly delegate: string
    readonly from: number
    readonly to: number
    readonly reason: string
    readonly revoked?: number
  }[]
  readonly memberships: readonly {
    readonly seat: string
    readonly body: Body
    readonly capacity: Capacity
    readonly decision?: string
  }[]
  readonly roles: readonly {
    readonly seat: string
    readonly role: Exclude<SignInRole, 'platform_administrator' | 'vision_unit'>
  }[]
  readonly actors: Readonly<Record<string, readonly string[]>>
  /** Who has not signed in yet, and will do so with a code. */
  readonly withoutPassword: readonly string[]
}

function known(key: SampleKey, gender: Gender): CastMember {
  const found = sampleCast.find((member) => member.key === key)
  if (!found) throw new Error(`nobody plays ${key}`)
  return { name: found.name, gender, civilNumber: found.civilNumber }
}

const named = (gender: Gender, ar: string, en: string): CastMember => ({ name: { ar, en }, gender })

export const ministryStory: EntityStory = {
  cast: {
    'MOL/head': known('head', 'male'),
    'MIN/head': { ...known('head_office', 'female'), afterLots: true },
    'ADF/head': { ...known('review_chair', 'male'), afterLots: true },
    'PLN/head': { ...known('review_member', 'female'), afterLots: true },
    'LEG/head': { ...known('grievance_chair', 'male'), afterLots: true },
    'DIG-SVC/head': known('higher_official', 'female'),
    'DIG-SVC-DSN/head': known('supervisor', 'female'),
    'DIG-SVC-DSN/0': known('employee', 'male'),
    'DIG-SVC-DSN/1': named('male', 'سالم بن ناصر الحراصي', 'Salim bin Nasser Al Harrasi'),
    'DIG-SVC-DSN/2': named('female', 'ريم بنت عبدالله الكندية', 'Reem bint Abdullah Al Kindiya'),
    'DIG-SVC-DSN/3': named('female', 'عائشة بنت حمد السيابية', 'Aisha bint Hamad Al Siyabiya'),
    'DIG-SVC-DSN/4': named('male', 'إبراهيم بن راشد المعولي', 'Ibrahim bin Rashid Al Maawali'),
    'DIG-SVC-DSN/5': named('female', 'منال بنت يعقوب الزدجالية', 'Manal bint Yaqoob Al Zadjaliya'),
    'DIG-SVC-DSN/6': named('female', 'هدى بنت سيف الغافرية', 'Huda bint Saif Al Ghafriya'),
    'DIG-SVC-DSN/7': named('male', 'عمر بن سعيد البادي', 'Omar bin Said Al Badi'),
    'DIG-SVC-DSN/8': named('female', 'شمسة بنت علي الكعبية', 'Shamsa bint Ali Al Kaabiya'),
    'DIG-SVC-DEV/head': known('delegate', 'male'),
    'DIG-SVC-CHN/head': named('male', 'خالد بن مبارك البلوشي', 'Khalid bin Mubarak Al Balushi'),
    'ADF-HRD-EJD/head': known('ejada_team', 'female'),
    'ADF-HRD-EJD/0': known('entity_administrator', 'male'),
    'PLN-STR-AOP/0': known('planning', 'female'),
    'AUD/0': known('auditor', 'male'),
  },
  organization: {
    transfers: [
      { seat: 'DIG-SVC-CHN/0', from: 'LAB-PRM-REV', daysAgo: 128 },
      { seat: 'VIS/2', from: 'PLN-STR-AOP', daysAgo: 412 },
      { seat: 'ADF-FIN-BUD/1', from: 'ADF-FIN-PAY', daysAgo: 655 },
    ],
    formerHeads: [{ division: 'EMP-MKT-NAT', now: 'EMP-PLC-MTC/head', daysAgo: 236 }],
    renamed: [
      {
        division: 'DIG',
        kind: 'department',
        ar: 'دائرة تقنية المعلومات',
        en: 'Information Technology Department',
        yearsAgo: 2,
      },
    ],
    leavers: [
      { division: 'LAB-INS-FLD', daysAgo: 140 },
      { division: 'COM-MED', daysAgo: 310 },
      { division: 'ADF-SRV', daysAgo: 75 },
    ],
    joiners: [{ seat: 'EMP-PLC-GUI/1', workingDaysAgo: 7 }],
  },
  absences: [
    { seat: 'DIG-SVC-CHN/head', kind: 'annual_leave', from: 6, to: -8, note: 'إجازة اعتيادية' },
    { seat: 'TRN-STD-QLF/head', kind: 'sick_leave', from: 9, to: -5 },
    { seat: 'LAB-INS-FLD/2', kind: 'maternity_leave', from: 30, to: -20 },
    { seat: 'COM-MED/1', kind: 'annual_leave', from: 2, to: -7 },
    { seat: 'PLN-FUP-IND/0', kind: 'training', from: 1, to: -3, note: 'برنامج تحليل المؤشرات' },
    { seat: 'LEG/1', kind: 'study_leave', from: 200, to: -300 },
    { seat: 'EMP-MKT/head', kind: 'mission', from: 2, to: -6, note: 'مشاركة في اجتماعات العمل الخليجية' },
    { seat: 'DIG-SVC-DSN/5', kind: 'annual_leave', from: 95, to: 84 },
    { seat: 'CIV-PLN-SUC/0', kind: 'annual_leave', from: 70, to: 61 },
  ],
  delegations: [
    {
      delegator: 'DIG-SVC-CHN/head',
      delegate: 'DIG-SVC-DEV/head',
      from: 6,
      to: -8,
      reason: 'إجازة اعتيادية لرئيس القسم',
    },
    { delegator: 'EMP-MKT/head', delegate: 'EMP-PLC/head', from: 2, to: -6, reason: 'مهمة رسمية خارج البلاد' },
    { delegator: 'LEG/head', delegate: 'QUA/head', from: 80, to: 66, reason: 'إجازة اعتيادية', revoked: 70 },
  ],
  memberships: [
    { seat: 'ADF/head', body: 'review', capacity: 'chair', decision: 'قرار وزاري رقم 12' },
    { seat: 'PLN/head', body: 'review', capacity: 'member', decision: 'قرار وزاري رقم 12' },
    { seat: 'VIS/head', body: 'review', capacity: 'member', decision: 'قرار وزاري رقم 12' },
    { seat: 'EMP/head', body: 'review', capacity: 'member', decision: 'قرار وزاري رقم 12' },
    { seat: 'LAB/head', body: 'review', capacity: 'member', decision: 'قرار وزاري رقم 12' },
    { seat: 'ADF-HRD/head', body: 'review', capacity: 'secretary', decision: 'قرار وزاري رقم 12' },
    { seat: 'LEG/head', body: 'grievance', capacity: 'chair', decision: 'قرار وزاري رقم 13' },
    { seat: 'CIV/head', body: 'grievance', capacity: 'member', decision: 'قرار وزاري رقم 13' },
    { seat: 'QUA/head', body: 'grievance', capacity: 'member', decision: 'قرار وزاري رقم 13' },
    { seat: 'ADF-HRD-PER/head', body: 'low_performance', capacity: 'chair', decision: 'قرار وزاري رقم 14' },
    { seat: 'TRN/head', body: 'low_performance', capacity: 'member', decision: 'قرار وزاري رقم 14' },
    { seat: 'ULB/head', body: 'advisory', capacity: 'chair', decision: 'قرار وزاري رقم 4' },
    { seat: 'UHR/head', body: 'advisory', capacity: 'member', decision: 'قرار وزاري رقم 4' },
    { seat: 'PLN/head', body: 'advisory', capacity: 'secretary', decision: 'قرار وزاري رقم 4' },
    { seat: 'MOL/head', body: 'supervisory', capacity: 'chair' },
    { seat: 'VIS/head', body: 'supervisory', capacity: 'secretary' },
    { seat: 'EMP-MKT-RSR/0', body: 'technical', capacity: 'representative' },
    { seat: 'TRN-STD-QLF/0', body: 'technical', capacity: 'representative' },
    { seat: 'DIG-SVC-DSN/6', body: 'technical', capacity: 'representative' },
    { seat: 'COM-MED/0', body: 'media', capacity: 'representative' },
    { seat: 'LAB-INS-OSH/0', body: 'experts', capacity: 'expert' },
  ],
  roles: [
    { seat: 'ADF-HRD-EJD/0', role: 'entity_administrator' },
    { seat: 'ADF-HRD-EJD/head', role: 'ejada_team' },
    { seat: 'ADF-HRD-EJD/1', role: 'ejada_team' },
    { seat: 'PLN/head', role: 'planning' },
    { seat: 'PLN-STR-AOP/head', role: 'planning' },
    { seat: 'PLN-STR-AOP/0', role: 'planning' },
    { seat: 'ADF/head', role: 'finance_administration' },
    { seat: 'ADF-FIN-BUD/head', role: 'finance_administration' },
    { seat: 'COM/head', role: 'communication' },
    { seat: 'COM-MED/0', role: 'communication' },
    { seat: 'VIS/head', role: 'vision_office_director' },
    { seat: 'VIS/0', role: 'vision_office_specialist' },
    { seat: 'VIS/1', role: 'vision_office_specialist' },
    { seat: 'VIS/2', role: 'vision_office_specialist' },
    { seat: 'VIS/3', role: 'vision_office_specialist' },
    { seat: 'MIN/head', role: 'head_office' },
    { seat: 'MIN/0', role: 'head_office' },
    { seat: 'MOL/head', role: 'head' },
    { seat: 'AUD/0', role: 'auditor' },
    { seat: 'AUD/head', role: 'auditor' },
  ],
  actors: {
    VISION_OFFICE: ['VIS'],
    DG_PLANNING: ['PLN'],
    DG_ADMIN_FIN: ['ADF'],
    COMMS_MEDIA: ['COM'],
    MINISTER: ['MOL'],
    MINISTER_OFFICE: ['MIN'],
    UNDERSECRETARIES: ['ULB', 'UHR'],
    IMPLEMENTING_DIVISIONS: ['EMP', 'LAB', 'CIV', 'TRN', 'DIG', 'LEG', 'QUA'],
    SENIOR_MANAGEMENT: ['MOL', 'ULB', 'UHR'],
  },
  withoutPassword: ['EMP-PLC-GUI/1', 'ADF-SRV/2', 'TRN-PRG-ACC/1'],
}

export const authorityStory: EntityStory = {
  cast: { 'AFD/0': known('other_entity', 'female') },
  organization: {
    transfers: [{ seat: 'SVQ-DSN/1', from: 'SVQ-MES', daysAgo: 190 }],
    formerHeads: [],
    renamed: [],
    leavers: [],
    joiners: [],
  },
  absences: [{ seat: 'SVQ-MES/1', kind: 'annual_leave', from: 3, to: -4 }],
  delegations: [],
  memberships: [
    { seat: 'AFD/head', body: 'review', capacity: 'chair' },
    { seat: 'PLF/head', body: 'review', capacity: 'member' },
    { seat: 'SVQ/head', body: 'review', capacity: 'member' },
  ],
  roles: [
    { seat: 'AFD/0', role: 'entity_administrator' },
    { seat: 'AFD/head', role: 'ejada_team' },
    { seat: 'PLF/head', role: 'planning' },
    { seat: 'PLF/3', role: 'vision_office_director' },
    { seat: 'OFF/head', role: 'head_office' },
    { seat: 'GSD/head', role: 'head' },
  ],
  actors: {
    VISION_OFFICE: ['PLF'],
    DG_PLANNING: ['PLF'],
    DG_ADMIN_FIN: ['AFD'],
    COMMS_MEDIA: ['OFF'],
    MINISTER: ['GSD'],
    MINISTER_OFFICE: ['OFF'],
    IMPLEMENTING_DIVISIONS: ['SVQ'],
    SENIOR_MANAGEMENT: ['GSD'],
  },
  withoutPassword: ['SVQ-DSN/3'],
}

/** What higher officials expect of their divisions this year (D-17). */
export const ministryDirections = [
  {
    division: 'DIG',
    author: 'DIG/head',
    body: 'التركيز هذا العام على إنجاز الخدمات العشر الأكثر طلبًا رقميًا من البداية إلى النهاية، وخفض المستندات المطلوبة، وقياس رضا المتعاملين بعد كل خدمة. وتُربط أهداف الموظفين ببرنامج إعادة تصميم رحلات المتعاملين.',
  },
] as const
