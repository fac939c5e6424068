import { type ZodType, z } from 'zod'
import type { Contract, Operation } from '../../shared/contract.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 description of every operation, made from the schemas that validate. */
export function openApi(contracts: readonly Contract[], { version }: { version: string }): Json {
  const paths: Record<string, Json> = {}
  for (const contract of contracts) {
    for (const [key, operation] of Object.entries(contract)) {
      const [method, url] = key.split(' ') as [string, string]
      const path = url.replace(/:(\w+)/g, '{$1}')
      paths[path] = { ...paths[path], [method.toLowerCase()]: describe(method, path, operation) }
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Itqan',
      version,
      description:
        'Everything that the interface can do. Sign in with POST /api/sign-in and send the cookie. A POST carries ' +
        '`Idempotency-Key`; a change of a versioned record carries `If-Match` with the version that was read. ' +
        'Refusals are `application/problem+json` with a stable `code`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-itqan' } },
      schemas: { Problem: problem },
    },
  }
}

function describe(method: string, path: string, operation: Operation): Json {
  const isPublic = operation.permission === 'public'
  return {
    operationId: operationId(method, path),
    summary: operation.summary,
    tags: [path.split('/')[2] ?? 'itqan'],
    ...(isPublic ? { security: [] } : { security: [{ session: [] }] }),
    ...(Array.isArray(operation.permission) && { 'x-permission': operation.permission }),
    parameters: [
      ...parametersOf(operation.params, 'path'),
      ...parametersOf(operation.query, 'query'),
      ...(method === 'POST' && !isPublic ? [header('Idempotency-Key')] : []),
      ...(operation.ifMatch ? [header('If-Match')] : []),
    ],
    ...(operation.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(operation.body, 'input') } } },
    }),
    ...(operation.upload && {
      requestBody: { required: true, content: { 'multipart/form-data': { schema: upload } } },
    }),
    responses: {
      ...answerOf(operation),
      default: {
        description: 'A refusal',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function answerOf({ response, status }: Operation): Json {
  if (response === 'empty') return { 204: { description: 'Done' } }
  if (response === 'download') return { 200: { description: 'The file', content: { 'application/octet-stream': {} } } }
  return {
    [status ?? 200]: {
      description: 'The answer',
      content: { 'application/json': { schema: schemaOf(response, 'output') } },
    },
  }
}

function parametersOf(schema: ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema,
  }))
}

function schemaOf(schema: ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    target: 'draft-2020-12',
  }) as Json
  return rest
}

function operationId(method: string, path: string): string {
  const words = path
    .replace(/^\/api\//, '')
    .replace(/[{}]/g, '')
    .split(/[/-]/)
  return [method.toLowerCase(), ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
}

function header(name: string): Json {
  return { name, in: 'header', required: true, schema: { type: 'string' } }
}

const upload = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } }

const problem = {
  type: 'object',
  required: ['type', 'status', 'code', 'reference'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    params: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, params: { type: 'object' } },
      },
    },
    reference: { type: 'string' },
  },
}
