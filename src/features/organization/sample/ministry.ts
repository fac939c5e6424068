import { type DivisionBlueprint, division, type EntityBlueprint, times } from './blueprint.ts'

/* The sample ministry, with the divisions that the planning calendar of the guide names. People are fictional. */

const offices: readonly DivisionBlueprint[] = [
  division('MIN', 'office', ['مكتب الوزير', "Minister's Office"], {
    staff: ['office_coordinator', 'office_coordinator', 'administrative_assistant'],
  }),
  division('VIS', 'office', ['مكتب متابعة تنفيذ رؤية عُمان 2040', 'Oman Vision 2040 Follow-up Office'], {
    staff: [...times(4, 'vision_specialist'), 'data_analyst', 'office_coordinator'],
  }),
  division('COM', 'department', ['دائرة التواصل والإعلام', 'Communication and Media Department'], {
    below: [
      division('COM-MED', 'section', ['قسم الإعلام', 'Media Section'], { staff: times(2, 'media_specialist') }),
      division('COM-AWR', 'section', ['قسم التوعية والعلاقات العامة', 'Awareness and Public Relations Section'], {
        staff: times(2, 'media_specialist'),
      }),
    ],
  }),
  division('LEG', 'department', ['الدائرة القانونية', 'Legal Department'], { staff: times(3, 'legal_researcher') }),
  division('QUA', 'department', ['دائرة الجودة والتميز المؤسسي', 'Quality and Institutional Excellence Department'], {
    staff: times(3, 'quality_specialist'),
  }),
  division('AUD', 'department', ['دائرة التدقيق الداخلي', 'Internal Audit Department'], {
    staff: times(3, 'internal_auditor'),
  }),
]

const employment = division(
  'EMP',
  'directorate_general',
  ['المديرية العامة للتشغيل', 'Directorate General of Employment'],
  {
    below: [
      division('EMP-MKT', 'department', ['دائرة سوق العمل', 'Labour Market Department'], {
        below: [
          division('EMP-MKT-RSR', 'section', ['قسم دراسات سوق العمل', 'Labour Market Studies Section'], {
            staff: [...times(2, 'employment_specialist'), 'data_analyst'],
          }),
          division('EMP-MKT-NAT', 'section', ['قسم التعمين', 'Omanisation Section'], {
            staff: times(3, 'employment_specialist'),
          }),
        ],
      }),
      division('EMP-PLC', 'department', ['دائرة خدمات الباحثين عن عمل', 'Job Seekers Services Department'], {
        below: [
          division('EMP-PLC-MTC', 'section', ['قسم الترشيح والمواءمة', 'Nomination and Matching Section'], {
            staff: times(3, 'employment_specialist'),
          }),
          division('EMP-PLC-GUI', 'section', ['قسم التوجيه المهني', 'Career Guidance Section'], {
            staff: times(2, 'employment_specialist'),
          }),
        ],
      }),
    ],
  },
)

const labour = division(
  'LAB',
  'directorate_general',
  ['المديرية العامة للرعاية العمالية', 'Directorate General of Labour Welfare'],
  {
    staff: ['office_coordinator'],
    below: [
      division('LAB-INS', 'department', ['دائرة التفتيش', 'Labour Inspection Department'], {
        below: [
          division('LAB-INS-FLD', 'section', ['قسم التفتيش الميداني', 'Field Inspection Section'], {
            staff: times(4, 'labour_inspector'),
          }),
          division('LAB-INS-OSH', 'section', ['قسم السلامة والصحة المهنية', 'Occupational Safety and Health Section'], {
            staff: times(2, 'labour_inspector'),
          }),
        ],
      }),
      division('LAB-DSP', 'department', ['دائرة تسوية المنازعات العمالية', 'Labour Disputes Settlement Department'], {
        below: [
          division('LAB-DSP-IND', 'section', ['قسم المنازعات الفردية', 'Individual Disputes Section'], {
            staff: times(3, 'legal_researcher'),
          }),
        ],
      }),
      division('LAB-PRM', 'department', ['دائرة تراخيص العمل', 'Work Permits Department'], {
        below: [
          division('LAB-PRM-REV', 'section', ['قسم مراجعة الطلبات', 'Applications Review Section'], {
            staff: times(3, 'service_officer'),
          }),
        ],
      }),
    ],
  },
)

