import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ForgotBody, ResetBody } from '../../contract/accounts.ts'
import { Nothing } from '../../contract/common.ts'
import { attemptLimits } from './attempt-limits.ts'
import type { AccountDeps } from './options.ts'
import { mailResetLink, resetPassword } from './password-reset.ts'

const tags = ['account']

/** New passwords for those who have forgotten theirs. */
export const passwordRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const limits = () => attemptLimits(app, deps.attemptsPerMinute)

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
      deps.inBackground(() => mailResetLink(deps, email))
      return reply.code(202).send(null)
    },
  )

  app.post(
    '/api/auth/password/reset',
    {
      ...limits(),
      schema: {
        tags,
        summary: 'Set a new password by a mailed link',
        body: ResetBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await resetPassword(deps, request.body)
      app.signOut(reply)
      return reply.code(204).send(null)
    },
  )
}
