import { Undeliverable } from '../outbox/handler.ts'
import { EnvironmentProblem } from '../process/environment-problem.ts'
import { type SmsGateway, visibleMessages } from './gateway.ts'
import { httpGateway } from './http-gateway.ts'

type Environment = { readonly ITQAN_SMS_URL?: string | undefined; readonly ITQAN_SMS_TOKEN?: string | undefined }

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The gateway that the operator has set: over HTTP when `ITQAN_SMS_URL` is given; else messages stay visible in a
 * sample and are given up anywhere else, since a code must not be readable by others.
 */
export function smsGateway(env: Environment, { sample }: { readonly sample: boolean }): SmsGateway {
  if (env.ITQAN_SMS_URL)
    return httpGateway({ url: checkedUrl(env.ITQAN_SMS_URL), token: checkedToken(env.ITQAN_SMS_TOKEN) })
  return sample ? visibleMessages : noGateway
}

const noGateway: SmsGateway = {
  kind: 'http',
  async send() {
    throw new Undeliverable('sms.no_gateway')
  },
}

function checkedUrl(text: string): URL {
  const url = URL.parse(text)
  if (url && !url.username && (url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname))))
    return url
  throw new EnvironmentProblem(
    'ITQAN_SMS_URL must be an https address without a user name (http only on this machine).',
    'يجب أن يكون ITQAN_SMS_URL عنوان https دون اسم مستخدم (يُقبل http على هذا الجهاز فقط).',
  )
}

function checkedToken(token: string | undefined): string {
  if (token && /^[\x21-\x7e]+$/.test(token)) return token
  throw new EnvironmentProblem(
    'ITQAN_SMS_URL is set, so ITQAN_SMS_TOKEN must hold the gateway’s token.',
    'عند تحديد ITQAN_SMS_URL يجب أن يحمل ITQAN_SMS_TOKEN رمز البوابة.',
  )
}
