import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SetCookie, Visitor } from './implement.ts'

type Names = { readonly session: string; readonly device: string }

/** The `__Host-` prefix pins a cookie to this host over TLS; plain HTTP on loopback cannot carry it. */
export function cookieNames(secure: boolean): Names {
  return secure
    ? { session: '__Host-itqan', device: '__Host-itqan-device' }
    : { session: 'itqan', device: 'itqan-device' }
}

export function cookiesOf(request: FastifyRequest, secure: boolean): Visitor['cookies'] {
  const names = cookieNames(secure)
  return { session: request.cookies[names.session], device: request.cookies[names.device] }
}

export function cookieWriter(reply: FastifyReply, secure: boolean): SetCookie {
  const names = cookieNames(secure)
  return (name, value, options = {}) => {
    const base = { path: '/', httpOnly: true, secure, sameSite: 'lax' } as const
    if (value === null) void reply.clearCookie(names[name], base)
    else void reply.setCookie(names[name], value, { ...base, ...(options.expiresAt && { expires: options.expiresAt }) })
  }
}
