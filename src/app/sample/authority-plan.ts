import type { SampleNode } from '../../features/annual-plan/sample/ministry-of-labour.ts'

type Line = readonly [
  code: string,
  parent: string | null,
  owner: string,
  ar: string,
  en: string,
  indicatorAr: string,
  indicatorEn: string,
  target: string,
]

const lines: readonly Line[] = [
  [
    'G-01',
    null,
    'SVQ',
    'رفع جودة الخدمات الحكومية',
    'Raise the quality of government services',
    'نسبة رضا المتعاملين',
    'Satisfaction of beneficiaries',
    '86',
  ],
  [
    'P-01',
    'G-01',
    'SVQ',
    'برنامج قياس رضا المتعاملين',
    'Beneficiary satisfaction programme',
    'نسبة الخدمات المقيسة',
    'Services measured',
    '90',
  ],
  [
    'P-02',
    'G-01',
    'SVQ',
    'برنامج تبسيط الخدمات ذات الأولوية',
    'Simplification of priority services',
    'نسبة الخدمات المبسطة',
    'Services simplified',
    '60',
  ],
  [
    'G-02',
    null,
    'PLF',
    'ترسيخ كفاءة الأداء المؤسسي',
    'Establish efficient institutional performance',
    'نسبة إنجاز الخطة السنوية',
    'Annual plan delivered',
    '92',
  ],
  [
    'P-03',
    'G-02',
    'PLF',
    'برنامج التخطيط والمتابعة',
    'Planning and follow-up programme',
    'نسبة القراءات المدققة',
    'Readings checked',
    '95',
  ],
  [
    'P-04',
    'G-02',
    'AFD',
    'برنامج تنمية القدرات والموارد',
    'Skills and resources programme',
    'نسبة الوثائق المعتمدة في موعدها',
    'Documents agreed in time',
    '95',
  ],
  [
    'P-05',
    'G-02',
    'OFF',
    'برنامج متابعة القرارات',
    'Follow-up of decisions',
    'نسبة القرارات المنفذة في موعدها',
    'Decisions carried out in time',
    '94',
  ],
]

/** The small plan of the authority beside the ministry. Invented, as all of the sample. */
export function authorityPlan(year: number): SampleNode[] {
  return lines.map(([code, parentCode, ownerCode, titleAr, titleEn, nameAr, nameEn, target]) => ({
    code,
    kind: parentCode === null ? 'objective' : 'programme',
    parentCode,
    titleAr,
    titleEn,
    summaryAr: '',
    summaryEn: '',
    ownerCode,
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    indicators: [{ nameAr, nameEn, dataType: 'percentage', baseline: null, target }],
    serves: [{ priority: 'administration', indicator: 'government-effectiveness', programme: 'tahawul' }],
  }))
}
