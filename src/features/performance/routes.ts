import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import { addToBank, changeInBank, findInBank, retireFromBank } from './usecases/bank.ts'
import { compareDocument } from './usecases/compare.ts'
import { completionOf, completionPeopleOf, exportCompletion } from './usecases/completion.ts'
import { chooseKind, listCycles, openCycle } from './usecases/cycles.ts'
import { addComment, recordMeeting, resolveComment } from './usecases/discussion.ts'
import * as editing from './usecases/editing.ts'
import { listMine } from './usecases/mine.ts'
import { decideMany, moveDocument } from './usecases/move.ts'
import { showDocument } from './usecases/present.ts'
import { printDocument } from './usecases/print.ts'
import { listApprovals, listTeam } from './usecases/team.ts'

export const routes = implement(contract, {
  'GET /api/performance/documents': (context) => listMine(context),
  'GET /api/performance/documents/:id': async ({ params, ...context }) =>
    (await showDocument({ ...context, ...params })).view,
  'GET /api/performance/documents/:id/comparison': ({ params, query, ...context }) =>
    compareDocument({ ...context, ...params, ...query }),
  'GET /api/performance/documents/:id/pdf': ({ params, query, ...context }) =>
    printDocument({ ...context, ...params, ...query }),
  'POST /api/performance/documents/:id/objectives': ({ params, body, ...context }) =>
    editing.addObjective({ ...context, ...params, objective: body }),
  'PATCH /api/performance/documents/:id/objectives/:objectiveId': ({ params, body, ...context }) =>
    editing.changeObjective({ ...context, ...params, ...body }),
  'DELETE /api/performance/documents/:id/objectives/:objectiveId': ({ params, ...context }) =>
    editing.removeObjective({ ...context, ...params }),
  'PUT /api/performance/documents/:id/objectives/:objectiveId/links': ({ params, body, ...context }) =>
    editing.setLinks({ ...context, ...params, ...body }),
  'PUT /api/performance/documents/:id/order': ({ params, body, ...context }) =>
    editing.reorder({ ...context, ...params, order: body.objectives }),
  'POST /api/performance/documents/:id/objectives/:objectiveId/key-results': ({ params, body, ...context }) =>
    editing.addKeyResult({ ...context, ...params, keyResult: body }),
  'POST /api/performance/documents/:id/objectives/:objectiveId/key-results/paste': ({ params, body, ...context }) =>
    editing.pasteKeyResults({ ...context, ...params, rows: body.rows }),
  'PATCH /api/performance/documents/:id/key-results/:keyResultId': ({ params, body, ...context }) =>
    editing.changeKeyResult({ ...context, ...params, patch: body }),
  'DELETE /api/performance/documents/:id/key-results/:keyResultId': ({ params, ...context }) =>
    editing.removeKeyResult({ ...context, ...params }),
  'POST /api/performance/documents/:id/moves': async ({ params, body, ...context }) => {
    await moveDocument({ ...context, ...params, ...body })
    return (await showDocument({ ...context, ...params })).view
  },
  'POST /api/performance/documents/:id/comments': ({ params, body, ...context }) =>
    addComment({ ...context, ...params, ...body }),
  'POST /api/performance/documents/:id/comments/:commentId/resolve': ({ params, ...context }) =>
    resolveComment({ ...context, ...params }),
  'POST /api/performance/documents/:id/meetings': ({ params, body, ...context }) =>
    recordMeeting({ ...context, ...params, ...body }),
  'GET /api/performance/team': ({ query, ...context }) => listTeam({ ...context, query }),
  'GET /api/performance/approvals': (context) => listApprovals(context),
  'POST /api/performance/decisions': async ({ body, ...context }) => ({
    results: await decideMany({ ...context, ...body }),
  }),
  'GET /api/performance/cycles': (context) => listCycles(context),
  'PUT /api/performance/cycles/years/:year': ({ params, body, ...context }) =>
    chooseKind({ ...context, ...params, ...body }),
  'POST /api/performance/cycles/:id/open': ({ params, ...context }) => openCycle({ ...context, ...params }),
  'GET /api/performance/bank': ({ query, ...context }) =>
    findInBank({ ...context, query: { ...query, retired: query.retired === 'true' } }),
  'POST /api/performance/bank': ({ body, ...context }) => addToBank({ ...context, input: body }),
  'PUT /api/performance/bank/:id': ({ params, body, ...context }) =>
    changeInBank({ ...context, ...params, input: body }),
  'POST /api/performance/bank/:id/retire': ({ params, ...context }) => retireFromBank({ ...context, ...params }),
  'GET /api/performance/completion': ({ query, ...context }) => completionOf({ ...context, ...query }),
  'GET /api/performance/completion/people': ({ query, ...context }) => completionPeopleOf({ ...context, ...query }),
  'GET /api/performance/completion/export': ({ query, ...context }) => exportCompletion({ ...context, ...query }),
})
