import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { isSecure, readAddress, requireFreePort, shownUrl } from './address.ts'

test('without settings Itqan listens on this machine alone', () => {
  const address = readAddress({})
  expect(address).toMatchObject({ host: '127.0.0.1', port: 3000, plainTrial: false })
  expect(isSecure(address)).toBe(false)
  expect(shownUrl(address, 3000)).toBe('http://127.0.0.1:3000')
})

test.each(['0.0.0.0', '::', '10.1.2.3', 'itqan.example.om', '128.0.0.1'])(
  'plain HTTP on %s is refused in a sentence',
  (HOST) => {
    expect(() => readAddress({ HOST })).toThrow(/would carry passwords in plain HTTP/)
  },
)

test.each(['localhost', '127.0.0.1', '127.9.9.9', '::1'])('plain HTTP on %s stays on this machine', (HOST) => {
  expect(readAddress({ HOST }).plainTrial).toBe(false)
})

test('a trial switch allows plain HTTP and is remembered as such', () => {
  const address = readAddress({ HOST: '0.0.0.0', ITQAN_ALLOW_PLAIN_HTTP: 'trial' })
  expect(address.plainTrial).toBe(true)
  expect(isSecure(address)).toBe(false)
  expect(() => readAddress({ HOST: '0.0.0.0', ITQAN_ALLOW_PLAIN_HTTP: 'yes' })).toThrow()
})

test('behind a proxy that does HTTPS cookies are secure', () => {
  const address = readAddress({
    HOST: '0.0.0.0',
    ITQAN_TRUST_PROXY: '10.0.0.0/8',
    ITQAN_URL: 'https://itqan.example.om/',
  })
  expect(isSecure(address)).toBe(true)
  expect(address.plainTrial).toBe(false)
  expect(shownUrl(address, 3000)).toBe('https://itqan.example.om')
})

test.each([
  [{ PORT: 'http' }, /PORT is a whole number/],
  [{ PORT: '70000' }, /PORT is a whole number/],
  [{ ITQAN_TLS_CERT: '/nowhere.pem' }, /go together/],
  [{ ITQAN_TLS_CERT: '/nowhere.pem', ITQAN_TLS_KEY: '/nowhere.key' }, /cannot be read \(ENOENT\)/],
  [{ ITQAN_URL: 'itqan' }, /ITQAN_URL is not an address/],
])('%o is refused in a sentence', (env, sentence) => {
  expect(() => readAddress(env)).toThrow(sentence)
})

test('a busy port is refused in a sentence', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as { port: number }
  await expect(requireFreePort({ ...readAddress({}), port })).rejects.toThrow(/is in use by another program/)
  await new Promise((resolve) => other.close(resolve))
})

test('a host that is not of this machine is refused in a sentence', async () => {
  const address = readAddress({ HOST: '192.0.2.1', ITQAN_ALLOW_PLAIN_HTTP: 'trial' })
  await expect(requireFreePort(address)).rejects.toThrow(/is not an address of this machine/)
})
