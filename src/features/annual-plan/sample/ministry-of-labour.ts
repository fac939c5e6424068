import type { DataType } from '../../../shared/measure.ts'
import type { NodeKind } from '../domain/node.ts'

/** Invented content, in the manner of a ministry of labour. Division and Vision codes are those of the sample. */
export type SampleNode = {
  readonly code: string
  readonly kind: NodeKind
  readonly parentCode: string | null
  readonly titleAr: string
  readonly titleEn: string
  readonly summaryAr: string
  readonly summaryEn: string
  readonly ownerCode: string
  readonly startsOn: string
  readonly endsOn: string
  readonly indicators: readonly {
    readonly nameAr: string
    readonly nameEn: string
    readonly dataType: DataType
    readonly baseline: string | null
    readonly target: string
  }[]
  readonly serves: readonly {
    readonly priority: string
    readonly indicator: string | null
    readonly programme: string | null
  }[]
}

type Quarters = readonly [first: 1 | 2 | 3 | 4, last: 1 | 2 | 3 | 4]
type Indicator = readonly [nameAr: string, nameEn: string, dataType: DataType, baseline: string | null, target: string]
type Serves = readonly [priority: string, indicator: string | null, programme: string | null]
type Line = {
  readonly code: string
  readonly owner: string
  readonly ar: string
  readonly en: string
  readonly about?: readonly [ar: string, en: string]
  readonly quarters?: Quarters
  readonly indicators: readonly Indicator[]
  readonly serves?: readonly Serves[]
  readonly below?: readonly Line[]
}

const kinds: Readonly<Record<string, NodeKind>> = {
  G: 'objective',
  P: 'programme',
  I: 'initiative',
  R: 'project',
}

/** The plan of a year, parents before children. Months of targets that are dates fall into that year. */
export function ministryPlan(year: number): SampleNode[] {
  const grow = (line: Line, parentCode: string | null): SampleNode[] => {
    const [first, last] = line.quarters ?? [1, 4]
    return [
      {
        code: line.code,
        kind: kinds[line.code.charAt(0)] ?? 'project',
        parentCode,
        titleAr: line.ar,
        titleEn: line.en,
        summaryAr: line.about?.[0] ?? '',
        summaryEn: line.about?.[1] ?? '',
        ownerCode: line.owner,
        startsOn: `${year}-${['01-01', '04-01', '07-01', '10-01'][first - 1]}`,
        endsOn: `${year}-${['03-31', '06-30', '09-30', '12-31'][last - 1]}`,
        indicators: line.indicators.map(([nameAr, nameEn, dataType, baseline, target]) => ({
          nameAr,
          nameEn,
          dataType,
          baseline,
          target: dataType === 'date' ? `${year}-${target}` : target,
        })),
        serves: (line.serves ?? []).map(([priority, indicator, programme]) => ({ priority, indicator, programme })),
      },
      ...(line.below ?? []).flatMap((child) => grow(child, line.code)),
    ]
  }
  return lines.flatMap((line) => grow(line, null))
}

