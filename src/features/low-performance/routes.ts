import { implement } from '../../platform/http/implement.ts'
import { contract } from './schema.ts'
import type { OnCase } from './usecases/act.ts'
import { listCases, listMine, showCase } from './usecases/present.ts'
import { answer, begin, close, plan, review, say, settleMeasure, study } from './usecases/study.ts'

export const routes = implement(contract, {
  'GET /api/low-performance/mine': (context) => listMine(context),
  'GET /api/low-performance': ({ query, ...context }) => listCases({ ...context, ...query }),
  'GET /api/low-performance/:id': ({ params, ...context }) => showCase({ ...context, ...params }),
  'PUT /api/low-performance/:id/words': ({ params, body, ...context }) =>
    after({ ...context, ...params, ...body }, say),
  'POST /api/low-performance/:id/answers': ({ params, body, ...context }) =>
    after({ ...context, ...params, ...body }, answer),
  'PUT /api/low-performance/:id/study': ({ params, body, ...context }) =>
    after({ ...context, ...params, ...body }, study),
  'PUT /api/low-performance/:id/plan': ({ params, body, ...context }) =>
    after({ ...context, ...params, ...body }, plan),
  'POST /api/low-performance/:id/begin': ({ params, ...context }) => after({ ...context, ...params }, begin),
  'POST /api/low-performance/:id/measures/:measureId': ({ params, body, ...context }) =>
    after({ ...context, ...params, ...body }, settleMeasure),
  'POST /api/low-performance/:id/reviews': ({ params, body, ...context }) =>
    after({ ...context, ...params, ...body }, review),
  'POST /api/low-performance/:id/close': ({ params, body, ...context }) =>
    after({ ...context, ...params, ...body }, close),
})

/** Does something to a case and answers with the case as it then stands for the actor. */
async function after<R extends OnCase>(request: R, act: (request: R) => Promise<void>) {
  await act(request)
  return showCase(request)
}
