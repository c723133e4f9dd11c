import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { IdParams, Nothing } from '../../contract/common.ts'
import { Invitation, NewInvitation, Operators } from '../../contract/operators.ts'
import { isOperator, operatorRoles } from '../../contract/roles.ts'
import { invite, openInvitations, takeBack } from '../accounts/invitations.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { Services } from '../services.ts'

const tags = ['studio']

/** Who runs the site. What one of them may do is changed where people are. */
export const operatorsRoutes: FastifyPluginAsyncTypebox<Services> = async (app, deps) => {
  const { database, clock, mailer, settings, config } = deps
  const mails = () => ({
    ...{ database, clock, mailer },
    publicUrl: config.PUBLIC_URL,
    siteName: settings.now().name,
    siteLanguage: settings.now().language,
  })

  app.get(
    '/api/studio/operators',
    {
      config: { permission: 'roles' },
      schema: {
        tags,
        summary: 'Who runs the site, and who is invited',
        response: { 200: Operators },
      },
    },
    async () => {
      const users = await database.user.findMany({
        where: { role: { in: [...operatorRoles] }, disabledAt: null },
        include: { totp: true, _count: { select: { passkeys: true } } },
        orderBy: { email: 'asc' },
      })
      return {
        operators: users.flatMap(({ id, email, role, totp, _count }) =>
          isOperator(role)
            ? [{ id, email, role, secondFactor: _count.passkeys > 0 || Boolean(totp?.confirmedAt) }]
            : [],
        ),
        invitations: await openInvitations(database, clock.now()),
      }
    },
  )

  app.post(
    '/api/studio/operators/invitations',
    {
      config: { permission: 'roles', stepUp: true },
      schema: {
        tags,
        summary: 'Invite someone by mail to run the site',
        body: NewInvitation,
        response: { 201: Invitation },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await invite(mails(), viewerOf(request).userId, request.body)),
  )

  app.delete(
    '/api/studio/operators/invitations/:id',
    {
      config: { permission: 'roles' },
      schema: {
        tags,
        summary: 'Take an invitation back',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await takeBack(deps, viewerOf(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
