import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Me } from '../../contract/accounts.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { AccountOptions } from './options.ts'
import { passwordRoutes } from './password-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { userAnswer } from './users.ts'

/** Accounts: signing up, in and out, new passwords, and who one is. */
export const accountRoutes: FastifyPluginAsyncTypebox<AccountOptions> = async (app, options) => {
  const { database, subscriptionOf } = options
  await app.register(sessionRoutes, options)
  await app.register(passwordRoutes, options)

  app.get(
    '/api/me',
    { schema: { tags: ['account'], summary: 'Who is signed in', response: { 200: Me } } },
    async (request) => {
      const { userId } = viewerOf(request)
      const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
      return { user: userAnswer(user), subscription: await subscriptionOf(userId) }
    },
  )
}
