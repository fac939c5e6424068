import { describe, expect, test } from 'vitest'
import { type KnownDivision, planDivisions } from './import-divisions.ts'
import { type ImportWorld, type KnownEmployee, planEmployees } from './import-employees.ts'
import type { Finding, ImportRow } from './import-findings.ts'
import { planPosts, readDuties } from './import-posts.ts'
import { readDivisionKind, readGender, readJobFamily, readLevel, readYesNo } from './import-words.ts'

const rowsOf = (list: readonly Record<string, string>[]): ImportRow[] =>
  list.map((cells, index) => ({ line: index + 2, cells }))
const told = (findings: readonly Finding[]) => findings.map(({ line, column, code }) => [line, column, code])

const person = {
  civilNumber: '01234567',
  employeeNumber: '100',
  nameAr: 'سالم بن ناصر الحراصي',
  nameEn: 'Salim Al Harrasi',
  gender: 'ذكر',
  hiredOn: '2020-03-01',
  division: 'HR',
  post: 'P1',
  level: '5',
}
const known: KnownEmployee = {
  id: 'id-badriya',
  civilNumber: '07654321',
  employeeNumber: '200',
  name: { ar: 'بدرية الهنائية', en: 'Badriya Al Hinai' },
  gender: 'female',
  hiredOn: '2015-01-01',
  phone: null,
  email: null,
  exitedOn: null,
  placement: { divisionId: 'd-hr', postId: 'p-1', level: 4 },
  supervisorId: null,
}
const world: ImportWorld = {
  on: '2026-01-01',
  employees: [known],
  divisions: new Map([['HR', 'd-hr']]),
  posts: new Map([['P1', 'p-1']]),
  heads: new Map(),
  takenElsewhere: new Set(['09999999']),
}
const plan = (...list: Record<string, string>[]) => planEmployees(rowsOf(list), world)

