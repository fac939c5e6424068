import { createHash } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { publishedSchema, schemaPath } from '../features/appraisal/schema/published.ts'
import { openApi } from '../platform/http/openapi.ts'
import { features } from './features.ts'

/**
 * The published schema of explanations, `/api/openapi.json` and the pages at `/api/docs` that explain it. Both are large and seldom asked for: they are made
 * for the first who does, and no start waits for them.
 */
export function registerDocumentation(app: FastifyInstance, { version }: { readonly version: string }): void {
  const description = once(() => {
    const contracts = features.flatMap((feature) => (feature.routes ? [feature.routes.contract] : []))
    return JSON.stringify(openApi(contracts, { version }))
  })
  const schema = once(() => JSON.stringify(publishedSchema()))
  const pages = once(loadPages)
  const explain = async (request: FastifyRequest, reply: FastifyReply) => {
    const answer = await (await pages()).inject({ url: request.url })
    for (const name of ['content-type', 'location'] as const) {
      if (answer.headers[name]) void reply.header(name, answer.headers[name])
    }
    if (String(answer.headers['content-type']).startsWith('text/html')) {
      // The page starts with a script inside the page: allowed by its own fingerprint, on this page alone.
      void reply.header('content-security-policy', `${security} script-src 'self' ${fingerprints(answer.body)}`)
    }
    return reply.code(answer.statusCode).send(answer.rawPayload)
  }
  app.get(schemaPath, (_, reply) => reply.type('application/schema+json').send(schema()))
  app.get('/api/openapi.json', (_, reply) => reply.type('application/json').send(description()))
  app.get('/api/docs', explain)
  app.get('/api/docs/*', explain)
}

async function loadPages(): Promise<FastifyInstance> {
  const { default: reference } = await import('@scalar/fastify-api-reference')
  const app = fastify()
  await app.register(reference, {
    routePrefix: '/api/docs',
    // What would lead to the maker's own services is left away.
    configuration: {
      url: '/api/openapi.json',
      withDefaultFonts: false,
      telemetry: false,
      hideClientButton: true,
      showDeveloperTools: 'never',
      agent: { disabled: true },
      mcp: { disabled: true },
    },
  })
  return app
}

const security =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; frame-ancestors 'none';"

function fingerprints(page: string): string {
  const scripts = [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)]
  return scripts.map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`).join(' ')
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
