import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import type { OnCase } from './usecases/act.ts'
import { decideGrievance } from './usecases/decide.ts'
import { attachFile, beginDraft, detachFile, discardDraft, saveDraft } from './usecases/draft.ts'
import { answerEvaluation, askEvaluation } from './usecases/evaluation.ts'
import { downloadFile, previewFile } from './usecases/files.ts'
import { printLetter } from './usecases/letter.ts'
import { listCases, listMine } from './usecases/lists.ts'
import { moveGrievance } from './usecases/move.ts'
import { giveOpinion, leavePanel, recordHearing, seatPanel } from './usecases/panel.ts'
import { showGrievance } from './usecases/present.ts'
import { extendTime } from './usecases/raise.ts'
import { exportReport, grievanceReport } from './usecases/report.ts'

export const routes = implement(contract, {
  'GET /api/grievances/mine': (context) => listMine(context),
  'POST /api/grievances': async ({ body, ...context }) =>
    showGrievance({ ...context, id: await beginDraft({ ...context, ...body }) }),
  'GET /api/grievances': ({ query, ...context }) => listCases({ ...context, ...query }),
  'GET /api/grievances/report': ({ query, ...context }) => grievanceReport({ ...context, ...query }),
  'GET /api/grievances/report/export': ({ query, ...context }) => exportReport({ ...context, ...query }),
  'GET /api/grievances/:id': ({ params, ...context }) => showGrievance({ ...context, ...params }),
  'PUT /api/grievances/:id': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => saveDraft({ ...request, written: body })),
  'DELETE /api/grievances/:id': async ({ params, ...context }) => {
    await discardDraft({ ...context, ...params })
    return undefined
  },
  'POST /api/grievances/:id/files': ({ params, query, file, ...context }) =>
    after({ ...context, ...params }, (request) => attachFile({ ...request, ...query, file })),
  'GET /api/grievances/:id/files/:fileId': ({ params, ...context }) => downloadFile({ ...context, ...params }),
  'GET /api/grievances/:id/files/:fileId/preview': ({ params, ...context }) => previewFile({ ...context, ...params }),
  'DELETE /api/grievances/:id/files/:fileId': ({ params, ...context }) =>
    after({ ...context, ...params }, (request) => detachFile({ ...request, fileId: params.fileId })),
  'POST /api/grievances/:id/moves': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => moveGrievance({ ...request, ...body })),
  'POST /api/grievances/:id/panel': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => seatPanel({ ...request, ...body })),
  'POST /api/grievances/:id/panel/step-down': async ({ params, body, ...context }) => {
    await leavePanel({ ...context, ...params, ...body })
    return undefined
  },
  'POST /api/grievances/:id/hearings': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => recordHearing({ ...request, hearing: body })),
  'PUT /api/grievances/:id/opinion': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => giveOpinion({ ...request, ...body })),
  'POST /api/grievances/:id/evaluation': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => askEvaluation({ ...request, ...body })),
  'POST /api/grievances/:id/evaluation/finding': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => answerEvaluation({ ...request, ...body })),
  'POST /api/grievances/:id/decision': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => decideGrievance({ ...request, decision: body })),
  'POST /api/grievances/:id/extension': ({ params, body, ...context }) =>
    after({ ...context, ...params }, (request) => extendTime({ ...request, ...body })),
  'GET /api/grievances/:id/letter': ({ params, query, ...context }) => printLetter({ ...context, ...params, ...query }),
})

/** Does something to a case and answers with the case as it then stands for the actor. */
async function after<R extends OnCase>(request: R, act: (request: R) => Promise<void>) {
  await act(request)
  return showGrievance(request)
}
