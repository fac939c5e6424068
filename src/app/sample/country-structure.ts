import { staffPosts } from '../../features/organization/sample/staff-posts.ts'
import { closingDays } from './country-closings.ts'
import { type CountryDivision, entityName } from './country-shape.ts'
import { nodeCode, nodeId, nodeKind, nodesOfPlan, nodeTitle, type Own, openingOf, type World } from './country-world.ts'
import { kinds } from './stable-ids.ts'

export const postCodes = Object.values(staffPosts)
const divisionWords = {
  entity: ['الجهة', 'Entity'],
  directorate_general: ['المديرية العامة', 'Directorate General'],
  department: ['دائرة', 'Department'],
  section: ['قسم', 'Section'],
} as const

/** Divisions, posts, holidays, plans and cycles of an entity: all that does not grow with its people. */
export function addStructure(
  { writer, idOf, since, days, cycles, holidays }: World,
  { entity }: Own,
  tree: readonly CountryDivision[],
): void {
  const founded = since.toISOString().slice(0, 10)
  const divisionId = (index: number) => idOf(kinds.division, entity, index)
  const path = (index: number): string => {
    const own = divisionId(index).replaceAll('-', '')
    const parent = tree[index]?.parent ?? -1
    return parent < 0 ? own : `${path(parent)}.${own}`
  }
  writer.add('entity_profiles', ['entity_id', 'updated_at'], (add) => add([idOf(kinds.entity, entity, 0), since]))
  writer.add('divisions', ['id', 'code', 'path', 'created_at'], (add) => {
    for (const [index] of tree.entries()) add([divisionId(index), `D-${index + 1}`, path(index), since])
  })
  const periods = ['id', 'division_id', 'parent_id', 'kind', 'name_ar', 'name_en', 'valid_from']
  writer.add('division_periods', periods, (add) => {
    for (const [index, { kind, parent }] of tree.entries()) {
      const name = entityName(entity)
      const [ar, en] = divisionWords[kind]
      const ofIndex = (word: string) => `${word} ${index}`
      add([
        idOf(kinds.period, entity, index),
        divisionId(index),
        parent < 0 ? null : divisionId(parent),
        kind,
        kind === 'entity' ? name.ar : ofIndex(ar),
        kind === 'entity' ? name.en : ofIndex(en),
        founded,
      ])
    }
  })
  writer.add('posts', ['id', 'code', 'title_ar', 'title_en', 'job_family', 'created_at'], (add) => {
    for (const [index, post] of postCodes.entries()) {
      add([idOf(kinds.post, entity, index), post.code, post.title.ar, post.title.en, post.family, since])
    }
    add([idOf(kinds.post, entity, postCodes.length), 'H-1', 'مدير', 'Director', 'leadership', since])
  })
  writer.add('holidays', ['id', 'starts_on', 'ends_on', 'name_ar', 'name_en'], (add) => {
    for (const [index, holiday] of holidays.entries()) {
      add([idOf(kinds.holiday, entity, index), holiday.startsOn, holiday.endsOn, holiday.nameAr, holiday.nameEn])
    }
  })
  addPlans({ writer, idOf, since, cycles }, entity, divisionId(0))
  const years = [...new Set(cycles.map((cycle) => cycle.year))]
  writer.add('cycle_years', ['year', 'kind'], (add) => {
    for (const year of years) add([year, 'quarter'])
  })
  const columns = [
    'id',
    'year',
    'kind',
    'ordinal',
    'starts_on',
    'ends_on',
    'plan_due_on',
    'status',
    'opened_at',
    'closed_at',
  ]
  writer.add('cycles', columns, (add) => {
    for (const [place, cycle] of cycles.entries()) {
      add([
        idOf(kinds.cycle, entity, place),
        cycle.year,
        'quarter',
        cycle.ordinal,
        cycle.startsOn,
        cycle.endsOn,
        cycle.planDueOn,
        cycle.open ? 'open' : 'closed',
        openingOf(cycle, days),
        cycle.open ? null : closingDays(cycle, days.date, days.calendar).closedAt,
      ])
    }
  })
}

/** A plan for each year: four objectives with two programmes each. */
function addPlans(
  { writer, idOf, since, cycles }: Pick<World, 'writer' | 'idOf' | 'since' | 'cycles'>,
  entity: number,
  owner: string,
): void {
  for (const year of new Set(cycles.map((cycle) => cycle.year))) {
    const versionId = idOf(kinds.planVersion, entity, year % 100)
    const columns = ['id', 'year', 'number', 'status', 'title_ar', 'title_en', 'approved_on', 'created_at']
    writer.add('plan_versions', columns, (add) =>
      add([versionId, year, 1, 'approved', `الخطة السنوية ${year}`, `Annual plan ${year}`, `${year - 1}-12-20`, since]),
    )
    writer.add('plan_nodes', ['id', 'year', 'code', 'created_at'], (add) => {
      for (let node = 0; node < nodesOfPlan; node += 1)
        add([nodeId(idOf, entity, year, node), year, nodeCode(node), since])
    })
    const nodeColumns = [
      'version_id',
      'node_id',
      'parent_id',
      'kind',
      'title_ar',
      'title_en',
      'owner_division_id',
      'position',
    ]
    writer.add('plan_version_nodes', nodeColumns, (add) => {
      for (let node = 0; node < nodesOfPlan; node += 1) {
        const parent = node % 3 === 0 ? null : nodeId(idOf, entity, year, node - (node % 3))
        const { ar, en } = nodeTitle(node)
        add([versionId, nodeId(idOf, entity, year, node), parent, nodeKind(node), ar, en, owner, node + 1])
      }
    })
  }
}