const training = division(
  'TRN',
  'directorate_general',
  [
    'المديرية العامة للتدريب والمعايير المهنية',
    'Directorate General of Vocational Training and Occupational Standards',
  ],
  {
    below: [
      division('TRN-STD', 'department', ['دائرة المعايير المهنية', 'Occupational Standards Department'], {
        below: [
          division('TRN-STD-QLF', 'section', ['قسم المؤهلات المهنية', 'Occupational Qualifications Section'], {
            staff: times(3, 'training_specialist'),
          }),
        ],
      }),
      division('TRN-PRG', 'department', ['دائرة برامج التدريب', 'Training Programmes Department'], {
        below: [
          division('TRN-PRG-JOB', 'section', ['قسم التدريب المقرون بالتشغيل', 'Training for Employment Section'], {
            staff: times(3, 'training_specialist'),
          }),
          division(
            'TRN-PRG-ACC',
            'section',
            ['قسم اعتماد معاهد التدريب', 'Training Institutes Accreditation Section'],
            {
              staff: times(2, 'training_specialist'),
            },
          ),
        ],
      }),
    ],
  },
)

const civilService = division(
  'CIV',
  'directorate_general',
  ['المديرية العامة لتنمية الموارد البشرية', 'Directorate General of Human Resources Development'],
  {
    below: [
      division('CIV-ORG', 'department', ['دائرة التنظيم وترتيب الوظائف', 'Organisation and Job Grading Department'], {
        below: [
          division('CIV-ORG-JOB', 'section', ['قسم ترتيب الوظائف', 'Job Grading Section'], {
            staff: times(3, 'hr_specialist'),
          }),
        ],
      }),
      division('CIV-PLN', 'department', ['دائرة تخطيط القوى العاملة', 'Workforce Planning Department'], {
        below: [
          division('CIV-PLN-SUC', 'section', ['قسم التعاقب الوظيفي', 'Succession Planning Section'], {
            staff: times(3, 'hr_specialist'),
          }),
        ],
      }),
    ],
  },
)

const digital = division(
  'DIG',
  'directorate_general',
  ['المديرية العامة للتحول الرقمي', 'Directorate General of Digital Transformation'],
  {
    staff: ['office_coordinator'],
    below: [
      division('DIG-SVC', 'department', ['دائرة الخدمات الرقمية', 'Digital Services Department'], {
        below: [
          division('DIG-SVC-DSN', 'section', ['قسم تصميم الخدمات', 'Service Design Section'], {
            staff: [...times(6, 'service_designer'), 'data_analyst', 'systems_analyst', 'service_officer'],
          }),
          division('DIG-SVC-DEV', 'section', ['قسم تطوير الأنظمة', 'Systems Development Section'], {
            staff: [...times(2, 'systems_analyst'), ...times(2, 'software_developer')],
          }),
          division('DIG-SVC-CHN', 'section', ['قسم قنوات المتعاملين', 'Beneficiary Channels Section'], {
            staff: times(3, 'service_officer'),
          }),
        ],
      }),
      division(
        'DIG-INF',
        'department',
        ['دائرة البنية الأساسية والأمن السيبراني', 'Infrastructure and Cyber Security Department'],
        {
          below: [
            division('DIG-INF-NET', 'section', ['قسم الشبكات والأنظمة', 'Networks and Systems Section'], {
              staff: times(3, 'network_engineer'),
            }),
          ],
        },
      ),
    ],
  },
)

