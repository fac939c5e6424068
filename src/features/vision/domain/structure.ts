/**
 * Oman Vision 2040 as the public pages of its follow-up unit describe it: four themes, twelve priorities, the national
 * programmes. The indicators come from public mirrors of the Vision document, not from its revised set: they are for
 * demonstration, and so marked wherever they are shown. Codes are ours; no official codes are published.
 */

type Named = { readonly code: string; readonly name_ar: string; readonly name_en: string }

const named = (code: string, name_ar: string, name_en: string): Named => ({ code, name_ar, name_en })

export const themes: readonly Named[] = [
  named('people', 'الإنسان والمجتمع', 'People and Society'),
  named('economy', 'الاقتصاد والتنمية', 'Economy and Development'),
  named('environment', 'البيئة المستدامة', 'Sustainable Environment'),
  named('governance', 'الحوكمة والأداء المؤسسي', 'Governance and Institutional Performance'),
]

const under = (theme: string, list: readonly Named[]) => list.map((one) => ({ ...one, theme }))

export const priorities: readonly (Named & { readonly theme: string })[] = [
  ...under('people', [
    named(
      'education',
      'التعليم والتعلم والبحث العلمي والقدرات الوطنية',
      'Education, Learning, Scientific Research and National Capabilities',
    ),
    named('health', 'الصحة', 'Health'),
    named(
      'identity',
      'المواطنة والهوية والتراث والثقافة الوطنية',
      'Citizenship, Identity, Heritage and National Culture',
    ),
    named('wellbeing', 'الرفاه والحماية الاجتماعية', 'Well-being and Social Protection'),
  ]),
  ...under('economy', [
    named('economic-leadership', 'القيادة والإدارة الاقتصادية', 'Economic Leadership and Management'),
    named(
      'diversification',
      'التنويع الاقتصادي والاستدامة المالية',
      'Economic Diversification and Fiscal Sustainability',
    ),
    named('labour-market', 'سوق العمل والتشغيل', 'Labour Market and Employment'),
    named(
      'private-sector',
      'القطاع الخاص والاستثمار والتعاون الدولي',
      'Private Sector, Investment and International Cooperation',
    ),
    named('governorates', 'تنمية المحافظات والمدن المستدامة', 'Development of Governorates and Sustainable Cities'),
  ]),
  ...under('environment', [
    named('natural-resources', 'البيئة والموارد الطبيعية', 'Environment and Natural Resources'),
  ]),
  ...under('governance', [
    named('oversight', 'منظومة التشريع والقضاء والرقابة', 'Legislative, Judicial and Oversight System'),
    named(
      'administration',
      'حوكمة الجهاز الإداري للدولة والموارد والمشاريع',
      'Governance of the State’s Administrative Bodies, Resources and Projects',
    ),
  ]),
]

export const programmes: readonly Named[] = [
  named('nazdaher', 'البرنامج الوطني للاستثمار وتنمية الصادرات «نزدهر»', 'Nazdaher: Investment and Export Development'),
  named(
    'estidamah',
    'البرنامج الوطني للاستدامة المالية وتطوير القطاع المالي «استدامة»',
    'Estidamah: Fiscal Sustainability and Financial Sector Development',
  ),
  named('tahawul', 'البرنامج الوطني للتحول الرقمي الحكومي «تحوّل»', 'Tahawul: Government Digital Transformation'),
  named('tashgheel', 'البرنامج الوطني للتشغيل «تشغيل»', 'Tashgheel: Employment'),
  named('tanweea', 'البرنامج الوطني للتنويع الاقتصادي «تنويع»', 'Tanwea’a: Economic Diversification'),
  named('net-zero', 'البرنامج الوطني للحياد الصفري الكربوني', 'Net-Zero'),
]

type IndicatorUnit = 'percent' | 'score' | 'rank' | 'number' | 'years' | 'omr'

type Indicator = Named & {
  readonly priority: string
  readonly unit: IndicatorUnit
  readonly direction: 'higher' | 'lower'
  /** Decimal texts; null where no value could be read. */
  readonly baseline: string | null
  readonly baseline_year: number | null
  readonly target_2030: string | null
  readonly target_2040: string | null
}

