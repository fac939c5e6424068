type Column = { readonly heading: string; readonly type: 'text' | 'number' | 'date' }

/** The columns of the list of employees as a file, in the order of its rows. */
export const exportColumns = {
  ar: [
    { heading: 'الرقم الوظيفي', type: 'text' },
    { heading: 'الاسم بالعربية', type: 'text' },
    { heading: 'الاسم بالإنجليزية', type: 'text' },
    { heading: 'المسمى الوظيفي', type: 'text' },
    { heading: 'التقسيم', type: 'text' },
    { heading: 'الدرجة', type: 'number' },
    { heading: 'المسؤول المباشر', type: 'text' },
    { heading: 'تاريخ التعيين', type: 'date' },
    { heading: 'آخر يوم عمل', type: 'date' },
  ],
  en: [
    { heading: 'Employee number', type: 'text' },
    { heading: 'Name in Arabic', type: 'text' },
    { heading: 'Name in English', type: 'text' },
    { heading: 'Job title', type: 'text' },
    { heading: 'Division', type: 'text' },
    { heading: 'Level', type: 'number' },
    { heading: 'Direct supervisor', type: 'text' },
    { heading: 'Hire date', type: 'date' },
    { heading: 'Last day', type: 'date' },
  ],
} as const satisfies Record<'ar' | 'en', readonly Column[]>
