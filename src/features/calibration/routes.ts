import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import { exportDistribution, exportPeople } from './usecases/exports.ts'
import { answerFairness } from './usecases/fairness.ts'
import { answerIntegrity } from './usecases/integrity.ts'
import { decide, recuse, vote, withdraw } from './usecases/judge.ts'
import { compactData, listFindings, listPeople, listQuestions } from './usecases/lists.ts'
import { printMinutes } from './usecases/minutes.ts'
import { openCase } from './usecases/open-case.ts'
import { listCases, showCase } from './usecases/present-case.ts'
import { showSitting } from './usecases/present-sitting.ts'
import { signResults, takeSignatureBack } from './usecases/sign.ts'
import { attend, callSitting, changeSitting, moveSitting } from './usecases/sittings.ts'
import { listYears, showWorkbench } from './usecases/workbench.ts'

export const routes = implement(contract, {
  'GET /api/calibration/years': (context) => listYears(context),
  'GET /api/calibration/:year': ({ params, ...context }) => showWorkbench({ ...context, ...params }),
  'GET /api/calibration/:year/people': ({ params, query, ...context }) =>
    listPeople({ ...context, ...params, ...query }),
  'GET /api/calibration/:year/data': ({ params, ...context }) => compactData({ ...context, ...params }),
  'GET /api/calibration/:year/export/people': ({ params, query, ...context }) =>
    exportPeople({ ...context, ...params, ...query }),
  'GET /api/calibration/:year/export/distribution': ({ params, query, ...context }) =>
    exportDistribution({ ...context, ...params, ...query }),
  'GET /api/calibration/:year/cases': ({ params, query, ...context }) => listCases({ ...context, ...params, query }),
  'POST /api/calibration/:year/cases': ({ params, body, ...context }) => openCase({ ...context, ...params, ...body }),
  'GET /api/calibration/cases/:id': ({ params, ...context }) => showCase({ ...context, ...params }),
  'PUT /api/calibration/cases/:id/vote': async ({ params, body, ...context }) => {
    await vote({ ...context, ...params, rank: body.rank, note: body.note })
    return showCase({ ...context, ...params })
  },
  'POST /api/calibration/cases/:id/recusals': async ({ params, body, ...context }) => {
    await recuse({ ...context, ...params, ...body })
    return showCase({ ...context, ...params })
  },
  'POST /api/calibration/cases/:id/decision': async ({ params, body, ...context }) => {
    await decide({ ...context, ...params, ...body })
    return showCase({ ...context, ...params })
  },
  'POST /api/calibration/cases/:id/withdraw': async ({ params, body, ...context }) => {
    await withdraw({ ...context, ...params, ...body })
    return undefined
  },
  'POST /api/calibration/:year/sittings': async ({ params, body, ...context }) => {
    const { id } = await callSitting({ ...context, ...params, ...body })
    return showSitting({ ...context, id })
  },
  'GET /api/calibration/sittings/:id': ({ params, ...context }) => showSitting({ ...context, ...params }),
  'PATCH /api/calibration/sittings/:id': async ({ params, body, ...context }) => {
    await changeSitting({ ...context, ...params, change: body })
    return showSitting({ ...context, ...params })
  },
  'PUT /api/calibration/sittings/:id/attendance/:memberId': async ({ params, body, ...context }) => {
    await attend({ ...context, ...params, ...body })
    return showSitting({ ...context, id: params.id })
  },
  'POST /api/calibration/sittings/:id/moves': async ({ params, body, ...context }) => {
    await moveSitting({ ...context, ...params, ...body })
    return showSitting({ ...context, ...params })
  },
  'GET /api/calibration/sittings/:id/minutes': ({ params, query, ...context }) =>
    printMinutes({ ...context, ...params, ...query }),
  'GET /api/calibration/:year/fairness': ({ params, ...context }) => listFindings({ ...context, ...params }),
  'PUT /api/calibration/:year/fairness/:id/answer': ({ params, body, ...context }) =>
    answerFairness({ ...context, ...params, ...body }),
  'GET /api/calibration/:year/integrity': ({ params, query, ...context }) =>
    listQuestions({ ...context, ...params, ...query }),
  'PUT /api/calibration/:year/integrity/:id/answer': ({ params, body, ...context }) =>
    answerIntegrity({ ...context, ...params, ...body }),
  'POST /api/calibration/:year/signatures': ({ params, body, ...context }) =>
    signResults({ ...context, ...params, ...body }),
  'DELETE /api/calibration/:year/signatures': async ({ params, ...context }) => {
    await takeSignatureBack({ ...context, ...params })
    return undefined
  },
})
