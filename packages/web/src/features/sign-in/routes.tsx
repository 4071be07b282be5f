import type { Feature } from '../../api/feature-route.ts'

export const signIn: Feature = {
  routes: [
    {
      path: '/sign-in',
      can: 'public',
      page: async () => ({ default: (await import('./sign-in-page.tsx')).SignInPage }),
    },
    {
      path: '/sign-in/back',
      can: 'public',
      page: async () => ({ default: (await import('./back-page.tsx')).BackPage }),
    },
    {
      path: '/setup',
      can: 'public',
      page: async () => ({ default: (await import('./setup-page.tsx')).SetupPage }),
    },
    {
      path: '/invite',
      can: 'public',
      page: async () => ({ default: (await import('./invite-page.tsx')).InvitePage }),
    },
    {
      path: '/forgot',
      can: 'public',
      page: async () => ({ default: (await import('./forgot-page.tsx')).ForgotPage }),
    },
    {
      path: '/reset',
      can: 'public',
      page: async () => ({ default: (await import('./invite-page.tsx')).InvitePage }),
    },
    {
      path: '/me/sign-ins',
      can: 'signed-in',
      page: async () => ({ default: (await import('./sign-ins-page.tsx')).SignInsPage }),
    },
  ],
}
