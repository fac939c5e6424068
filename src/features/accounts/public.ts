import { hashPassword } from './usecases/secrets.ts'

export {
  type AccountConnections,
  connectAccounts,
  type FirstStep,
  type MeProvider,
  type RunningCycle,
  showMessages,
} from './usecases/connections.ts'
export { ensureIdentities, moveToCivilNumber } from './usecases/people-events.ts'
export { issueFirstAdministratorToken } from './usecases/platform.ts'

/** The password of everybody in a sample, printed where the sample is started. Never set for anyone else. */
export const samplePassword = 'itqan-sample-2040'

let sampleHash: Promise<string> | undefined

/** The digest of the sample password: made once, for a hundred thousand invented people. */
export function samplePasswordHash(): Promise<string> {
  sampleHash ??= hashPassword(samplePassword)
  return sampleHash
}
