import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import {
  directionsOf,
  publishDirection,
  removeDirection,
  rewordDirection,
  writeDirection,
} from './usecases/directions.ts'
import { importPlan, previewPlan } from './usecases/import-plan.ts'
import { planTemplate, versionSheet } from './usecases/plan-sheet.ts'
import { nodeOf, planOf } from './usecases/read-plan.ts'
import { approveVersion, discardVersion, markPreliminary } from './usecases/versions.ts'
import { readVersions } from './views/versions.ts'

export const routes = implement(contract, {
  'GET /api/plan': ({ query, actor, now, tx }) =>
    planOf({ year: query.year, versionId: query.version, actor, now, tx }),
  'GET /api/plan/nodes/:id': ({ params, now, tx }) => nodeOf({ ...params, now, tx }),
  'GET /api/plan/versions': async ({ query: { year }, tx }) => ({ year, versions: await readVersions(tx, { year }) }),
  'GET /api/plan/template': ({ query, language, now, tx }) => planTemplate({ ...query, language, now, tx }),
  'GET /api/plan/versions/:id/sheet': ({ params, language, now, tx }) => versionSheet({ ...params, language, now, tx }),
  'POST /api/plan/versions/preview': ({ query, file, now, tx }) => previewPlan({ ...query, file, now, tx }),
  'POST /api/plan/versions': ({ query, file, actor, now, tx, newId }) =>
    importPlan({ ...query, file, actor, now, tx, newId }),
  'POST /api/plan/versions/:id/preliminary': ({ params, version, actor, now, tx }) =>
    markPreliminary({ ...params, version, actor, now, tx }),
  'POST /api/plan/versions/:id/approve': ({ params, body, version, actor, now, tx }) =>
    approveVersion({ ...params, ...body, version, actor, now, tx }),
  'DELETE /api/plan/versions/:id': async ({ params, version, actor, now, tx }) => {
    await discardVersion({ ...params, version, actor, now, tx })
    return undefined
  },
  'GET /api/plan/directions': async ({ query: { year }, actor, now, tx }) => {
    const { directions, divisions } = await directionsOf({ year, actor, now, tx })
    return { year, directions: [...directions], divisions: [...divisions] }
  },
  'POST /api/plan/directions': ({ body, actor, now, tx, newId }) => writeDirection({ ...body, actor, now, tx, newId }),
  'PUT /api/plan/directions/:id': ({ params, body, version, actor, now, tx }) =>
    rewordDirection({ ...params, ...body, version, actor, now, tx }),
  'POST /api/plan/directions/:id/publish': ({ params, version, actor, now, tx, newId }) =>
    publishDirection({ ...params, version, actor, now, tx, newId }),
  'DELETE /api/plan/directions/:id': async ({ params, version, actor, now, tx }) => {
    await removeDirection({ ...params, version, actor, now, tx })
    return undefined
  },
})
