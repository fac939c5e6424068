import type { PageDefinition } from '../../../ui/navigation.ts'

/** The pages before sign-in: a bundle of their own, small. */
export const entryPages: readonly PageDefinition[] = [
  {
    path: '/sign-in',
    title: 'accounts.signIn.title',
    public: true,
    load: () => import('./pages/sign-in-page.tsx').then((module) => module.SignInPage),
  },
  {
    path: '/first-sign-in',
    title: 'accounts.firstSignIn.title',
    public: true,
    load: () => import('./pages/first-sign-in-page.tsx').then((module) => module.FirstSignInPage),
  },
  {
    path: '/password-reset',
    title: 'accounts.reset.title',
    public: true,
    load: () => import('./pages/password-reset-page.tsx').then((module) => module.PasswordResetPage),
  },
  {
    path: '/first-administrator',
    title: 'accounts.firstAdministrator.title',
    public: true,
    load: () => import('./pages/first-administrator-page.tsx').then((module) => module.FirstAdministratorPage),
  },
  {
    path: '/outbox',
    title: 'accounts.outbox.title',
    public: true,
    load: () => import('./pages/outbox-page.tsx').then((module) => module.OutboxPage),
  },
]

/** The form alone, for signing in once more over a page whose session has ended. */
export const loadSignInAgain = () => import('./components/sign-in-form.tsx').then((module) => module.SignInAgain)