const planning = division(
  'PLN',
  'directorate_general',
  ['المديرية العامة للتخطيط', 'Directorate General of Planning'],
  {
    below: [
      division('PLN-STR', 'department', ['دائرة التخطيط', 'Planning Department'], {
        below: [
          division('PLN-STR-AOP', 'section', ['قسم الخطط السنوية', 'Annual Plans Section'], {
            staff: times(3, 'planning_specialist'),
          }),
        ],
      }),
      division('PLN-FUP', 'department', ['دائرة المتابعة والإحصاء', 'Follow-up and Statistics Department'], {
        below: [
          division('PLN-FUP-IND', 'section', ['قسم متابعة المؤشرات', 'Indicators Follow-up Section'], {
            staff: [...times(2, 'planning_specialist'), 'data_analyst'],
          }),
        ],
      }),
    ],
  },
)

const administration = division(
  'ADF',
  'directorate_general',
  ['المديرية العامة للشؤون الإدارية والمالية', 'Directorate General of Administrative and Financial Affairs'],
  {
    staff: ['office_coordinator'],
    below: [
      division('ADF-HRD', 'department', ['دائرة الموارد البشرية', 'Human Resources Department'], {
        below: [
          division('ADF-HRD-EJD', 'section', ['قسم تطبيق منظومة إجادة', 'Ejada Implementation Section'], {
            staff: times(3, 'hr_specialist'),
          }),
          division('ADF-HRD-PER', 'section', ['قسم شؤون الموظفين', 'Personnel Affairs Section'], {
            staff: [...times(2, 'hr_specialist'), 'administrative_assistant'],
          }),
        ],
      }),
      division('ADF-FIN', 'department', ['دائرة الشؤون المالية', 'Financial Affairs Department'], {
        below: [
          division('ADF-FIN-BUD', 'section', ['قسم الموازنة', 'Budget Section'], { staff: times(3, 'accountant') }),
          division('ADF-FIN-PAY', 'section', ['قسم الصرف', 'Payments Section'], { staff: times(2, 'accountant') }),
        ],
      }),
      division('ADF-SRV', 'department', ['دائرة الخدمات الإدارية', 'Administrative Services Department'], {
        staff: times(3, 'administrative_assistant'),
      }),
    ],
  },
)

export const ministryBlueprint: EntityBlueprint = {
  code: 'labour',
  name: { ar: 'وزارة العمل', en: 'Ministry of Labour' },
  vision: {
    ar: 'سوق عمل منظم وجاذب، وكفاءات وطنية تقود الإنتاج.',
    en: 'An organised and attractive labour market, led by national talent.',
  },
  mission: {
    ar: 'تنظيم سوق العمل وتنمية الموارد البشرية الوطنية، وتقديم خدمات رقمية سهلة للأفراد والمؤسسات، وتوفير بيئة عمل عادلة وآمنة.',
    en: 'To organise the labour market and develop national human resources, to offer people and businesses simple digital services, and to secure a fair and safe place of work.',
  },
  mailDomain: 'labour.example',
  root: division('MOL', 'entity', ['وزارة العمل', 'Ministry of Labour'], {
    headTitle: { ar: 'وزير العمل', en: 'Minister of Labour' },
    below: [
      ...offices,
      division('ULB', 'undersecretariat', ['وكالة الوزارة للعمل', 'Undersecretariat for Labour'], {
        headTitle: { ar: 'وكيل الوزارة للعمل', en: 'Undersecretary for Labour' },
        staff: ['office_coordinator'],
        below: [employment, labour, training],
      }),
      division(
        'UHR',
        'undersecretariat',
        ['وكالة الوزارة لتنمية الموارد البشرية', 'Undersecretariat for Human Resources Development'],
        {
          headTitle: {
            ar: 'وكيل الوزارة لتنمية الموارد البشرية',
            en: 'Undersecretary for Human Resources Development',
          },
          staff: ['office_coordinator'],
          below: [civilService, planning, administration, digital],
        },
      ),
    ],
  }),
}