const lines: readonly Line[] = [
  {
    code: 'G-01',
    owner: 'EMP',
    ar: 'رفع معدلات تشغيل القوى العاملة الوطنية',
    en: 'Raise the employment of the national workforce',
    about: [
      'زيادة فرص العمل المنتجة للعمانيين في القطاعات الواعدة، وتقليص مدة البحث عن عمل، وتوجيه الحوافز إلى المنشآت الأكثر أثرًا.',
      'More productive jobs for Omanis in promising sectors, a shorter search for work, and incentives that go where they matter most.',
    ],
    serves: [['labour-market', 'omanis-private-sector', 'tashgheel']],
    indicators: [
      ['نسبة العمانيين في القطاع الخاص', 'Omanis in private-sector jobs', 'percentage', '14.2', '16'],
      ['عدد فرص العمل المستحدثة', 'New jobs', 'number', '35000', '45000'],
    ],
    below: [
      {
        code: 'P-01',
        owner: 'EMP',
        ar: 'برنامج المواءمة بين الباحثين عن عمل وفرص التشغيل',
        en: 'Matching job seekers with openings',
        about: [
          'منصة وخدمات إرشاد تصل الباحث عن عمل بالفرصة الأنسب له خلال أسابيع لا أشهر.',
          'A platform and guidance that bring a job seeker to the right opening within weeks rather than months.',
        ],
        serves: [['labour-market', 'omanis-private-sector', 'tashgheel']],
        indicators: [['متوسط مدة البحث عن عمل، بالأسابيع', 'Average weeks of looking for work', 'number', '34', '26']],
        below: [
          {
            code: 'I-01',
            owner: 'EMP',
            ar: 'الإرشاد المهني في المحافظات',
            en: 'Career guidance in the governorates',
            quarters: [1, 3],
            indicators: [['عدد المستفيدين من الإرشاد', 'People guided', 'number', '4200', '7000']],
          },
          {
            code: 'R-01',
            owner: 'DIG',
            ar: 'تطوير محرك المواءمة في منصة التشغيل',
            en: 'A new matching engine for the employment platform',
            quarters: [1, 2],
            indicators: [['تشغيل المحرك لكل المهن', 'Engine live for all occupations', 'date', null, '06-30']],
          },
          {
            code: 'I-02',
            owner: 'EMP',
            ar: 'ملتقيات التوظيف القطاعية',
            en: 'Sector job fairs',
            quarters: [2, 4],
            indicators: [
              ['نسبة المقابلات التي انتهت بتعيين', 'Interviews that ended in a job', 'percentage', '18', '25'],
            ],
          },
        ],
      },
      {
        code: 'P-02',
        owner: 'EMP',
        ar: 'برنامج الإحلال في المهن التخصصية والقيادية',
        en: 'Omanis in specialist and leading posts',
        serves: [['labour-market', 'omanis-private-sector', 'tashgheel']],
        indicators: [['نسبة العمانيين في الوظائف القيادية', 'Omanis in leading posts', 'percentage', '29', '35']],
        below: [
          {
            code: 'I-03',
            owner: 'EMP',
            ar: 'خطط الإحلال مع المنشآت الكبرى',
            en: 'Succession plans with large employers',
            quarters: [1, 2],
            indicators: [['عدد الخطط الموقعة', 'Plans signed', 'number', '40', '75']],
          },
          {
            code: 'I-04',
            owner: 'LAB',
            ar: 'مراجعة نسب التعمين وفق القطاعات',
            en: 'Review of Omanisation rates by sector',
            quarters: [2, 3],
            indicators: [['صدور النسب المحدّثة', 'Updated rates issued', 'date', null, '09-15']],
          },
        ],
      },
      {
        code: 'P-03',
        owner: 'EMP',
        ar: 'برنامج دعم العمل الحر والمشروعات متناهية الصغر',
        en: 'Support for the self-employed and micro-enterprises',
        serves: [
          ['labour-market', null, 'tashgheel'],
          ['diversification', 'non-oil-share', null],
        ],
        indicators: [['عدد المسجلين في العمل الحر', 'Registered self-employed', 'number', '12500', '16000']],
        below: [
          {
            code: 'R-02',
            owner: 'EMP',
            ar: 'الحاضنة الافتراضية لأصحاب المهن الحرة',
            en: 'A virtual incubator for freelancers',
            quarters: [2, 4],
            indicators: [['عدد المشروعات المحتضنة', 'Enterprises in the incubator', 'number', '0', '150']],
          },
        ],
      },
    ],
  },
  {
    code: 'G-02',
    owner: 'LAB',
    ar: 'تعزيز بيئة عمل آمنة وعلاقات عمل مستقرة',
    en: 'Safe workplaces and stable labour relations',
    about: [
      'امتثال أعلى لقانون العمل، ونزاعات أقل وأسرع تسوية، وأماكن عمل تحفظ صحة العاملين وأجورهم.',
      'Better compliance with the labour law, fewer disputes settled sooner, and workplaces that protect health and wages.',
    ],
    serves: [
      ['labour-market', null, null],
      ['wellbeing', 'human-development', null],
    ],
    indicators: [
      ['نسبة امتثال المنشآت المفتَّش عليها', 'Compliance of inspected employers', 'percentage', '81', '88'],
      ['نسبة المنازعات المسوّاة وديًا', 'Disputes settled amicably', 'percentage', '67', '75'],
    ],
    below: [
      {
        code: 'P-04',
        owner: 'LAB',
        ar: 'برنامج التفتيش المبني على المخاطر',
        en: 'Risk-based inspection',
        serves: [['labour-market', null, null]],
        indicators: [
          ['نسبة الزيارات الموجهة إلى الأعلى خطرًا', 'Visits aimed at the highest risk', 'percentage', '35', '60'],
        ],
        below: [
          {
            code: 'R-03',
            owner: 'DIG',
            ar: 'نظام التفتيش الذكي الميداني',
            en: 'Smart inspection in the field',
            quarters: [1, 3],
            indicators: [
              ['بدء العمل بالنظام في كل المحافظات', 'System in use in all governorates', 'date', null, '09-01'],
            ],
          },
          {
            code: 'I-05',
            owner: 'LAB',
            ar: 'تأهيل المفتشين وفق منهجية المخاطر',
            en: 'Training inspectors in the risk method',
            quarters: [1, 2],
            indicators: [['نسبة المفتشين المؤهلين', 'Inspectors trained', 'percentage', '40', '95']],
          },
        ],
      },
      {
        code: 'P-05',
        owner: 'LAB',
        ar: 'برنامج التسوية المبكرة للمنازعات العمالية',
        en: 'Early settlement of labour disputes',
        serves: [['oversight', 'regulatory-quality', null]],
        indicators: [['متوسط مدة التسوية، بالأيام', 'Average days to settle', 'number', '28', '18']],
        below: [
          {
            code: 'I-06',
            owner: 'LAB',
            ar: 'جلسات التسوية عن بُعد',
            en: 'Remote settlement hearings',
            quarters: [1, 4],
            indicators: [['نسبة الجلسات عن بُعد', 'Hearings held remotely', 'percentage', '22', '50']],
          },
        ],
      },
      {
        code: 'P-06',
        owner: 'LAB',
        ar: 'برنامج السلامة والصحة المهنية',
        en: 'Occupational safety and health',
        serves: [
          ['health', 'healthy-life', null],
          ['labour-market', null, null],
        ],
        indicators: [['إصابات العمل لكل ألف عامل', 'Injuries per thousand workers', 'number', '4.6', '3.8']],
        below: [
          {
            code: 'I-07',
            owner: 'LAB',
            ar: 'حملة صيف آمن في مواقع العمل المكشوفة',
            en: 'A safe summer at open-air worksites',
            quarters: [2, 3],
            indicators: [['عدد المواقع المشمولة', 'Worksites reached', 'number', '900', '1500']],
          },
          {
            code: 'I-08',
            owner: 'COM',
            ar: 'حملة التوعية بحقوق العامل وصاحب العمل',
            en: 'Awareness of the rights of workers and employers',
            quarters: [1, 4],
            indicators: [
              ['نسبة المعرفة بالحقوق في العينة', 'Knowledge of rights in the sample', 'percentage', '54', '70'],
            ],
          },
        ],
      },
      {
        code: 'P-07',
        owner: 'LEG',
        ar: 'برنامج تحديث تشريعات العمل ولوائحها',
        en: 'Updating labour legislation and its regulations',
        serves: [['oversight', 'regulatory-quality', null]],
        indicators: [['عدد اللوائح المحدّثة', 'Regulations updated', 'number', '0', '6']],
        below: [
          {
            code: 'R-04',
            owner: 'LEG',
            ar: 'لائحة العمل عن بُعد والعمل الجزئي',
            en: 'Regulation of remote and part-time work',
            quarters: [1, 2],
            indicators: [['رفع المسودة للاعتماد', 'Draft sent for approval', 'date', null, '05-31']],
          },
        ],
      },
    ],
  },
  {
    code: 'G-03',
    owner: 'CIV',
    ar: 'رفع كفاءة الجهاز الإداري وترسيخ ثقافة الأداء',
    en: 'An able administration with a culture of performance',
    about: [
      'أداء فردي ومؤسسي يُقاس ويرتبط بالخطط، وهياكل رشيقة، ووصف وظيفي واضح لكل وظيفة.',
      'Individual and institutional performance that is measured and tied to plans, lean structures, and a clear description of every post.',
    ],
    serves: [['administration', 'government-effectiveness', null]],
    indicators: [
      [
        'نسبة الموظفين بوثيقة أداء معتمدة في موعدها',
        'Employees with a document agreed in time',
        'percentage',
        '72',
        '90',
      ],
    ],
    below: [
      {
        code: 'P-08',
        owner: 'CIV',
        ar: 'برنامج تطوير منظومة قياس الأداء «إجادة»',
        en: 'Developing the performance system Ejada',
        serves: [['administration', 'government-effectiveness', null]],
        indicators: [
          ['نسبة الأهداف المرتبطة بالخطة السنوية', 'Objectives tied to the annual plan', 'percentage', '48', '65'],
        ],
        below: [
          {
            code: 'I-09',
            owner: 'CIV',
            ar: 'تأهيل المسؤولين المباشرين على الحوار والتغذية الراجعة',
            en: 'Training supervisors in dialogue and feedback',
            quarters: [1, 2],
            indicators: [['عدد المسؤولين المؤهلين', 'Supervisors trained', 'number', '600', '1400']],
          },
          {
            code: 'I-10',
            owner: 'CIV',
            ar: 'بنك الأهداف الموحد للوظائف المتشابهة',
            en: 'A shared bank of objectives for like posts',
            quarters: [1, 3],
            indicators: [['عدد الأهداف المعتمدة في البنك', 'Objectives approved in the bank', 'number', '120', '400']],
          },
        ],
      },
      {
        code: 'P-09',
        owner: 'CIV',
        ar: 'برنامج الهياكل التنظيمية والوصف الوظيفي',
        en: 'Structures and job descriptions',
        serves: [['administration', null, null]],
        indicators: [['نسبة الوظائف ببطاقة وصف محدّثة', 'Posts with an updated description', 'percentage', '63', '90']],
        below: [
          {
            code: 'R-05',
            owner: 'CIV',
            ar: 'تحديث بطاقات الوصف الوظيفي لوظائف الإشراف',
            en: 'Job descriptions of supervisory posts',
            quarters: [2, 4],
            indicators: [['عدد البطاقات المحدّثة', 'Descriptions updated', 'number', '0', '240']],
          },
        ],
      },
    ],
  },
  {
    code: 'G-04',
    owner: 'TRN',
    ar: 'تنمية مهارات القوى العاملة وفق احتياج سوق العمل',
    en: 'Skills that the labour market needs',
    about: [
      'تدريب ينتهي بعمل، ومعايير مهنية يعترف بها أصحاب العمل، وقيادات تُعدّ قبل أن تُعيَّن.',
      'Training that ends in a job, occupational standards that employers accept, and leaders prepared before they are appointed.',
    ],
    serves: [
      ['labour-market', 'skilled-labour', 'tashgheel'],
      ['education', 'global-talent', null],
    ],
    indicators: [
      [
        'نسبة خريجي التدريب الملتحقين بعمل خلال ستة أشهر',
        'Trainees in work within six months',
        'percentage',
        '58',
        '70',
      ],
    ],
    below: [
      {
        code: 'P-10',
        owner: 'TRN',
        ar: 'برنامج التدريب المقرون بالتشغيل',
        en: 'Training tied to employment',
        serves: [['labour-market', 'skilled-labour', 'tashgheel']],
        indicators: [['عدد المتدربين', 'Trainees', 'number', '6800', '9000']],
        below: [
          {
            code: 'I-11',
            owner: 'TRN',
            ar: 'عقود التدريب مع القطاعات ذات الأولوية',
            en: 'Training contracts with priority sectors',
            quarters: [1, 2],
            indicators: [['عدد المقاعد المتعاقد عليها', 'Places under contract', 'number', '5000', '8000']],
          },
          {
            code: 'I-12',
            owner: 'TRN',
            ar: 'متابعة الخريجين بعد التدريب',
            en: 'Following trainees after training',
            quarters: [3, 4],
            indicators: [['نسبة الاستجابة في المتابعة', 'Answers in the follow-up', 'percentage', '45', '80']],
          },
        ],
      },
      {
        code: 'P-11',
        owner: 'TRN',
        ar: 'برنامج المعايير المهنية الوطنية',
        en: 'National occupational standards',
        serves: [
          ['education', 'global-talent', null],
          ['labour-market', 'skills-pillar', null],
        ],
        indicators: [['عدد المعايير المعتمدة', 'Standards approved', 'number', '85', '120']],
        below: [
          {
            code: 'R-06',
            owner: 'TRN',
            ar: 'معايير مهن الطاقة المتجددة واللوجستيات',
            en: 'Standards for renewable energy and logistics',
            quarters: [1, 3],
            indicators: [['اعتماد المعايير', 'Standards adopted', 'date', null, '09-30']],
          },
        ],
      },
      {
        code: 'P-12',
        owner: 'TRN',
        ar: 'برنامج إعداد القيادات والصف الثاني',
        en: 'Preparing leaders and their successors',
        serves: [['administration', 'government-effectiveness', null]],
        indicators: [
          ['نسبة الوظائف القيادية بخطة تعاقب', 'Leading posts with a succession plan', 'percentage', '30', '60'],
        ],
        below: [
          {
            code: 'I-13',
            owner: 'TRN',
            ar: 'مسار مديري الدوائر الجدد',
            en: 'A path for new department directors',
            quarters: [2, 4],
            indicators: [['عدد الخريجين من المسار', 'Graduates of the path', 'number', '0', '80']],
          },
        ],
      },
    ],
  },
  {
    code: 'G-05',
    owner: 'DIG',
    ar: 'التحول إلى خدمات رقمية متكاملة وسهلة',
    en: 'Digital services that are whole and easy',
    about: [
      'خدمات تُنجز من البداية إلى النهاية دون زيارة، وبيانات موثوقة تُتبادل مع الجهات بدل طلبها من المتعامل.',
      'Services done from end to end without a visit, and trusted data exchanged between entities instead of asked for again.',
    ],
    serves: [['administration', 'government-effectiveness', 'tahawul']],
    indicators: [
      ['نسبة الخدمات الرقمية من البداية إلى النهاية', 'Services digital from end to end', 'percentage', '61', '80'],
    ],
    below: [
      {
        code: 'P-13',
        owner: 'DIG',
        ar: 'برنامج إعادة تصميم رحلات المتعاملين',
        en: 'Redesign of customer journeys',
        serves: [['administration', 'government-effectiveness', 'tahawul']],
        indicators: [['نسبة رضا المتعاملين', 'Satisfaction of customers', 'percentage', '79', '86']],
        below: [
          {
            code: 'R-07',
            owner: 'DIG',
            ar: 'رحلة موحدة لتراخيص العمل',
            en: 'One journey for work permits',
            quarters: [1, 3],
            indicators: [['متوسط زمن إنجاز الترخيص، بالساعات', 'Average hours to a permit', 'number', '72', '24']],
          },
          {
            code: 'I-14',
            owner: 'QUA',
            ar: 'قياس رضا المتعاملين بعد كل خدمة',
            en: 'Measuring satisfaction after every service',
            quarters: [1, 4],
            indicators: [['نسبة الخدمات المقيسة', 'Services measured', 'percentage', '35', '100']],
          },
        ],
      },
      {
        code: 'P-14',
        owner: 'DIG',
        ar: 'برنامج حوكمة البيانات والتكامل',
        en: 'Data governance and integration',
        serves: [['administration', null, 'tahawul']],
        indicators: [['عدد الجهات المتكامل معها', 'Entities integrated with', 'number', '9', '16']],
        below: [
          {
            code: 'R-08',
            owner: 'DIG',
            ar: 'سجل القوى العاملة الموحد',
            en: 'A single register of the workforce',
            quarters: [1, 4],
            indicators: [['نسبة السجلات المطابقة', 'Records that match', 'percentage', '83', '97']],
          },
        ],
      },
    ],
  },
  {
    code: 'G-06',
    owner: 'PLN',
    ar: 'ترسيخ التميز المؤسسي وكفاءة الموارد',
    en: 'Institutional excellence and thrifty resources',
    about: [
      'تخطيط تتصل فيه الرؤية بعمل كل تقسيم، وإنفاق يُقاس أثره، ورسالة واضحة للمجتمع.',
      'Planning that joins the Vision to the work of each division, spending whose effect is measured, and a clear word to the public.',
    ],
    serves: [
      ['administration', 'government-effectiveness', null],
      ['diversification', null, 'estidamah'],
    ],
    indicators: [['نسبة إنجاز الخطة السنوية', 'Delivery of the annual plan', 'percentage', '78', '88']],
    below: [
      {
        code: 'P-15',
        owner: 'PLN',
        ar: 'برنامج التخطيط والمتابعة المرتبطين بالرؤية',
        en: 'Planning and follow-up tied to the Vision',
        serves: [['administration', 'government-effectiveness', null]],
        indicators: [
          ['نسبة الخطط التفصيلية المعتمدة في موعدها', 'Detailed plans approved in time', 'percentage', '70', '95'],
        ],
        below: [
          {
            code: 'I-15',
            owner: 'VIS',
            ar: 'تحديث بطاقة مستهدفات الوحدة من مؤشرات الرؤية',
            en: 'Updating the entity’s card of Vision targets',
            quarters: [1, 1],
            indicators: [['رفع البطاقة المحدّثة', 'Updated card sent', 'date', null, '03-15']],
          },
          {
            code: 'I-16',
            owner: 'MIN',
            ar: 'متابعة قرارات معالي الوزير ومستحقاتها',
            en: 'Following the Minister’s decisions to their end',
            quarters: [1, 4],
            indicators: [
              ['نسبة القرارات المنفذة في موعدها', 'Decisions carried out in time', 'percentage', '74', '90'],
            ],
          },
        ],
      },
      {
        code: 'P-16',
        owner: 'ADF',
        ar: 'برنامج كفاءة الإنفاق والمشتريات',
        en: 'Thrift in spending and purchasing',
        serves: [['diversification', null, 'estidamah']],
        indicators: [['نسبة الوفر المحقق في المشتريات', 'Savings in purchasing', 'percentage', '4', '7']],
        below: [
          {
            code: 'I-17',
            owner: 'ADF',
            ar: 'توحيد عقود الخدمات المساندة',
            en: 'Joint contracts for support services',
            quarters: [2, 3],
            indicators: [['عدد العقود الموحدة', 'Contracts joined', 'number', '3', '9']],
          },
        ],
      },
      {
        code: 'P-17',
        owner: 'QUA',
        ar: 'برنامج الجودة والتميز المؤسسي',
        en: 'Quality and institutional excellence',
        serves: [['administration', 'government-effectiveness', null]],
        indicators: [
          ['درجة التقييم المؤسسي الذاتي', 'Score of the institutional self-assessment', 'number', '610', '700'],
        ],
        below: [
          {
            code: 'I-18',
            owner: 'COM',
            ar: 'التواصل المؤسسي حول منجزات الخطة',
            en: 'Telling the public what the plan achieves',
            quarters: [1, 4],
            indicators: [['عدد التقارير المنشورة', 'Reports published', 'number', '2', '4']],
          },
        ],
      },
    ],
  },
]
