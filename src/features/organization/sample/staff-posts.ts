import type { JobFamily, Name } from '../domain/vocabulary.ts'

/** A job description card (O-41) that several people may hold; levels of the civil service, 1 the highest. */
export type PostCard = {
  readonly code: string
  readonly title: Name
  readonly family: JobFamily
  readonly levels: readonly [highest: number, lowest: number]
  readonly purpose: Name
  readonly duties: readonly Name[]
}

function card(
  code: string,
  family: JobFamily,
  levels: readonly [number, number],
  title: readonly [ar: string, en: string],
  purpose: readonly [ar: string, en: string],
  duties: readonly (readonly [ar: string, en: string])[],
): PostCard {
  const name = ([ar, en]: readonly [string, string]): Name => ({ ar, en })
  return { code, family, levels, title: name(title), purpose: name(purpose), duties: duties.map(name) }
}

export const staffPosts = {
  planning_specialist: card(
    'P-101',
    'specialist',
    [8, 10],
    ['أخصائي تخطيط', 'Planning Specialist'],
    [
      'إعداد الخطط السنوية ومواءمتها مع مستهدفات رؤية عُمان 2040.',
      'Prepare annual plans and align them with the targets of Oman Vision 2040.',
    ],
    [
      ['جمع مقترحات التقسيمات التنظيمية وتدقيقها', 'Collect and check the proposals of divisions'],
      ['إعداد بطاقات البرامج ومؤشراتها', 'Prepare programme cards and their indicators'],
      ['متابعة التنفيذ ورفع التقارير الدورية', 'Follow up delivery and report on it'],
    ],
  ),
  vision_specialist: card(
    'P-102',
    'specialist',
    [7, 9],
    ['أخصائي متابعة رؤية عُمان 2040', 'Oman Vision 2040 Follow-up Specialist'],
    [
      'متابعة مؤشرات الرؤية في الوحدة وضمان جودة قراءاتها.',
      'Follow up the Vision indicators in the entity and assure the quality of their readings.',
    ],
    [
      ['مواءمة البرامج مع الأولويات الوطنية', 'Align programmes with the national priorities'],
      ['تحليل التحديات واقتراح الحلول', 'Analyse challenges and propose solutions'],
      ['إعداد تقارير المتابعة نصف السنوية', 'Prepare the half-yearly follow-up reports'],
    ],
  ),
  data_analyst: card(
    'P-103',
    'specialist',
    [8, 11],
    ['محلل بيانات', 'Data Analyst'],
    [
      'تحويل بيانات التقسيم إلى مؤشرات وتقارير تدعم القرار.',
      "Turn the division's data into indicators and reports that support decisions.",
    ],
    [
      ['بناء لوحات المؤشرات وتحديثها', 'Build and update indicator dashboards'],
      ['التحقق من جودة البيانات', 'Check the quality of data'],
      ['إعداد الدراسات الإحصائية', 'Prepare statistical studies'],
    ],
  ),
  service_designer: card(
    'P-104',
    'specialist',
    [8, 10],
    ['أخصائي تصميم خدمات', 'Service Designer'],
    [
      'تصميم خدمات رقمية سهلة تُنجز من البداية إلى النهاية.',
      'Design simple digital services that are completed from start to end.',
    ],
    [
      ['دراسة رحلات المتعاملين وتبسيطها', 'Study and simplify the journeys of beneficiaries'],
      ['إعداد نماذج الخدمات واختبارها', 'Prototype services and test them'],
      ['قياس رضا المتعاملين ومعالجة ملاحظاتهم', 'Measure satisfaction and act on remarks'],
    ],
  ),
  systems_analyst: card(
    'P-105',
    'technical',
    [8, 11],
    ['محلل نظم', 'Systems Analyst'],
    [
      'تحليل متطلبات الأنظمة وربطها بين الجهات.',
      'Analyse the requirements of systems and their links between entities.',
    ],
    [
      ['توثيق متطلبات الأنظمة', 'Document the requirements of systems'],
      ['متابعة الربط الإلكتروني مع الجهات', 'Follow up integration with other entities'],
      ['اختبار الأنظمة قبل إطلاقها', 'Test systems before their launch'],
    ],
  ),
  software_developer: card(
    'P-106',
    'technical',
    [8, 12],
    ['مطور برمجيات', 'Software Developer'],
    ['تطوير الخدمات الرقمية وصيانتها بأمان وجودة.', 'Build and maintain digital services with safety and quality.'],
    [
      ['تطوير الخدمات وفق المعايير المعتمدة', 'Build services to the approved standards'],
      ['معالجة الأعطال في مدتها المحددة', 'Resolve faults within their set time'],
      ['توثيق ما يُنجز من تطوير', 'Document what is built'],
    ],
  ),
  network_engineer: card(
    'P-107',
    'technical',
    [8, 12],
    ['مهندس شبكات', 'Network Engineer'],
    ['ضمان استمرارية البنية الأساسية وأمنها.', 'Keep the infrastructure available and safe.'],
    [
      ['مراقبة توافر الأنظمة', 'Monitor the availability of systems'],
      ['تطبيق ضوابط الأمن السيبراني', 'Apply cyber security controls'],
      ['إجراء تجارب التعافي من الكوارث', 'Run disaster recovery drills'],
    ],
  ),
  service_officer: card(
    'P-108',
    'administrative',
    [10, 13],
    ['موظف خدمات المتعاملين', 'Beneficiary Services Officer'],
    ['إنجاز طلبات المتعاملين بدقة وفي وقتها.', 'Complete requests of beneficiaries correctly and in time.'],
    [
      ['مراجعة الطلبات والرد عليها', 'Review requests and answer them'],
      ['معالجة الشكاوى والمقترحات', 'Handle complaints and proposals'],
      ['تحديث أدلة الخدمات', 'Keep the service guides up to date'],
    ],
  ),
  employment_specialist: card(
    'P-109',
    'specialist',
    [8, 11],
    ['أخصائي تشغيل', 'Employment Specialist'],
    [
      'رفع فرص تشغيل العُمانيين ومواءمتها مع احتياج السوق.',
      'Raise the employment of Omanis and match it with the needs of the market.',
    ],
    [
      ['ترشيح الباحثين عن عمل للفرص المتاحة', 'Nominate job seekers for vacancies'],
      ['متابعة خطط التعمين مع المنشآت', 'Follow up Omanisation plans with companies'],
      ['تحليل احتياج القطاعات من المهارات', 'Analyse the skills that sectors need'],
    ],
  ),
  labour_inspector: card(
    'P-110',
    'specialist',
    [9, 12],
    ['مفتش عمل', 'Labour Inspector'],
    ['التحقق من التزام المنشآت بأحكام قانون العمل.', 'Verify that companies comply with the labour law.'],
    [
      ['تنفيذ الزيارات التفتيشية المجدولة', 'Carry out the scheduled inspections'],
      ['تحرير المخالفات ومتابعة إزالتها', 'Report violations and follow up their removal'],
      ['توعية أصحاب العمل والعمال', 'Raise awareness of employers and workers'],
    ],
  ),
  legal_researcher: card(
    'P-111',
    'specialist',
    [8, 11],
    ['باحث قانوني', 'Legal Researcher'],
    ['إعداد الدراسات والآراء القانونية وتسوية المنازعات.', 'Prepare legal studies and opinions and settle disputes.'],
    [
      ['إعداد المذكرات والآراء القانونية', 'Prepare memoranda and legal opinions'],
      ['عقد جلسات التسوية الودية', 'Hold settlement sessions'],
      ['مراجعة العقود والقرارات', 'Review contracts and decisions'],
    ],
  ),
  training_specialist: card(
    'P-112',
    'specialist',
    [8, 11],
    ['أخصائي تدريب', 'Training Specialist'],
    ['تطوير برامج التدريب ومعاييرها المهنية.', 'Develop training programmes and their occupational standards.'],
    [
      ['تصميم برامج التدريب المقرون بالتشغيل', 'Design training for employment programmes'],
      ['إعداد المعايير المهنية مع القطاعات', 'Prepare occupational standards with the sectors'],
      ['قياس أثر التدريب', 'Measure the effect of training'],
    ],
  ),
  hr_specialist: card(
    'P-113',
    'specialist',
    [8, 11],
    ['أخصائي موارد بشرية', 'Human Resources Specialist'],
    [
      'تنفيذ سياسات الموارد البشرية وتطوير أداء الموظفين.',
      'Carry out human resources policies and develop performance.',
    ],
    [
      ['دعم الموظفين في إعداد وثائق الأداء', 'Support employees in preparing performance documents'],
      ['تحديث بيانات الموظفين والوظائف', 'Keep the data of employees and posts up to date'],
      ['إعداد خطط التدريب والتعاقب', 'Prepare training and succession plans'],
    ],
  ),
  accountant: card(
    'P-114',
    'specialist',
    [8, 12],
    ['محاسب', 'Accountant'],
    ['ضبط الصرف وإعداد التقارير المالية.', 'Control spending and prepare financial reports.'],
    [
      ['إعداد تقديرات الموازنة', 'Prepare budget estimates'],
      ['تدقيق مستندات الصرف', 'Check payment documents'],
      ['إعداد الحسابات الشهرية', 'Prepare the monthly accounts'],
    ],
  ),
  quality_specialist: card(
    'P-115',
    'specialist',
    [8, 11],
    ['أخصائي جودة', 'Quality Specialist'],
    ['تحسين العمليات ورفع مستوى التميز المؤسسي.', 'Improve processes and raise institutional excellence.'],
    [
      ['توثيق العمليات وتحسينها', 'Document and improve processes'],
      ['تنفيذ التدقيق الداخلي للجودة', 'Carry out internal quality audits'],
      ['متابعة معايير التميز المؤسسي', 'Follow up the criteria of excellence'],
    ],
  ),
  internal_auditor: card(
    'P-116',
    'specialist',
    [7, 10],
    ['مدقق داخلي', 'Internal Auditor'],
    ['تقييم نظم الرقابة والحوكمة وإدارة المخاطر.', 'Assess control, governance and the management of risk.'],
    [
      ['تنفيذ خطة التدقيق السنوية', 'Carry out the annual audit plan'],
      ['متابعة معالجة الملاحظات', 'Follow up the handling of findings'],
      ['إعداد تقارير التدقيق', 'Prepare audit reports'],
    ],
  ),
  media_specialist: card(
    'P-117',
    'specialist',
    [8, 12],
    ['أخصائي إعلام', 'Media Specialist'],
    [
      'التعريف بخدمات الوزارة وبرامجها عبر قنواتها المختلفة.',
      "Present the ministry's services and programmes through its channels.",
    ],
    [
      ['إنتاج المواد الإعلامية', 'Produce media material'],
      ['تنفيذ حملات التوعية', 'Run awareness campaigns'],
      ['رصد ما يُنشر والرد على الاستفسارات', 'Monitor what is published and answer questions'],
    ],
  ),
  office_coordinator: card(
    'P-118',
    'administrative',
    [10, 13],
    ['منسق', 'Coordinator'],
    ['تنسيق أعمال المكتب ومواعيده ومتابعة تكليفاته.', "Coordinate the office's work, appointments and assignments."],
    [
      ['متابعة المراسلات والتكليفات', 'Follow up letters and assignments'],
      ['التحضير للاجتماعات وتدوين محاضرها', 'Prepare meetings and write their minutes'],
      ['حفظ الوثائق وفهرستها', 'File and index documents'],
    ],
  ),
  administrative_assistant: card(
    'P-119',
    'administrative',
    [12, 15],
    ['مساعد إداري', 'Administrative Assistant'],
    ['تقديم الدعم الإداري للتقسيم التنظيمي.', 'Give administrative support to the division.'],
    [
      ['استلام المعاملات وتسليمها', 'Receive and hand over transactions'],
      ['متابعة الأصول والمستلزمات', 'Follow up assets and supplies'],
      ['تحديث السجلات اليومية', 'Keep the daily records'],
    ],
  ),
} as const satisfies Record<string, PostCard>

export type StaffPost = keyof typeof staffPosts
