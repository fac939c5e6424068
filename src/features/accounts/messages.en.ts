/** Words that the server sends as text messages, and those of the pages. */
export const en = {
  accounts: {
    sms: {
      first_sign_in: 'Itqan: your first sign-in code is {{code}}. Valid for 10 minutes. Nobody will ask you for it.',
      reset: 'Itqan: your code for a new password is {{code}}. Valid for 10 minutes. Nobody will ask you for it.',
      password_changed:
        'Itqan: a new password was set for your account. If it was not you, tell your administrator now.',
      phone_changed:
        'Itqan: another phone was registered for your account. If it was not you, tell your administrator now.',
    },
  },
} as const
