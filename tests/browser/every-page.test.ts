import { expect, test } from 'vitest'
import { entryPages } from '../../src/app/web/entry-pages.ts'
import { pages } from '../../src/app/web/pages.ts'
import type { SampleKey } from '../../src/features/accounts/sample.ts'
import { languages } from '../../src/shared/locale.ts'
import { expectSound, itqan, type Visit } from './support/itqan.ts'

const product = await itqan()

/** Who opens a page: someone whose menu holds it. */
const openers: readonly (readonly [RegExp, SampleKey])[] = [
  [/^\/administration\/entities/, 'platform_administrator'],
  [/^\/administration\/plan|^\/plan\/directions/, 'planning'],
  [/^\/administration\/(objectives-bank|years)|^\/reports/, 'ejada_team'],
  [/^\/administration/, 'entity_administrator'],
  [/^\/committees\/(calibration|excellence)/, 'review_chair'],
  [/^\/committees\/grievances/, 'grievance_chair'],
  [/^\/team\/excellence/, 'higher_official'],
  [/^\/team|^\/$|^\/inbox|^\/notices|^\/documents|^\/assessments|^\/results/, 'supervisor'],
  [/./, 'employee'],
]

const sql = {
  '/documents/:id': `SELECT d.id FROM performance_documents d JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
     WHERE e.name_en = 'Salim bin Nasser Al Harrasi' ORDER BY d.created_at DESC LIMIT 1`,
  '/documents/:id/edit': `SELECT d.id FROM performance_documents d JOIN employees e ON e.entity_id = d.entity_id AND e.id = d.employee_id
     WHERE e.name_en = 'Mazin bin Ali Al Shihi' AND d.status = 'draft'`,
  '/assessments/:documentId': `SELECT a.document_id AS "documentId" FROM assessments a JOIN employees e ON e.entity_id = a.entity_id AND e.id = a.employee_id
     WHERE e.name_en = 'Salim bin Nasser Al Harrasi' AND a.closed_at IS NOT NULL ORDER BY a.opened_at DESC LIMIT 1`,
  '/administration/cycles/:id/closing': `SELECT id FROM cycles WHERE status = 'open' ORDER BY starts_on LIMIT 1`,
  '/administration/policies/proposals/:id': `SELECT id FROM policy_values WHERE status = 'proposed'`,
  '/administration/employees/:id': `SELECT id FROM employees WHERE name_en = 'Mazin bin Ali Al Shihi'`,
  '/plan/annual/nodes/:id': `SELECT n.id FROM plan_nodes n JOIN plan_version_nodes v ON v.entity_id = n.entity_id AND v.node_id = n.id
     WHERE v.kind = 'programme' ORDER BY n.code LIMIT 1`,
  '/committees/calibration/:year': `SELECT year FROM appraisal_years WHERE status = 'frozen'`,
  '/committees/calibration/:year/sittings/:id': `SELECT s.year, s.id FROM sittings s
     JOIN appraisal_years y ON y.entity_id = s.entity_id AND y.year = s.year WHERE y.status = 'frozen' ORDER BY s.number LIMIT 1`,
  '/my/results/:year': `SELECT year FROM appraisal_years WHERE status = 'published'`,
  '/results/:employeeId/:year': `SELECT r.employee_id AS "employeeId", r.year FROM annual_results r
     JOIN employees e ON e.entity_id = r.entity_id AND e.id = r.employee_id
     WHERE e.name_en = 'Salim bin Nasser Al Harrasi' AND r.published_at IS NOT NULL LIMIT 1`,
  '/committees/grievances/:id': 'SELECT id FROM grievances ORDER BY id LIMIT 1',
  '/team/excellence/:id': `SELECT id FROM excellence_nominations WHERE status = 'requested'`,
  '/committees/excellence/:id': `SELECT id FROM excellence_nominations WHERE status = 'submitted'`,
  '/committees/calibration/:year/integrity': `SELECT year FROM appraisal_years WHERE status = 'frozen'`,
} as const

/** Pages of a case of somebody whom nobody of the cast is, or sits in judgement of: their own journeys look at them. */
const elsewhere = ['/my/grievances/:id', '/my/support/:id', '/committees/low-performance/:id']

const addresses = await Promise.all(
  pages
    .filter(({ path }) => path !== '/design' && !elsewhere.includes(path))
    .map(async ({ path }) => {
      const who: SampleKey = path.endsWith('/edit')
        ? 'employee'
        : (openers.find(([shape]) => shape.test(path))?.[1] ?? 'employee')
      return { path, who, address: path.includes(':') ? filled(path, await placesFor(path)) : path }
    }),
)

/** `/documents/:id` with the values of a row whose columns are named as the places of the path. */
function filled(path: string, places: Readonly<Record<string, unknown>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => String(places[name]))
}

async function placesFor(path: string): Promise<Readonly<Record<string, unknown>>> {
  const query = sql[path as keyof typeof sql]
  expect(query, `the page ${path} needs an id: say which in this file`).toBeDefined()
  const client = await product.owner.connect()
  try {
    const entity = await client.query("SELECT id FROM entities WHERE name_en = 'Ministry of Labour'")
    await client.query("SELECT set_config('itqan.entity_id', $1, false)", [entity.rows[0].id])
    const { rows } = await client.query(query)
    expect(rows, `the sample has nothing to show on ${path}`).not.toEqual([])
    return rows[0]
  } finally {
    client.release(true)
  }
}

for (const language of languages) {
  const visits = new Map<SampleKey, Promise<Visit>>()
  const visitOf = (who: SampleKey) => {
    const visit = visits.get(who) ?? product.visitAs(who, { language })
    visits.set(who, visit)
    return visit
  }

  for (const { path, who, address } of addresses) {
    test(`${path} is sound in ${language}, wide and on a phone`, async () => {
      const visit = await visitOf(who)
      await visit.page.setViewportSize({ width: 1366, height: 900 })
      await visit.open(address)
      expect(await visit.page.locator('[data-error-state]').count(), 'an error in place of the content').toBe(0)
      await expectSound(visit, `${address} ${language}`)
      await visit.page.setViewportSize({ width: 360, height: 780 })
      await expectNoSidewaysScroll(visit, `${address} ${language} at 360`)
    })
  }

  for (const { path } of entryPages) {
    test(`${path} is sound in ${language} before sign-in`, async () => {
      const visit = await product.visit({ language })
      await visit.open(path)
      await expectSound(visit, `${path} ${language}`)
      await visit.page.setViewportSize({ width: 360, height: 780 })
      await expectNoSidewaysScroll(visit, `${path} ${language} at 360`)
      await visit.context.close()
    })
  }
}

async function expectNoSidewaysScroll({ page }: Visit, name: string): Promise<void> {
  const sideways = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  // The page settles after its width has changed; what it settles to is what people see.
  await expect.poll(sideways, { message: `${name} scrolls sideways`, timeout: 5000 }).toBeLessThanOrEqual(0)
}

test('the check of a page finds what it is there to find', async () => {
  const visit = await product.visit()
  await visit.open('/sign-in')
  await visit.page.evaluate(() => {
    document
      .querySelector('main')
      ?.insertAdjacentHTML(
        'beforeend',
        '<img src="/icon.svg"><p style="inline-size:3000px">performance.editor.saved</p>',
      )
  })
  await expect(expectSound(visit, 'a page with mistakes')).rejects.toThrow('image-alt')
})
