import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { testServer } from '../support/test-server.ts'

const { visitor } = await testServer()

test('the page of the API runs its own script and no other', async () => {
  const page = await visitor().get('/api/docs/')
  const [, script = ''] = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/.exec(page.raw.toString()) ?? []
  expect(script).not.toBe('')
  const policy = String(page.headers['content-security-policy'])
  expect(policy).toContain(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  expect(policy).not.toMatch(/script-src[^;]*unsafe/)
})
