export {
  connectAccounts,
  type FirstStep,
  type MeProvider,
  showMessages,
} from './usecases/connections.ts'
export { ensureIdentities, moveToCivilNumber } from './usecases/people-events.ts'
export { issueFirstAdministratorToken } from './usecases/platform.ts'
