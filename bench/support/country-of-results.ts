import type pg from 'pg'
import { zipfSizes } from '../../src/app/sample/country-shape.ts'

export type ResultsCountry = { readonly entities: readonly { readonly id: string; readonly people: number }[] }

const entityCount = 68
const largestShare = 0.17
const walled = [
  'divisions',
  'division_periods',
  'posts',
  'employees',
  'assignments',
  'supervisions',
  'cycle_years',
  'cycles',
  'performance_documents',
  'assessments',
  'achievements',
  'policy_values',
  'holidays',
]

/**
 * A country whose four cycles of a year wait for their closing: entities of Zipf sizes, four documents a person, six
 * key results a document with an achievement from 20 % to 120 %. Made inside the database: only what a closing reads.
 */
export async function makeResultsCountry(
  owner: pg.Pool,
  { people, year }: { readonly people: number; readonly year: number },
): Promise<ResultsCountry> {
  const sizes = zipfSizes(people, { entities: entityCount, largest: largestShare })
  const client = await owner.connect()
  const entities: { id: string; people: number }[] = []
  try {
    await client.query(`SELECT setseed(0.2040)`)
    await client.query(walled.map((table) => `ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`).join(';'))
    await client.query('ALTER TABLE performance_documents DISABLE TRIGGER USER')
    for (const [place, size] of sizes.entries()) {
      entities.push({ id: await makeEntity(client, { place, size, year }), people: size })
    }
    await client.query('ALTER TABLE performance_documents ENABLE TRIGGER USER')
    await client.query(walled.map((table) => `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`).join(';'))
    await client.query('VACUUM (ANALYZE)')
  } finally {
    client.release(true)
  }
  return { entities }
}

const idOf = (kind: string, ...parts: readonly string[]) => `md5(concat_ws('/', '${kind}', ${parts.join(', ')}))::uuid`

async function makeEntity(client: pg.PoolClient, { place, size, year }: { place: number; size: number; year: number }) {
  const code = `unit-${place}`
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO entities (id, code, name_ar, name_en, created_at)
     VALUES (${idOf('entity', '$1::text')}, $1, 'جهة ' || $1, 'Entity ' || $1, now()) RETURNING id`,
    [code],
  )
  const entity = rows[0]?.id as string
  await client.query(`SELECT set_config('itqan.entity_id', $1, false)`, [entity])
  const own = `'${code}'`
  const cycleEnds = ['03-31', '06-30', '09-30', '12-31']
  const cycleStarts = ['01-01', '04-01', '07-01', '10-01']
  const statements = [
    `INSERT INTO divisions (id, code, path, created_at)
     SELECT id, 'D' || n, text2ltree(replace(id::text, '-', '')), now()
       FROM (SELECT n, ${idOf('division', own, 'n')} AS id FROM generate_series(0, ${Math.ceil(size / 40)}) n) d`,
    `INSERT INTO division_periods (id, division_id, kind, name_ar, name_en, valid_from)
     SELECT ${idOf('division_period', own, 'id')}, id, 'section', 'قسم ' || code, 'Section ' || code, '2020-01-01' FROM divisions WHERE entity_id = itqan_entity()`,
    `INSERT INTO posts (id, code, title_ar, title_en, job_family, created_at)
     VALUES (${idOf('post', own)}, 'P', 'أخصائي', 'Specialist', 'specialist', now())`,
    `INSERT INTO employees (id, civil_number, name_ar, name_en, gender, hired_on, created_at)
     SELECT ${idOf('employee', own, 'n')}, (10000000 + n)::text, 'موظف ' || n, 'Employee ' || n,
            CASE n % 2 WHEN 0 THEN 'female' ELSE 'male' END, '2020-01-01', now()
       FROM generate_series(1, ${size}) n`,
    `INSERT INTO assignments (id, employee_id, division_id, post_id, level, valid_from)
     SELECT ${idOf('assignment', own, 'n')}, ${idOf('employee', own, 'n')}, ${idOf('division', own, 'n / 40')},
            ${idOf('post', own)}, 5 + n % 10, '2020-01-01'
       FROM generate_series(1, ${size}) n`,
    `INSERT INTO supervisions (id, employee_id, supervisor_id, valid_from)
     SELECT ${idOf('supervision', own, 'n')}, ${idOf('employee', own, 'n')}, ${idOf('employee', own, '(n + 8) / 10')}, '2020-01-01'
       FROM generate_series(2, ${size}) n`,
    `INSERT INTO cycle_years (year, kind) VALUES (${year}, 'quarter')`,
    ...cycleEnds.map(
      (ends, index) => `
     INSERT INTO cycles (id, year, kind, ordinal, starts_on, ends_on, plan_due_on, status, opened_at)
     VALUES (${idOf('cycle', own, `${index + 1}`)}, ${year}, 'quarter', ${index + 1}, '${year}-${cycleStarts[index]}', '${year}-${ends}',
             '${year}-${cycleStarts[index]}', 'open', now())`,
    ),
    `INSERT INTO performance_documents (id, cycle_id, employee_id, status, status_since, agreed_at, weight_total, updated_at, created_at)
     SELECT ${idOf('document', own, 'n', 'c')}, ${idOf('cycle', own, 'c')}, ${idOf('employee', own, 'n')}, 'closed', now(), now(), 10000, now(), now()
       FROM generate_series(1, 4) c, generate_series(1, ${size}) n`,
    `INSERT INTO assessments (document_id, employee_id, cycle_id, opened_at, updated_at, closed_at)
     SELECT id, employee_id, cycle_id, now(), now(), now() FROM performance_documents WHERE entity_id = itqan_entity()`,
    `INSERT INTO achievements (key_result_id, document_id, weight, data_type, target_below, target_meets, target_exceeds,
                               recorded, claimed, actual, achievement, level)
     SELECT ${idOf('key_result', 'document_id', 'k')}, document_id, (ARRAY[2500, 2000, 2000, 1500, 1000, 1000])[k], 'percentage', 70, 85, 95,
            true, 85, 85, reached, CASE WHEN reached >= 120000000 THEN 'exceeds' WHEN reached >= 100000000 THEN 'meets'
                                        WHEN reached >= 50000000 THEN 'below' ELSE 'under_below' END
       FROM (SELECT document_id, k, 20000000 + floor(random() * 100000001)::int AS reached
               FROM (SELECT id AS document_id FROM performance_documents WHERE entity_id = itqan_entity() OFFSET 0) d,
                    generate_series(1, 6) k) drawn`,
  ]
  for (const statement of statements) await client.query(statement)
  return entity
}