describe('an import of employees', () => {
  test('adds a person whose row is right, under a supervisor named by employee number', () => {
    const { findings, added } = plan({ ...person, supervisor: '200' })
    expect(findings).toEqual([])
    expect(added).toMatchObject([{ civilNumber: '01234567', supervisorCivilNumber: '07654321', gender: 'male' }])
  })

  test('takes Arabic digits, dates by day first, bidi marks and words of either language', () => {
    const { findings, added } = plan({
      ...person,
      civilNumber: '\u200f٠١٢٣٤٥٦٧\u200e',
      nameAr: '\u202bسالم الحراصي\u202c',
      gender: 'Male',
      level: 'الدرجة الخامسة',
      hiredOn: '٢٠٢٠/٣/١',
      supervisor: '٠٧٦٥٤٣٢١',
    })
    expect(findings).toEqual([])
    expect(added).toMatchObject([
      {
        civilNumber: '01234567',
        name: { ar: 'سالم الحراصي' },
        gender: 'male',
        hiredOn: '2020-03-01',
        placement: { level: 5 },
        supervisorCivilNumber: '07654321',
      },
    ])
  })

  test.each([
    ['a civil number with letters', { civilNumber: 'A1234567' }, 'civilNumber', 'not_a_civil_number'],
    ['a missing civil number', { civilNumber: '' }, 'civilNumber', 'required'],
    ['a name that is missing in Arabic', { nameAr: ' ' }, 'nameAr', 'required'],
    ['a name that is missing in English', { nameEn: '\u200f' }, 'nameEn', 'required'],
    ['a name of 201 letters', { nameAr: 'س'.repeat(201) }, 'nameAr', 'too_long'],
    ['an unknown gender', { gender: '؟' }, 'gender', 'not_a_gender'],
    ['a day that does not exist', { hiredOn: '30/02/2020' }, 'hiredOn', 'not_a_date'],
    ['a level beyond 20', { level: '21' }, 'level', 'not_a_level'],
    ['an unknown division', { division: 'XX' }, 'division', 'unknown_division'],
    ['an unknown post', { post: 'P9' }, 'post', 'unknown_post'],
    ['an unknown supervisor', { supervisor: '55555' }, 'supervisor', 'unknown_supervisor'],
    ['oneself as supervisor', { supervisor: '100' }, 'supervisor', 'own_supervisor'],
    ['an employee number of another', { employeeNumber: '200' }, 'employeeNumber', 'number_of_another'],
    ['a number registered in another entity', { civilNumber: '09999999' }, 'civilNumber', 'registered_elsewhere'],
    ['a phone of five digits', { phone: '12345' }, 'phone', 'not_a_phone'],
    ['an e-mail without an at sign', { email: 'salim.example.om' }, 'email', 'not_an_email'],
  ])('names the row and column of %s', (_, change, column, code) => {
    const { findings } = plan({ ...person, supervisor: '200', ...change })
    expect(told(findings)).toContainEqual([2, column, code])
  })

  test('finds a civil number that stands twice in the file, and names the first line', () => {
    const { findings, added } = plan(
      { ...person, supervisor: '200' },
      { ...person, employeeNumber: '101', supervisor: '200' },
    )
    expect(findings).toMatchObject([{ line: 3, code: 'twice_in_file', params: { other: 2 } }])
    expect(added).toHaveLength(1)
  })

  test('finds a circle of supervisors inside the file, at each of its rows', () => {
    const rows = ['01', '02', '03'].map((end, index, all) => ({
      ...person,
      civilNumber: `111111${end}`,
      employeeNumber: `9${end}`,
      supervisor: `111111${all[(index + 1) % 3]}`,
    }))
    expect(told(plan(...rows).findings)).toEqual([
      [2, 'supervisor', 'supervisor_loop'],
      [3, 'supervisor', 'supervisor_loop'],
      [4, 'supervisor', 'supervisor_loop'],
    ])
  })

  test('finds a circle that closes only through people who are recorded already', () => {
    const boss = { ...known, id: 'id-boss', civilNumber: '07777777', employeeNumber: '300', supervisorId: known.id }
    const { findings } = planEmployees(
      rowsOf([{ ...person, civilNumber: known.civilNumber, employeeNumber: '200', supervisor: '300' }]),
      { ...world, employees: [known, boss] },
    )
    expect(told(findings)).toEqual([[2, 'supervisor', 'supervisor_loop']])
  })

  test('finds two heads of one division', () => {
    const { findings } = plan(
      { ...person, heads: 'نعم' },
      { ...person, civilNumber: '01234568', employeeNumber: '101', heads: 'yes' },
    )
    expect(told(findings)).toEqual([[3, 'heads', 'two_heads']])
  })

  test('does not bring back people who have left, nor puts anyone under them', () => {
    const left = { ...known, exitedOn: '2025-06-30' }
    const { findings } = planEmployees(
      rowsOf([
        { ...person, supervisor: '200' },
        { ...person, civilNumber: known.civilNumber, employeeNumber: '200' },
      ]),
      { ...world, employees: [left] },
    )
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['employee_left']))
  })

  test('changes a known person only where the file says something else, and keeps what it leaves empty', () => {
    const same = {
      civilNumber: known.civilNumber,
      nameAr: known.name.ar,
      nameEn: known.name.en,
      gender: 'أنثى',
      hiredOn: '2015-01-01',
      division: 'HR',
      post: 'P1',
      level: '4',
    }
    expect(plan(same)).toMatchObject({ unchanged: 1, added: [], changed: [], findings: [] })
    expect(plan({ ...same, level: '3' }).changed).toMatchObject([{ employeeNumber: '200', placement: { level: 3 } }])
  })

  test('tells of a new person without a supervisor, but lets it pass', () => {
    expect(plan(person).findings).toMatchObject([{ severity: 'notice', code: 'without_supervisor' }])
  })
})

const root: KnownDivision = {
  id: 'd-root',
  code: 'MOL',
  kind: 'entity',
  name: { ar: 'وزارة العمل', en: 'Ministry of Labour' },
  parentCode: null,
}
const division = {
  code: 'HR',
  parent: 'MOL',
  kind: 'دائرة',
  nameAr: 'دائرة الموارد البشرية',
  nameEn: 'Human Resources',
}

