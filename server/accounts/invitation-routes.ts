import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MailedTokenBody, SignedInUser } from '../../contract/accounts.ts'
import { AcceptInvitation, InvitationTerms } from '../../contract/operators.ts'
import { maybeViewerOf } from '../plugins/auth.ts'
import { attemptLimits } from './attempt-limits.ts'
import { acceptInvitation, readInvitation } from './invitations.ts'
import { checkNewPassword } from './new-password.ts'
import type { AccountDeps } from './options.ts'
import { placeOf } from './place-of.ts'
import { enter } from './sign-in.ts'

const tags = ['account']

/** What the reader of an invitation does. */
export const invitationRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const { database, clock, attemptsPerMinute, letIn } = deps
  const { onRequest } = attemptLimits(app, attemptsPerMinute)

  app.post(
    '/api/auth/invitation',
    {
      onRequest,
      schema: {
        tags,
        summary: 'What an invitation to run the site says',
        body: MailedTokenBody,
        response: { 200: InvitationTerms },
      },
    },
    async (request) => readInvitation(database, request.body.token, clock.now()),
  )

  app.post(
    '/api/auth/invitation/accept',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Become an operator by an invitation',
        body: AcceptInvitation,
        response: { 200: SignedInUser },
      },
    },
    async (request, reply) => {
      const { token, password = null } = request.body
      const now = clock.now()
      const { email, hasAccount } = await readInvitation(database, token, now)
      if (!hasAccount) checkNewPassword(password ?? '', { email, siteName: deps.siteName })
      const viewerId = maybeViewerOf(request)?.userId ?? null
      const user = await acceptInvitation(database, { token, password, viewerId, now })
      const place = placeOf(app, request)
      const entered = await database.$transaction((tx) => enter(tx, user, { ...place, now }))
      return letIn(request, reply, entered)
    },
  )
}
