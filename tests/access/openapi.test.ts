import { expect, test } from 'vitest'
import { features } from '../../src/app/features.ts'
import { openApi } from '../../src/platform/http/openapi.ts'

type Described = {
  readonly operationId: string
  readonly summary: string
  readonly security: readonly object[]
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: object }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly responses: Readonly<Record<string, object>>
}

const contracts = features.flatMap((feature) => (feature.routes ? [feature.routes.contract] : []))
const document = JSON.parse(JSON.stringify(openApi(contracts, { version: '1.2.3' }))) as {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)
const operations = contracts.flatMap((contract) => Object.entries(contract))

test('every operation of every contract is described, once', () => {
  const keys = described.map(({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`)
  expect(keys.toSorted()).toEqual(operations.map(([key]) => key).toSorted())
  expect(new Set(described.map(({ operation }) => operation.operationId)).size).toBe(described.length)
})

test.each(described)('$method $path says what it does, takes and answers', ({ path, method, operation }) => {
  const key = `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`
  const known = operations.find(([name]) => name === key)?.[1]
  expect(operation.summary.length).toBeGreaterThan(3)
  const inPath = operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)
  expect(inPath.toSorted()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted())
  const headers = operation.parameters.filter((one) => one.in === 'header').map((one) => one.name)
  expect(headers.includes('If-Match')).toBe(known?.ifMatch === true)
  expect(headers.includes('Idempotency-Key')).toBe(method === 'post' && known?.permission !== 'public')
  expect(operation.security).toEqual(known?.permission === 'public' ? [] : [{ session: [] }])
  const [media] = Object.values(operation.requestBody?.content ?? {})
  expect(media !== undefined).toBe(known?.body !== undefined || known?.upload !== undefined)
  if (media) expect(Object.keys(media.schema).length).toBeGreaterThan(0)
  expect(Object.keys(operation.responses)).toContain('default')
  expect(Object.keys(operation.responses).some((status) => /^20[0124]$/.test(status))).toBe(true)
})

test('no schema points at something that is not there', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, target = '']) => target)
  for (const target of new Set(references)) {
    const parts = target.replace(/^#\//, '').split('/')
    const found = parts.reduce<unknown>(
      (place, part) => (place as Record<string, unknown> | undefined)?.[part],
      document,
    )
    expect(found, target).toBeDefined()
  }
})
