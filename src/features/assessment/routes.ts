import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import { closeCycle, decideCycle, listClosingPeople, showClosing } from './usecases/closing.ts'
import * as corrections from './usecases/corrections.ts'
import { addEvidence, readEvidence, removeEvidence } from './usecases/evidence.ts'
import { giveFeedback, listFeedback, listFeedbackPeople, readFeedback } from './usecases/feedback.ts'
import { listMine } from './usecases/mine.ts'
import { approveMany, moveAssessment } from './usecases/move.ts'
import { showAssessment } from './usecases/present.ts'
import { printAssessment } from './usecases/print.ts'
import { recordActual } from './usecases/record.ts'
import { listQueue, listTeam } from './usecases/team.ts'
import { recordMeeting, writeDifficulties, writeFeedback } from './usecases/writing.ts'

type Shown = Parameters<typeof showAssessment>[0]
const view = async (request: Shown) => (await showAssessment(request)).view

export const routes = implement(contract, {
  'GET /api/assessments': (context) => listMine(context),
  'GET /api/assessments/:documentId': ({ params, ...context }) => view({ ...context, ...params }),
  'GET /api/assessments/:documentId/pdf': ({ params, query, ...context }) =>
    printAssessment({ ...context, ...params, ...query }),
  'PATCH /api/assessments/:documentId/lines/:keyResultId': ({ params, body, ...context }) =>
    recordActual({ ...context, ...params, ...body }),
  'POST /api/assessments/:documentId/lines/:keyResultId/evidence': ({ params, query, ...context }) =>
    addEvidence({ ...context, ...params, ...query }),
  'GET /api/assessments/:documentId/lines/:keyResultId/evidence/:evidenceId': ({ params, query, ...context }) =>
    readEvidence({ ...context, ...params, preview: query.preview === 'true' }),
  'DELETE /api/assessments/:documentId/lines/:keyResultId/evidence/:evidenceId': ({ params, ...context }) =>
    removeEvidence({ ...context, ...params }),
  'PUT /api/assessments/:documentId/difficulties': ({ params, body, ...context }) =>
    writeDifficulties({ ...context, ...params, ...body }),
  'PUT /api/assessments/:documentId/feedback': ({ params, body, ...context }) =>
    writeFeedback({ ...context, ...params, ...body }),
  'POST /api/assessments/:documentId/meetings': ({ params, body, ...context }) =>
    recordMeeting({ ...context, ...params, ...body }),
  'PUT /api/assessments/:documentId/acceptance': async ({ params, body, ...context }) => {
    await corrections.acceptLines({ ...context, ...params, ...body })
    return view({ ...context, ...params })
  },
  'POST /api/assessments/:documentId/corrections': async ({ params, body, ...context }) => {
    await corrections.correctActual({ ...context, ...params, ...body })
    return view({ ...context, ...params })
  },
  'POST /api/assessments/:documentId/corrections/:correctionId/answer': async ({ params, body, ...context }) => {
    await corrections.answerCorrection({ ...context, ...params, ...body })
    return view({ ...context, ...params })
  },
  'POST /api/assessments/:documentId/corrections/:correctionId/ruling': async ({ params, body, ...context }) => {
    await corrections.ruleOnCorrection({ ...context, ...params, ...body })
    return view({ ...context, ...params })
  },
  'DELETE /api/assessments/:documentId/corrections/:correctionId': async ({ params, ...context }) => {
    await corrections.takeBackCorrection({ ...context, ...params })
    return view({ ...context, ...params })
  },
  'POST /api/assessments/:documentId/moves': async ({ params, body, ...context }) => {
    await moveAssessment({ ...context, ...params, ...body })
    return view({ ...context, ...params })
  },
  'GET /api/assessment/queue': (context) => listQueue(context),
  'POST /api/assessment/decisions': async ({ body, ...context }) => ({
    results: await approveMany({ ...context, documents: body.documents }),
  }),
  'GET /api/assessment/team': ({ query, ...context }) => listTeam({ ...context, query }),
  'GET /api/assessment/feedback': ({ query, ...context }) => listFeedback({ ...context, query }),
  'GET /api/assessment/feedback/people': (context) => listFeedbackPeople(context),
  'POST /api/assessment/feedback': ({ body, ...context }) => giveFeedback({ ...context, ...body }),
  'POST /api/assessment/feedback/read': (context) => readFeedback(context),
  'GET /api/assessment/cycles/:id/closing': ({ params, ...context }) => showClosing({ ...context, ...params }),
  'GET /api/assessment/cycles/:id/closing/people': ({ params, query, ...context }) =>
    listClosingPeople({ ...context, ...params, query }),
  'POST /api/assessment/cycles/:id/close': ({ params, body, ...context }) =>
    closeCycle({ ...context, ...params, ...body }),
  'POST /api/assessment/results/:cycleId/:employeeId/decision': ({ params, body, ...context }) =>
    decideCycle({ ...context, ...params, ...body }),
})
