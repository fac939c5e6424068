import type { Tx } from '../../platform/db/database.ts'

type Name = { readonly ar: string; readonly en: string }

/** A person of the sample as whom a visitor may sign in. */
export type SampleSignIn = {
  readonly key: string
  readonly role: Name
  readonly civilNumber: string
  readonly name: Name
  readonly password: string
}

/** Known to everybody: it opens the sample, which holds nothing real. */
export const samplePassword = 'Itqan-sample-2040'

type Cast = Omit<SampleSignIn, 'password'>

function cast<K extends string>(
  key: K,
  civilNumber: string,
  role: readonly [string, string],
  name: readonly [string, string],
) {
  const both = ([ar, en]: readonly [string, string]): Name => ({ ar, en })
  return { key, civilNumber, role: both(role), name: both(name) } satisfies Cast & { key: K }
}

/** In the order in which they are shown. A civil number may begin with zero (NF-10). */
export const sampleCast = [
  cast('employee', '09214477', ['موظف', 'Employee'], ['مازن بن علي الشحي', 'Mazin bin Ali Al Shihi']),
  cast(
    'supervisor',
    '10472236',
    ['مسؤول مباشر', 'Direct supervisor'],
    ['بدرية بنت سيف الهنائية', 'Badriya bint Saif Al Hinaiya'],
  ),
  cast('delegate', '11305528', ['مفوَّض بالإنابة', 'Delegate'], ['أحمد بن خلفان الريامي', 'Ahmed bin Khalfan Al Riyami']),
  cast(
    'higher_official',
    '08861904',
    ['مسؤول أعلى', 'Higher official'],
    ['ليلى بنت حمود الحارثية', 'Laila bint Hamood Al Harthiya'],
  ),
  cast(
    'head',
    '07350018',
    ['رئيس الوحدة', 'Head of the entity'],
    ['يوسف بن ناصر المحروقي', 'Yousuf bin Nasser Al Mahrouqi'],
  ),
  cast(
    'head_office',
    '11930764',
    ['مكتب رئيس الوحدة', 'Head’s office'],
    ['سعاد بنت مبارك اللواتية', 'Suad bint Mubarak Al Lawatiya'],
  ),
  cast(
    'ejada_team',
    '12690341',
    ['فريق تطبيق إجادة', 'Ejada team'],
    ['فاطمة بنت سالم الرواحية', 'Fatma bint Salim Al Rawahiya'],
  ),
  cast('planning', '13117862', ['التخطيط', 'Planning'], ['مريم بنت سعيد الكيومية', 'Maryam bint Said Al Kiyumiya']),
  cast(
    'entity_administrator',
    '12048859',
    ['إدارة نظام الوحدة', 'Entity administrator'],
    ['عبدالله بن خميس العامري', 'Abdullah bin Khamis Al Amri'],
  ),
  cast('auditor', '10933175', ['تدقيق', 'Auditor'], ['زاهر بن محمد العبري', 'Zahir bin Mohammed Al Abri']),
  cast(
    'review_chair',
    '10258841',
    ['رئاسة لجنة المراجعة', 'Review committee: chair'],
    ['حمود بن سالم الفارسي', 'Hamood bin Salim Al Farsi'],
  ),
  cast(
    'review_member',
    '12477305',
    ['عضوية لجنة المراجعة', 'Review committee: member'],
    ['عزة بنت خليفة المعمرية', 'Azza bint Khalifa Al Maamariya'],
  ),
  cast(
    'grievance_chair',
    '09716623',
    ['رئاسة لجنة التظلمات', 'Grievance committee: chair'],
    ['سعيد بن هلال الغيلاني', 'Said bin Hilal Al Ghailani'],
  ),
  cast(
    'platform_administrator',
    '14520067',
    ['إدارة المنصة', 'Platform administrator'],
    ['قيس بن حمد الجابري', 'Qais bin Hamad Al Jabri'],
  ),
  cast(
    'other_entity',
    '11784420',
    ['جهة أخرى: إدارة النظام', 'Another entity: administrator'],
    ['نوف بنت أحمد الوهيبية', 'Nouf bint Ahmed Al Wahaibiya'],
  ),
] as const

export type SampleKey = (typeof sampleCast)[number]['key']

/** The sign-ins of the sample that this database holds, in their order; none where no sample was loaded. */
export async function sampleSignIns(tx: Tx): Promise<SampleSignIn[]> {
  const sample = await tx.selectFrom('entities').select('id').where('sample', '=', true).limit(1).executeTakeFirst()
  if (!sample) return []
  const numbers = sampleCast.map((person) => person.civilNumber)
  const found = await tx
    .selectFrom('sign_in_identities')
    .select('civil_number')
    .where('civil_number', 'in', numbers)
    .where('password_hash', 'is not', null)
    .where('disabled_at', 'is', null)
    .execute()
  const known = new Set(found.map((row) => row.civil_number))
  return sampleCast
    .filter((person) => known.has(person.civilNumber))
    .map((person) => ({ ...person, password: samplePassword }))
}
