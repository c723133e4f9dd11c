import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ForgotBody, ResetBody } from '../../contract/accounts.ts'
import { Nothing } from '../../contract/common.ts'
import { attemptLimits } from './attempt-limits.ts'
import { backgroundOf } from './background.ts'
import type { AccountOptions } from './options.ts'
import { mailResetLink, resetPassword } from './password-reset.ts'

const tags = ['account']

/** New passwords for those who have forgotten theirs. */
export const passwordRoutes: FastifyPluginAsyncTypebox<AccountOptions> = async (app, options) => {
  const limits = () => attemptLimits(app, options.attemptsPerMinute)
  const runInBackground = backgroundOf(app)

  app.post(
    '/api/auth/password/forgot',
    {
      ...limits(),
      schema: {
        tags,
        summary: 'Mail a link that sets a new password',
        body: ForgotBody,
        response: { 202: Nothing },
      },
    },
    async (request, reply) => {
      const { email } = request.body
      runInBackground(() => mailResetLink(options, email))
      return reply.code(202).send(null)
    },
  )

  app.post(
    '/api/auth/password/reset',
    {
      onRequest: limits().onRequest,
      schema: {
        tags,
        summary: 'Set a new password by a mailed link',
        body: ResetBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await resetPassword(options, request.body)
      app.signOut(reply)
      return reply.code(204).send(null)
    },
  )
}