type Values = readonly [baseline: string | null, year: number | null, in2030: string | null, in2040: string | null]

function indicator(
  priority: string,
  unit: IndicatorUnit,
  [baseline, baseline_year, target_2030, target_2040]: Values,
  name: Named,
): Indicator {
  const direction = unit === 'rank' ? 'lower' : 'higher'
  return { ...name, priority, unit, direction, baseline, baseline_year, target_2030, target_2040 }
}

/** Where the values were read. */
export const source = 'Public mirrors of the Oman Vision 2040 document; not the revised national set of indicators.'

export const indicators: readonly Indicator[] = [
  indicator(
    'education',
    'score',
    ['0.938', 2015, '0.984', '0.989'],
    named('education-for-all', 'مؤشر تنمية التعليم للجميع', 'Education for All Development Index'),
  ),
  indicator(
    'education',
    'score',
    ['43.93', null, '55.57', '62.63'],
    named('global-talent', 'مؤشر تنافسية المواهب العالمية', 'Global Talent Competitiveness Index'),
  ),
  indicator(
    'education',
    'score',
    ['32.8', 2018, '41.19', '51.98'],
    named('global-innovation', 'مؤشر الابتكار العالمي', 'Global Innovation Index'),
  ),
  indicator(
    'health',
    'years',
    ['65.6', 2016, '67', '70'],
    named('healthy-life', 'متوسط العمر المتوقع بصحة جيدة', 'Healthy life expectancy'),
  ),
  indicator(
    'health',
    'score',
    ['79.03', null, '81.257', '81.257'],
    named('prosperity-health', 'مؤشر الازدهار: ركيزة الصحة', 'Prosperity Index: health'),
  ),
  indicator(
    'identity',
    'score',
    ['51.2', null, '60.062', '63.905'],
    named('social-capital', 'مؤشر الازدهار: رأس المال الاجتماعي', 'Prosperity Index: social capital'),
  ),
  indicator(
    'wellbeing',
    'score',
    ['0.821', 2018, '0.871', '0.908'],
    named('human-development', 'مؤشر التنمية البشرية', 'Human Development Index'),
  ),
  indicator(
    'economic-leadership',
    'percent',
    [null, null, '5', '5'],
    named('gdp-growth', 'نمو الناتج المحلي الإجمالي الحقيقي سنويًا', 'Annual growth of real GDP'),
  ),
  indicator(
    'diversification',
    'percent',
    ['61', 2017, '83.9', '91.6'],
    named('non-oil-share', 'حصة الأنشطة غير النفطية من الناتج المحلي', 'Non-oil share of GDP'),
  ),
  indicator(
    'labour-market',
    'percent',
    ['11.6', 2016, '35', '40'],
    named('omanis-private-sector', 'حصة العمانيين من وظائف القطاع الخاص', 'Omanis’ share of private-sector jobs'),
  ),
  indicator(
    'labour-market',
    'percent',
    ['57.9', 2017, '81', '83'],
    named('skilled-labour', 'حصة العمالة الماهرة', 'Share of skilled labour'),
  ),
  indicator(
    'labour-market',
    'score',
    ['71.6', null, '76', '83.2'],
    named('skills-pillar', 'مؤشر التنافسية العالمية: ركيزة المهارات', 'Global Competitiveness Index: skills'),
  ),
  indicator(
    'private-sector',
    'percent',
    [null, null, null, '10'],
    named(
      'foreign-investment',
      'الاستثمار الأجنبي المباشر من الناتج المحلي',
      'Foreign direct investment, share of GDP',
    ),
  ),
  indicator(
    'natural-resources',
    'rank',
    ['116', 2018, null, null],
    named('environmental-performance', 'مؤشر الأداء البيئي', 'Environmental Performance Index'),
  ),
  indicator(
    'oversight',
    'score',
    ['0.42', 2017, null, '1.44'],
    named('regulatory-quality', 'مؤشر جودة التنظيم', 'Regulatory Quality'),
  ),
  indicator(
    'administration',
    'score',
    ['0.8', 2018, null, '1.8'],
    named('government-effectiveness', 'مؤشر فاعلية الحكومة', 'Government Effectiveness'),
  ),
]
