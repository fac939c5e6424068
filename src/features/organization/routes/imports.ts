import type { Handlers } from '../../../platform/http/implement.ts'
import type { importContract } from '../schema/imports.ts'
import { confirmImport, importTemplate, previewImport } from '../usecases/imports.ts'

export const importRoutes: Handlers<typeof importContract> = {
  'GET /api/organization/imports/:kind/template': ({ params, query, language }) =>
    importTemplate({ ...params, ...query, language }),
  'POST /api/organization/imports/:kind/preview': ({ params, query, ...context }) =>
    previewImport({ ...context, ...params, on: query.on }),
  'POST /api/organization/imports/:kind': ({ params, query, ...context }) =>
    confirmImport({ ...context, ...params, ...query }),
}
