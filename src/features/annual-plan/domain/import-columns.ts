/** The columns of the plan's sheet, in its order. Other headings that people use are understood too. */
export const importColumns = [
  { key: 'code', ar: 'الرمز', en: 'Code', also: ['رمز العنصر', 'رقم'] },
  { key: 'kind', ar: 'النوع', en: 'Kind', also: ['نوع العنصر', 'Type'] },
  { key: 'parent', ar: 'رمز الأعلى', en: 'Parent code', also: ['ينتمي إلى', 'Parent'] },
  { key: 'titleAr', ar: 'العنوان', en: 'Title in Arabic', also: ['العنوان بالعربية', 'الاسم', 'Title'] },
  { key: 'titleEn', ar: 'العنوان بالإنجليزية', en: 'Title in English', also: [] },
  { key: 'summaryAr', ar: 'الوصف', en: 'Summary in Arabic', also: ['الوصف بالعربية', 'Summary'] },
  { key: 'summaryEn', ar: 'الوصف بالإنجليزية', en: 'Summary in English', also: [] },
  {
    key: 'owner',
    ar: 'رمز التقسيم المسؤول',
    en: 'Owner division code',
    also: ['التقسيم المسؤول', 'Owner', 'Owner division'],
  },
  { key: 'startsOn', ar: 'البداية', en: 'Start', also: ['تاريخ البداية', 'Start date'] },
  { key: 'endsOn', ar: 'النهاية', en: 'End', also: ['تاريخ النهاية', 'End date'] },
  {
    key: 'indicatorAr',
    ar: 'المؤشر',
    en: 'Indicator in Arabic',
    also: ['مؤشر الأداء', 'المؤشر بالعربية', 'Indicator'],
  },
  { key: 'indicatorEn', ar: 'المؤشر بالإنجليزية', en: 'Indicator in English', also: [] },
  { key: 'dataType', ar: 'نوع المؤشر', en: 'Indicator type', also: ['نوع البيانات'] },
  { key: 'baseline', ar: 'خط الأساس', en: 'Baseline', also: [] },
  { key: 'target', ar: 'المستهدف', en: 'Target', also: [] },
  { key: 'priority', ar: 'الأولوية الوطنية', en: 'National priority', also: ['الأولوية'] },
  { key: 'visionIndicator', ar: 'مؤشر الرؤية', en: 'Vision indicator', also: [] },
  { key: 'programme', ar: 'البرنامج الوطني', en: 'National programme', also: [] },
] as const

export type ImportColumn = (typeof importColumns)[number]['key']

/** Without these a sheet is no plan. */
export const neededColumns: readonly ImportColumn[] = ['code', 'kind', 'titleAr']

/** The words of the sheet, in either language, and what they mean. The first two of each are written in exports. */
export const kindWords = {
  objective: ['هدف', 'Objective', 'هدف استراتيجي', 'goal'],
  programme: ['برنامج', 'Programme', 'program'],
  initiative: ['مبادرة', 'Initiative'],
  project: ['مشروع', 'Project'],
} as const

export const dataTypeWords = {
  percentage: ['نسبة مئوية', 'Percentage', 'نسبة', 'percent', '%'],
  number: ['عدد', 'Number', 'رقم'],
  date: ['تاريخ', 'Date'],
} as const

/** Headings for the reader of tables. */
export const importHeadings: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  importColumns.map(({ key, ar, en, also }) => [key, [ar, en, ...also]]),
)
