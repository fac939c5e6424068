import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import type { Act } from './usecases/act.ts'
import {
  attachFile,
  beginDossier,
  discardDossier,
  linkKeyResult,
  removeEvidence,
  writeClaim,
} from './usecases/dossier.ts'
import { recordFinding } from './usecases/examine.ts'
import { downloadFile, previewFile } from './usecases/files.ts'
import { listCases, listTeam } from './usecases/lists.ts'
import { moveNomination } from './usecases/move.ts'
import { showNomination } from './usecases/present.ts'
import { designate, designated, endDesignation } from './usecases/projects.ts'
import { requestNomination, showMine } from './usecases/request.ts'

export const routes = implement(contract, {
  'GET /api/excellence/mine': ({ query, ...context }) => showMine({ ...context, ...query }),
  'POST /api/excellence/requests': async ({ body, ...context }) =>
    showNomination({ ...context, id: await requestNomination({ ...context, ...body }) }),
  'GET /api/excellence/team': ({ query, ...context }) => listTeam({ ...context, ...query }),
  'POST /api/excellence': async ({ body, ...context }) =>
    showNomination({ ...context, id: await beginDossier({ ...context, ...body }) }),
  'GET /api/excellence/cases': ({ query, ...context }) => listCases({ ...context, ...query }),
  'GET /api/excellence/projects': ({ query, ...context }) => designated({ ...context, ...query }),
  'POST /api/excellence/projects': ({ body, ...context }) => designate({ ...context, ...body }),
  'POST /api/excellence/projects/:id/end': ({ params, ...context }) => endDesignation({ ...context, ...params }),
  'GET /api/excellence/:id': ({ params, ...context }) => showNomination({ ...context, ...params }),
  'DELETE /api/excellence/:id': async ({ params, ...context }) => {
    await discardDossier({ ...context, ...params })
    return undefined
  },
  'PUT /api/excellence/:id/claims/:condition': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => writeClaim({ ...request, ...body })),
  'POST /api/excellence/:id/files': ({ params, query, file, ...context }) =>
    after({ ...context, ...params }, (request) => attachFile({ ...request, ...query, file })),
  'GET /api/excellence/:id/files/:fileId': ({ params, ...context }) => downloadFile({ ...context, ...params }),
  'GET /api/excellence/:id/files/:fileId/preview': ({ params, ...context }) => previewFile({ ...context, ...params }),
  'POST /api/excellence/:id/links': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => linkKeyResult({ ...request, ...body })),
  'DELETE /api/excellence/:id/evidence/:evidenceId': ({ params, ...context }) =>
    after({ ...context, ...params }, removeEvidence),
  'PUT /api/excellence/:id/findings/:condition': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => recordFinding({ ...request, ...body })),
  'POST /api/excellence/:id/moves': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => moveNomination({ ...request, ...body })),
})

/** Does something to a nomination and answers with it as it then stands for the actor. */
async function after<R extends Act & { readonly id: string }>(request: R, act: (request: R) => Promise<void>) {
  await act(request)
  return showNomination(request)
}
