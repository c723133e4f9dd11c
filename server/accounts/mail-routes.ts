import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  FollowBody,
  ForgotBody,
  MailedCodeBody,
  MailedTokenBody,
  SignedInUser,
} from '../../contract/accounts.ts'
import { Nothing } from '../../contract/common.ts'
import { viewerOf } from '../plugins/auth.ts'
import { attemptLimits } from './attempt-limits.ts'
import { confirmEmailChange } from './change-email.ts'
import type { AccountDeps } from './options.ts'
import { placeOf } from './place-of.ts'
import { mailSignInLink, signInByLink } from './sign-in-link.ts'
import { mailVerification, verifyByCode, verifyByLink } from './verification.ts'

const tags = ['account']

/** What mailed links and codes are good for. */
export const mailRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const { database, clock, inBackground, letIn } = deps
  const limits = () => attemptLimits(app, deps.attemptsPerMinute)

  app.post(
    '/api/auth/sign-in-link',
    {
      ...limits(),
      schema: {
        tags,
        summary: 'Mail a link that signs in',
        body: ForgotBody,
        response: { 202: Nothing },
      },
    },
    async (request, reply) => {
      const { email } = request.body
      inBackground(() => mailSignInLink(deps, email))
      return reply.code(202).send(null)
    },
  )

  app.post(
    '/api/auth/sign-in-link/follow',
    {
      ...limits(),
      schema: {
        tags,
        summary: 'Sign in by a mailed link',
        body: FollowBody,
        response: { 200: SignedInUser },
      },
    },
    async (request, reply) => {
      const entrance = { ...placeOf(app, request), now: clock.now() }
      const entered = await signInByLink(
        database,
        { ...request.body, factors: { secrets: deps.secrets, tries: deps.codeTries } },
        entrance,
      )
      return letIn(request, reply, entered)
    },
  )

  app.post(
    '/api/auth/email/verify',
    {
      ...limits(),
      schema: {
        tags,
        summary: 'Confirm the address by a mailed link',
        body: MailedTokenBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await verifyByLink(database, request.body.token, clock.now())
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/auth/email/confirm',
    {
      ...limits(),
      schema: {
        tags,
        summary: 'Change to a new address by the link mailed to it',
        body: MailedTokenBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { userId, notice } = await confirmEmailChange(deps, request.body.token)
      if (notice !== null) inBackground(notice)
      // Following the link again tells Stripe, too: it may have been out of reach.
      inBackground(() => deps.tellAddress(userId))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/me/email/verify',
    {
      schema: {
        tags,
        summary: 'Confirm the address by the six digits mailed to it',
        body: MailedCodeBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      await verifyByCode(database, userId, request.body.code.trim(), clock.now())
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/me/email/verification',
    {
      schema: { tags, summary: 'Mail the link and the digits again', response: { 202: Nothing } },
    },
    async (request, reply) => {
      const where = { id: viewerOf(request).userId }
      const user = await database.user.findUniqueOrThrow({ where })
      inBackground(() => mailVerification(deps, user))
      return reply.code(202).send(null)
    },
  )
}
