import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Me, SessionAnswer } from '../../contract/accounts.ts'
import { maybeViewerOf, viewerOf } from '../plugins/auth.ts'
import { backgroundOf } from './background.ts'
import { openCodeTries } from './code-tries.ts'
import { factorRoutes } from './factor-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { letInWith } from './let-in.ts'
import { mailRoutes } from './mail-routes.ts'
import { myRoutes } from './my-routes.ts'
import type { AccountDeps, AccountOptions } from './options.ts'
import { passwordRoutes } from './password-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { openSignInBrake } from './sign-in-brake.ts'
import { userAnswer } from './users.ts'

/** Accounts: signing up, in and out, new passwords, and who one is. */
export const accountRoutes: FastifyPluginAsyncTypebox<AccountOptions> = async (app, options) => {
  const { database, clock, attemptsPerMinute, subscriptionOf } = options
  const inBackground = backgroundOf(app)
  const deps: AccountDeps = {
    ...options,
    // It may be another one by the time it is said.
    get siteName() {
      return options.siteName
    },
    get siteLanguage() {
      return options.siteLanguage
    },
    brake: openSignInBrake({ clock, perMinute: attemptsPerMinute }),
    codeTries: openCodeTries(clock),
    inBackground,
    letIn: letInWith(app, options, inBackground),
  }
  await app.register(sessionRoutes, deps)
  await app.register(passwordRoutes, deps)
  await app.register(mailRoutes, deps)
  await app.register(factorRoutes, deps)
  await app.register(invitationRoutes, deps)
  await app.register(myRoutes, deps)

  app.get(
    '/api/me',
    { schema: { tags: ['account'], summary: 'Who is signed in', response: { 200: Me } } },
    async (request) => meOf(viewerOf(request).userId),
  )

  app.get(
    '/api/session',
    {
      schema: {
        tags: ['account'],
        summary: 'Who is signed in, if anyone',
        response: { 200: SessionAnswer },
      },
    },
    async (request) => {
      const viewer = maybeViewerOf(request)
      if (viewer !== null) return { me: await meOf(viewer.userId), renewable: false }
      return { me: null, renewable: app.refreshTokenOf(request) !== undefined }
    },
  )

  async function meOf(userId: string): Promise<Me> {
    const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
    return { user: userAnswer(user), subscription: await subscriptionOf(userId) }
  }
}
