import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import { distributionOf, excellentNames } from './usecases/distribution.ts'
import { downloadRecord, downloadResult, printRecord, printResult } from './usecases/files.ts'
import { publishLate } from './usecases/late-results.ts'
import { decideLine, lineOf, teamOf } from './usecases/line.ts'
import { overviewOf, yearsOf } from './usecases/overview.ts'
import { performanceRecord } from './usecases/record.ts'
import { listMine, readResult, showResult } from './usecases/results.ts'
import { recordView, withdrawView } from './usecases/supervisor-view.ts'
import { moveYear } from './usecases/year-moves.ts'

export const routes = implement(contract, {
  'GET /api/appraisal/mine': (context) => listMine(context),
  'GET /api/appraisal/results/:employeeId/:year': ({ params, ...context }) => showResult({ ...context, ...params }),
  'GET /api/appraisal/results/:employeeId/:year/pdf': ({ params, query, ...context }) =>
    printResult({ ...context, ...params, ...query }),
  'GET /api/appraisal/results/:employeeId/:year/json': ({ params, ...context }) =>
    downloadResult({ ...context, ...params }),
  'POST /api/appraisal/results/:employeeId/:year/read': ({ params, ...context }) =>
    readResult({ ...context, ...params }),
  'PUT /api/appraisal/results/:employeeId/:year/view': ({ params, body, ...context }) =>
    recordView({ ...context, ...params, ...body }),
  'DELETE /api/appraisal/results/:employeeId/:year/view': ({ params, ...context }) =>
    withdrawView({ ...context, ...params }),
  'GET /api/appraisal/team': ({ query, ...context }) => teamOf({ ...context, ...query }),
  'GET /api/appraisal/line': ({ query, ...context }) => lineOf({ ...context, ...query }),
  'PUT /api/appraisal/years/:year/approvals/:officialId': ({ params, body, ...context }) =>
    decideLine({ ...context, ...params, ...body }),
  'GET /api/appraisal/years': (context) => yearsOf(context),
  'GET /api/appraisal/years/:year': ({ params, ...context }) => overviewOf({ ...context, ...params }),
  'POST /api/appraisal/years/:year/moves': async ({ params, body, tx, ...context }) => {
    await moveYear(tx, { ...context, ...params, ...body })
    return overviewOf({ ...context, ...params, tx })
  },
  'POST /api/appraisal/years/:year/late': ({ params, ...context }) => publishLate({ ...context, ...params }),
  'GET /api/appraisal/distribution': ({ query, ...context }) => distributionOf({ ...context, ...query }),
  'GET /api/appraisal/excellent': ({ query, ...context }) => excellentNames({ ...context, ...query }),
  'GET /api/appraisal/record': (context) => performanceRecord(context),
  'GET /api/appraisal/record/pdf': ({ query, ...context }) => printRecord({ ...context, ...query }),
  'GET /api/appraisal/record/json': (context) => downloadRecord(context),
})
