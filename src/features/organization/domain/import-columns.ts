/** What can be imported, and under which headings its columns are recognised. The first two are those of the template. */

export const importKinds = ['divisions', 'posts', 'employees'] as const
export type ImportKind = (typeof importKinds)[number]

/** More bytes than this are refused, as are more than 100,000 rows (decisions H15). */
export const importLimits = { bytes: 32 * 1024 * 1024 } as const

type Columns = Readonly<Record<string, readonly [ar: string, en: string, ...others: string[]]>>

export const importColumns = {
  divisions: {
    code: ['رمز التقسيم', 'Division code', 'الرمز', 'code', 'رقم التقسيم'],
    parent: ['رمز التقسيم الأعلى', 'Parent code', 'التقسيم الأعلى', 'يتبع', 'parent'],
    kind: ['نوع التقسيم', 'Kind', 'النوع', 'type'],
    nameAr: ['اسم التقسيم بالعربية', 'Name in Arabic', 'اسم التقسيم', 'الاسم', 'arabic name'],
    nameEn: ['اسم التقسيم بالإنجليزية', 'Name in English', 'english name'],
  },
  posts: {
    code: ['رمز الوظيفة', 'Post code', 'الرمز', 'code'],
    titleAr: ['مسمى الوظيفة بالعربية', 'Title in Arabic', 'مسمى الوظيفة', 'المسمى الوظيفي'],
    titleEn: ['مسمى الوظيفة بالإنجليزية', 'Title in English'],
    family: ['المجموعة الوظيفية', 'Job family', 'المجموعة', 'family'],
    purposeAr: ['الغرض من الوظيفة بالعربية', 'Purpose in Arabic', 'الغرض من الوظيفة'],
    purposeEn: ['الغرض من الوظيفة بالإنجليزية', 'Purpose in English'],
    dutiesAr: ['الواجبات بالعربية', 'Duties in Arabic', 'الواجبات', 'المهام'],
    dutiesEn: ['الواجبات بالإنجليزية', 'Duties in English'],
  },
  employees: {
    civilNumber: ['الرقم المدني', 'Civil number', 'رقم البطاقة', 'civil id'],
    employeeNumber: ['الرقم الوظيفي', 'Employee number', 'رقم الموظف', 'staff number'],
    nameAr: ['الاسم بالعربية', 'Name in Arabic', 'اسم الموظف', 'الاسم', 'arabic name'],
    nameEn: ['الاسم بالإنجليزية', 'Name in English', 'english name'],
    gender: ['الجنس', 'Gender', 'النوع', 'sex'],
    hiredOn: ['تاريخ التعيين', 'Hire date', 'hired on'],
    division: ['رمز التقسيم', 'Division code', 'التقسيم', 'division'],
    post: ['رمز الوظيفة', 'Post code', 'الوظيفة', 'post'],
    level: ['الدرجة', 'Level', 'الدرجة المالية', 'المستوى', 'grade'],
    supervisor: ['الرقم المدني للمسؤول المباشر', 'Supervisor', 'المسؤول المباشر', 'supervisor civil number'],
    heads: ['يرأس التقسيم', 'Heads the division', 'رئيس التقسيم'],
    phone: ['الهاتف', 'Phone', 'رقم الهاتف', 'mobile'],
    email: ['البريد الإلكتروني', 'E-mail', 'البريد', 'email'],
  },
} as const satisfies Record<ImportKind, Columns>

/** Columns without which nothing can be read. */
export const requiredColumns: Readonly<Record<ImportKind, readonly string[]>> = {
  divisions: ['code', 'kind', 'nameAr', 'nameEn'],
  posts: ['code', 'titleAr', 'titleEn', 'family'],
  employees: ['civilNumber', 'nameAr', 'nameEn', 'gender', 'hiredOn', 'division', 'post', 'level'],
}
