import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Mailer } from '../clients/mailer.ts'
import { MatineeError } from '../errors.ts'
import { maybeViewerOf, viewerOf } from '../plugins/auth.ts'
import { attemptLimits } from './attempt-limits.ts'
import { backgroundOf } from './background.ts'
import { endAllSessions, endSession, endSessionOfToken } from './end-sessions.ts'
import { mailResetLink, resetPassword } from './password-reset.ts'
import { prepareDecoy } from './passwords.ts'
import { refreshSession } from './refresh-session.ts'
import {
  ForgotBody,
  MeAnswer,
  NothingAnswer,
  ResetBody,
  SignedInAnswer,
  SignInBody,
  SignUpBody,
  type SubscriptionAnswer,
} from './schemas.ts'
import { openSession } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { createUser, userAnswer } from './users.ts'

export interface AccountOptions {
  database: Database
  mailer: Mailer
  clock: Clock
  publicUrl: string
  /** AUTH_ATTEMPTS_PER_MINUTE, by account and by client address. */
  attemptsPerMinute: number
  /** What billing knows of the account; null without a subscription. */
  subscriptionOf(userId: string): Promise<SubscriptionAnswer | null>
}

const tags = ['account']

/** Signing up, in and out, new passwords, and who one is. */
export const accountRoutes: FastifyPluginAsyncTypebox<AccountOptions> = async (app, options) => {
  const { database, clock, attemptsPerMinute, subscriptionOf } = options
  const runInBackground = backgroundOf(app)
  const limits = () => attemptLimits(app, attemptsPerMinute)
  await prepareDecoy()

  /** When someone else signs in with a browser, whoever used it before is signed out. */
  async function replaceSession(request: FastifyRequest, userId: string) {
    const token = app.refreshTokenOf(request)
    const ending = { reason: 'replaced', now: clock.now(), unlessOf: userId }
    if (token) await endSessionOfToken(database, token, ending)
  }

  app.post(
    '/api/auth/sign-up',
    {
      ...limits(),
      schema: {
        tags,
        summary: 'Open an account',
        body: SignUpBody,
        response: { 201: SignedInAnswer },
      },
    },
    async (request, reply) => {
      const now = clock.now()
      const user = await createUser(database, { ...request.body, role: 'member', now })
      const userAgent = request.headers['user-agent']
      const session = await openSession(database, { userId: user.id, userAgent, now })
      await replaceSession(request, user.id)
      app.signIn(reply, session)
      return reply.code(201).send({ user: userAnswer(user) })
    },
  )

  app.post(
    '/api/auth/sign-in',
    {
      ...limits(),
      schema: { tags, summary: 'Sign in', body: SignInBody, response: { 200: SignedInAnswer } },
    },
    async (request, reply) => {
      const about = { userAgent: request.headers['user-agent'], now: clock.now() }
      const { user, session } = await signIn(database, request.body, about)
      await replaceSession(request, user.id)
      app.signIn(reply, session)
      return { user: userAnswer(user) }
    },
  )

  app.post(
    '/api/auth/refresh',
    { schema: { tags, summary: 'Exchange the refresh cookie', response: { 204: NothingAnswer } } },
    async (request, reply) => {
      const token = app.refreshTokenOf(request)
      const session = token ? await refreshSession(database, token, clock.now()) : null
      if (!session) throw new MatineeError('SIGN_IN_REQUIRED')
      app.signIn(reply, session)
      return reply.code(204).send(undefined)
    },
  )

  app.post(
    '/api/auth/sign-out',
    { schema: { tags, summary: 'Sign this browser out', response: { 204: NothingAnswer } } },
    async (request, reply) => {
      const ending = { reason: 'signed-out', now: clock.now() }
      const token = app.refreshTokenOf(request)
      if (token) await endSessionOfToken(database, token, ending)
      const viewer = maybeViewerOf(request)
      if (viewer) await endSession(database, viewer.familyId, ending)
      app.signOut(reply)
      return reply.code(204).send(undefined)
    },
  )

  app.post(
    '/api/auth/sign-out-everywhere',
    { schema: { tags, summary: 'Sign every browser out', response: { 204: NothingAnswer } } },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      await endAllSessions(database, userId, { reason: 'signed-out-everywhere', now: clock.now() })
      app.signOut(reply)
      return reply.code(204).send(undefined)
    },
  )

  app.post(
    '/api/auth/password/forgot',
    {
      ...limits(),
      schema: {
        tags,
        summary: 'Mail a link that sets a new password',
        body: ForgotBody,
        response: { 202: NothingAnswer },
      },
    },
    async (request, reply) => {
      const { email } = request.body
      runInBackground(() => mailResetLink(options, email))
      return reply.code(202).send(undefined)
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
        response: { 204: NothingAnswer },
      },
    },
    async (request, reply) => {
      await resetPassword(options, request.body)
      app.signOut(reply)
      return reply.code(204).send(undefined)
    },
  )

  app.get(
    '/api/me',
    { schema: { tags, summary: 'Who is signed in', response: { 200: MeAnswer } } },
    async (request) => {
      const { userId } = viewerOf(request)
      const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
      return { user: userAnswer(user), subscription: await subscriptionOf(userId) }
    },
  )
}
