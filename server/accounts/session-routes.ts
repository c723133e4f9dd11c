import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SignedInUser, SignInBody, SignUpBody } from '../../contract/accounts.ts'
import { Nothing } from '../../contract/common.ts'
import { MatineeError, tooMany } from '../errors.ts'
import { maybeViewerOf, viewerOf } from '../plugins/auth.ts'
import { networkOf } from '../plugins/network-of.ts'
import { openWindowCounts } from '../plugins/window-counts.ts'
import { attemptLimits } from './attempt-limits.ts'
import { recognise } from './devices.ts'
import { normaliseEmail } from './emails.ts'
import { signOut, signOutEverywhere } from './end-sessions.ts'
import { checkNewPassword } from './new-password.ts'
import type { AccountDeps } from './options.ts'
import { prepareDecoy } from './passwords.ts'
import { placeOf } from './place-of.ts'
import { refreshSession } from './refresh-session.ts'
import { mailOfReuse } from './reuse-mail.ts'
import { enter, signIn } from './sign-in.ts'
import { createUser } from './users.ts'
import { mailVerification } from './verification.ts'

const tags = ['account']

/** So often an hour a client is told that an address has an account: it may be asking about others'. */
const mostTaken = 5
const hourMs = 60 * 60_000

/** Signing up, in and out. */
export const sessionRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const { database, clock, attemptsPerMinute, brake, letIn, inBackground } = deps
  await prepareDecoy()

  const tellOfReuse = (userId: string) => inBackground(() => mailOfReuse(deps, userId))

  /** What names no account is a try all the same. */
  const refuseMalformed = (network: string, error: Error) =>
    brake.guard({ email: '', network, knownDevice: null, knownNetwork: false }, () =>
      Promise.reject(error),
    )

  const taken = openWindowCounts(clock, mostTaken, hourMs)
  const refuseWhoKnowsEnough = (network: string) => {
    const wait = taken.wait(network)
    if (wait > 0) throw tooMany(wait)
  }

  app.post(
    '/api/auth/sign-up',
    {
      ...attemptLimits(app, attemptsPerMinute),
      schema: {
        tags,
        summary: 'Open an account',
        body: SignUpBody,
        response: { 201: SignedInUser },
      },
    },
    async (request, reply) => {
      const { language } = request
      const { email, password } = request.body
      checkNewPassword(password, { email: normaliseEmail(email), siteName: deps.siteName })
      const now = clock.now()
      const place = placeOf(app, request)
      refuseWhoKnowsEnough(place.network)
      const account = { email, password, role: 'member', now, language } as const
      const user = await createUser(database, account).catch((error: unknown) => {
        if (error instanceof MatineeError && error.code === 'EMAIL_TAKEN') {
          refuseWhoKnowsEnough(place.network)
          taken.begin(place.network)
        }
        throw error
      })
      const entered = await database.$transaction((tx) => enter(tx, user, { ...place, now }))
      inBackground(() => mailVerification(deps, user))
      return reply.code(201).send(await letIn(request, reply, entered))
    },
  )

  app.post(
    '/api/auth/sign-in',
    {
      attachValidation: true,
      schema: { tags, summary: 'Sign in', body: SignInBody, response: { 200: SignedInUser } },
    },
    async (request, reply) => {
      const now = clock.now()
      const { validationError } = request
      if (validationError) await refuseMalformed(networkOf(request.ip), validationError)
      const email = normaliseEmail(request.body.email)
      const place = placeOf(app, request)
      const known = await recognise(database, email, place, now)
      const entered = await brake.guard({ email, network: place.network, ...known }, () =>
        signIn(
          database,
          request.body,
          { ...place, now, knownDevice: known.knownDevice },
          { secrets: deps.secrets, tries: deps.codeTries },
        ),
      )
      return letIn(request, reply, entered)
    },
  )

  app.post(
    '/api/auth/refresh',
    { schema: { tags, summary: 'Exchange the refresh cookie', response: { 204: Nothing } } },
    async (request, reply) => {
      const token = app.refreshTokenOf(request)
      const session = token ? await refreshSession(database, token, clock.now(), tellOfReuse) : null
      if (!session) throw new MatineeError('SIGN_IN_REQUIRED')
      app.signIn(reply, session)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/auth/sign-out',
    { schema: { tags, summary: 'Sign this browser out', response: { 204: Nothing } } },
    async (request, reply) => {
      const familyId = maybeViewerOf(request)?.familyId
      await signOut(database, { token: app.refreshTokenOf(request), familyId }, clock.now())
      app.signOut(reply)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/auth/sign-out-everywhere',
    { schema: { tags, summary: 'Sign every browser out', response: { 204: Nothing } } },
    async (request, reply) => {
      await signOutEverywhere(database, viewerOf(request).userId, clock.now())
      app.signOut(reply)
      return reply.code(204).send(null)
    },
  )
}