describe('an import of divisions', () => {
  const planOf = (...list: Record<string, string>[]) => planDivisions(rowsOf(list), [root])

  test('adds divisions below what stands, and below each other in any order', () => {
    const { findings, added } = planOf({ ...division, code: 'HR-1', parent: 'HR', kind: 'قسم' }, division)
    expect(findings).toEqual([])
    expect(added.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ['HR-1', 'HR'],
      ['HR', 'MOL'],
    ])
  })

  test('puts a division without a parent directly below the entity', () => {
    const { parent: _, ...top } = division
    expect(planOf(top).added).toMatchObject([{ parentCode: 'MOL' }])
  })

  test.each([
    ['an unknown parent', [{ ...division, parent: 'ZZ' }], [2, 'parent', 'unknown_parent']],
    ['an unknown kind', [{ ...division, kind: 'كوكب' }], [2, 'kind', 'not_a_kind']],
    ['a second root', [{ ...division, kind: 'وزارة' }], [2, 'kind', 'second_root']],
    ['a code that stands twice', [division, division], [3, 'code', 'twice_in_file']],
    ['a division below itself', [{ ...division, parent: 'HR' }], [2, 'parent', 'own_parent']],
    ['a missing name', [{ ...division, nameEn: '' }], [2, 'nameEn', 'required']],
  ])('names the row of %s', (_, list, finding) => expect(told(planOf(...list).findings)).toContainEqual(finding))

  test('finds divisions that would hang below each other', () => {
    const findings = planOf({ ...division, parent: 'IT' }, { ...division, code: 'IT', parent: 'HR' }).findings
    expect(told(findings)).toEqual([
      [2, 'parent', 'parent_loop'],
      [3, 'parent', 'parent_loop'],
    ])
  })
})

describe('an import of posts', () => {
  const post = { code: 'P1', titleAr: 'أخصائي تخطيط', titleEn: 'Planning specialist', family: 'تخصصية' }

  test('reads duties one a line', () => {
    const { findings, added } = planPosts(
      rowsOf([{ ...post, dutiesAr: '- إعداد الخطة\n2. متابعة المؤشرات؛ التقارير' }]),
      [],
    )
    expect(findings).toEqual([])
    expect(added[0]?.duties.ar).toEqual(['إعداد الخطة', 'متابعة المؤشرات', 'التقارير'])
  })

  test('keeps the job description of a known post where the file is silent', () => {
    const before = {
      id: 'p-1',
      code: 'P1',
      title: { ar: 'أخصائي', en: 'Specialist' },
      family: 'specialist' as const,
      purpose: { ar: 'غرض', en: 'Purpose' },
      duties: { ar: ['مهمة'], en: ['Duty'] },
    }
    expect(planPosts(rowsOf([post]), [before]).changed).toMatchObject([
      { purpose: { ar: 'غرض' }, duties: { en: ['Duty'] }, title: { en: 'Planning specialist' } },
    ])
  })

  test('names a family that does not exist', () => {
    expect(told(planPosts(rowsOf([{ ...post, family: 'سحرية' }]), []).findings)).toEqual([
      [2, 'family', 'not_a_family'],
    ])
  })

  test('a number that begins a duty stays with it', () =>
    expect(readDuties('3 تقارير شهرية')).toEqual(['3 تقارير شهرية']))
})

test.each([
  ['الدرجة 7', 7],
  ['Grade ٧', 7],
  ['السابعة', 7],
  ['الدرجة المالية الثانية عشرة', 12],
  ['Level twentieth', 20],
  ['0', null],
  ['عالية', null],
])('the level «%s» is read as %s', (text, level) => expect(readLevel(text)).toBe(level))

test('words are recognised whatever their hamza, marks and case', () => {
  expect([readGender('انثي'), readGender('FEMALE')]).toEqual(['female', 'female'])
  expect([readDivisionKind('مديريه عامه'), readDivisionKind('Section')]).toEqual(['directorate_general', 'section'])
  expect([readJobFamily('الوظائف الإشرافية'), readYesNo('لا'), readYesNo('ربما')]).toEqual(['supervisory', false, null])
})
