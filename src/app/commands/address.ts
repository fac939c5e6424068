import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { EnvironmentProblem, errorCode } from '../../platform/process/environment-problem.ts'
import { type Environment, wholeNumber } from './configuration.ts'
import { misuse } from './failure.ts'

/** Where Itqan listens, and how what travels there is protected (decisions H16). */
export type Address = {
  readonly host: string
  readonly port: number
  readonly https: { readonly cert: Buffer; readonly key: Buffer } | null
  /** Addresses of the proxy that does HTTPS, for Fastify. */
  readonly trustProxy: string | true | null
  /** Plain HTTP beyond this machine, allowed for a trial and shown as such. */
  readonly plainTrial: boolean
  /** The address that people use, when it is not the one listened on. */
  readonly publicUrl: string | null
}

/** Reads the address from the environment. Plain HTTP is for this machine alone; anything else is refused. */
export function readAddress(env: Environment): Address {
  const host = env.HOST || '127.0.0.1'
  const port = wholeNumber(env.PORT || '3000', 'PORT', { min: 0, max: 65_535 })
  const https = readCertificate(env)
  const proxy = env.ITQAN_TRUST_PROXY || null
  const trial = env.ITQAN_ALLOW_PLAIN_HTTP === 'trial'
  if (!isLoopback(host) && !https && !proxy && !trial) {
    throw misuse(
      `HOST ${host} would carry passwords in plain HTTP: give ITQAN_TLS_CERT and ITQAN_TLS_KEY, name an HTTPS proxy in ITQAN_TRUST_PROXY, or allow it for a trial with ITQAN_ALLOW_PLAIN_HTTP=trial.`,
      `العنوان HOST ${host} ينقل كلمات المرور دون تشفير: تُحدَّد ITQAN_TLS_CERT وITQAN_TLS_KEY، أو وسيط HTTPS في ITQAN_TRUST_PROXY، أو يُسمح بذلك للتجربة في ITQAN_ALLOW_PLAIN_HTTP=trial.`,
    )
  }
  return {
    host,
    port,
    https,
    trustProxy: proxy === 'true' ? true : proxy,
    plainTrial: !isLoopback(host) && !https && !proxy,
    publicUrl: readPublicUrl(env),
  }
}

/** Cookies are marked Secure wherever HTTPS is spoken, here or by the proxy. */
export function isSecure({ https, trustProxy }: Address): boolean {
  return https !== null || trustProxy !== null
}

/** The address to open, once it is known on which port the server listens. */
export function shownUrl({ host, https, publicUrl }: Address, port: number): string {
  if (publicUrl) return publicUrl
  const everywhere = host === '0.0.0.0' || host === '::'
  const name = everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `${https ? 'https' : 'http'}://${name}:${port}`
}

/** Tries the port before anything long is begun. */
export function requireFreePort({ host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(explainListenError(error, { host, port })))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

export function explainListenError(error: unknown, { host, port }: Pick<Address, 'host' | 'port'>): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new EnvironmentProblem(
        `Port ${port} of ${host} is in use by another program: stop it, or choose another with PORT.`,
        `المنفذ ${port} على ${host} مستخدم في برنامج آخر: يلزم إيقافه أو اختيار منفذ آخر في PORT.`,
        error,
      )
    case 'EACCES':
      return new EnvironmentProblem(
        `Port ${port} needs rights that this user does not have: choose one above 1023 with PORT.`,
        `المنفذ ${port} يتطلب صلاحيات لا يملكها هذا المستخدم: يُختار منفذ أعلى من 1023 في PORT.`,
        error,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new EnvironmentProblem(
        `HOST ${host} is not an address of this machine.`,
        `العنوان HOST ${host} ليس من عناوين هذا الجهاز.`,
        error,
      )
    default:
      return error
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

function readCertificate(env: Environment): Address['https'] {
  const { ITQAN_TLS_CERT: cert, ITQAN_TLS_KEY: key } = env
  if (!cert && !key) return null
  if (!cert || !key) {
    throw misuse(
      'ITQAN_TLS_CERT and ITQAN_TLS_KEY go together: one of them is missing.',
      'لا تُستخدم ITQAN_TLS_CERT دون ITQAN_TLS_KEY: إحداهما ناقصة.',
    )
  }
  return { cert: readPem(cert, 'ITQAN_TLS_CERT'), key: readPem(key, 'ITQAN_TLS_KEY') }
}

function readPem(path: string, name: string): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    throw misuse(
      `The file ${path} of ${name} cannot be read (${errorCode(error)}).`,
      `تعذّرت قراءة الملف ${path} المحدد في ${name} (${errorCode(error)}).`,
      error,
    )
  }
}

function readPublicUrl(env: Environment): string | null {
  if (!env.ITQAN_URL) return null
  const url = URL.parse(env.ITQAN_URL)
  if (url && /^https?:$/.test(url.protocol)) return url.origin
  throw misuse(
    'ITQAN_URL is not an address such as https://itqan.example.om.',
    'القيمة ITQAN_URL ليست عنواناً صحيحاً مثل https://itqan.example.om.',
  )
}
