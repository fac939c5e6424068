import type { Problem } from '../../shared/refusal.ts'

export const errors = {
  wrongNumberOrPassword: { code: 'accounts.wrong_number_or_password', status: 401 },
  tooManyTries: { code: 'accounts.too_many_tries', status: 429 },
  codeNotAccepted: { code: 'accounts.code_not_accepted', status: 422 },
  passwordNotAccepted: { code: 'accounts.password_not_accepted', status: 422 },
  passwordWrong: { code: 'accounts.password_wrong', status: 422 },
  linkNotAccepted: { code: 'accounts.link_not_accepted', status: 422 },
  notFound: { code: 'accounts.not_found', status: 404 },
  notAMember: { code: 'accounts.not_a_member', status: 404 },
  notAnEmployee: { code: 'accounts.not_an_employee', status: 409 },
  phoneRegistered: { code: 'accounts.phone_registered', status: 409 },
  exited: { code: 'accounts.exited', status: 409 },
  ownRole: { code: 'accounts.own_role', status: 403 },
  ownAccount: { code: 'accounts.own_account', status: 403 },
  roleHeld: { code: 'accounts.role_held', status: 409 },
  lastAdministrator: { code: 'accounts.last_administrator', status: 409 },
  entityCodeTaken: { code: 'accounts.entity_code_taken', status: 409 },
} as const satisfies Record<string, Problem>
