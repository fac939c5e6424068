import { division, type EntityBlueprint, times } from './blueprint.ts'

/** A second, small entity beside the ministry, so that the wall between entities can be seen. */
export const authorityBlueprint: EntityBlueprint = {
  code: 'government-services',
  name: { ar: 'هيئة تطوير الخدمات الحكومية', en: 'Government Services Development Authority' },
  vision: {
    ar: 'خدمات حكومية سهلة وموثوقة لكل من يعيش على أرض عُمان.',
    en: 'Simple and trusted government services for everyone who lives in Oman.',
  },
  mission: {
    ar: 'توحيد معايير الخدمة الحكومية وقياس جودتها، وتمكين الجهات من تبسيطها.',
    en: 'To set one standard for government services, measure their quality and help entities simplify them.',
  },
  mailDomain: 'services.example',
  root: division('GSD', 'entity', ['هيئة تطوير الخدمات الحكومية', 'Government Services Development Authority'], {
    headTitle: { ar: 'رئيس الهيئة', en: 'Chairman of the Authority' },
    below: [
      division('OFF', 'office', ['مكتب رئيس الهيئة', "Chairman's Office"], { staff: times(2, 'office_coordinator') }),
      division('PLF', 'department', ['دائرة التخطيط والمتابعة', 'Planning and Follow-up Department'], {
        staff: [...times(3, 'planning_specialist'), 'vision_specialist'],
      }),
      division(
        'AFD',
        'department',
        ['دائرة الشؤون الإدارية والمالية', 'Administrative and Financial Affairs Department'],
        {
          staff: [...times(2, 'hr_specialist'), 'accountant', 'administrative_assistant'],
        },
      ),
      division('SVQ', 'department', ['دائرة جودة الخدمات', 'Service Quality Department'], {
        below: [
          division('SVQ-MES', 'section', ['قسم قياس رضا المتعاملين', 'Beneficiary Satisfaction Section'], {
            staff: [...times(2, 'quality_specialist'), 'data_analyst'],
          }),
          division('SVQ-DSN', 'section', ['قسم تبسيط الإجراءات', 'Simplification Section'], {
            staff: times(4, 'service_designer'),
          }),
        ],
      }),
    ],
  }),
}
