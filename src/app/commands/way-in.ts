import type { SampleSignIn } from '../../features/accounts/sample.ts'

/** What a person reads after "ready" on a sample: who to sign in as. */
export function signInLines(signIns: readonly SampleSignIn[]): string[] {
  const [first] = signIns
  if (!first) return []
  const rows = signIns.map(
    ({ civilNumber, role, name }) => `  ${civilNumber}  ${role.en.padEnd(30)} ${name.en}  (${role.ar})`,
  )
  return [`Sign in to the sample with a civil number and the password ${first.password}`, ...rows]
}

/** What a person reads after "ready" on an empty installation. The token stands where no server or proxy logs it. */
export function firstAdministratorLines(url: string, token: string): string[] {
  return [
    'Make the first administrator with this link, once, within 72 hours:',
    'إنشاء مدير المنصة الأول بهذا الرابط، مرة واحدة خلال 72 ساعة:',
    `  ${url}/first-administrator#${token}`,
  ]
}
