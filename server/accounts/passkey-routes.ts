import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SignedInUser } from '../../contract/accounts.ts'
import { Nothing } from '../../contract/common.ts'
import {
  NewPasskey,
  Passkey,
  PasskeyOptions,
  PasskeyParams,
  PasskeySignIn,
} from '../../contract/factors.ts'
import { say } from '../../contract/words/server.ts'
import { MatineeError } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import { attemptLimits } from './attempt-limits.ts'
import { markProven, ownerOf, stepUp } from './mark-proven.ts'
import type { AccountDeps } from './options.ts'
import {
  addPasskey,
  checkPasskey,
  registrationOptions,
  removePasskey,
  signInOptions,
} from './passkeys.ts'
import { placeOf } from './place-of.ts'
import { enter } from './sign-in.ts'

const tags = ['account']

/** Signing in with a passkey; making and removing one. */
export const passkeyRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const { database, clock, attemptsPerMinute, letIn } = deps
  const { onRequest } = attemptLimits(app, attemptsPerMinute)

  app.post(
    '/api/auth/passkey/options',
    {
      onRequest,
      schema: {
        tags,
        summary: 'What a browser needs to sign in with a passkey',
        response: { 200: PasskeyOptions },
      },
    },
    async () => ({ options: await signInOptions(deps) }),
  )

  app.post(
    '/api/auth/passkey',
    {
      onRequest,
      bodyLimit: 64 * 1024,
      schema: {
        tags,
        summary: 'Sign in with a passkey',
        body: PasskeySignIn,
        response: { 200: SignedInUser },
      },
    },
    async (request, reply) => {
      const { id } = await checkPasskey(deps, request.body.response, null)
      const now = clock.now()
      const place = placeOf(app, request)
      const entered = await database.$transaction(async (tx) => {
        const user = await tx.user.findUniqueOrThrow({ where: { id } })
        if (user.disabledAt) {
          throw new MatineeError('FORBIDDEN', { detail: say('accounts.closed') })
        }
        return enter(tx, user, { ...place, now, how: 'passkey' })
      })
      return letIn(request, reply, entered)
    },
  )

  app.post(
    '/api/me/passkeys/options',
    {
      ...stepUp,
      schema: {
        tags,
        summary: 'What a browser needs to make a passkey',
        response: { 200: PasskeyOptions },
      },
    },
    async (request) => ({
      options: await registrationOptions(deps, await ownerOf(database, request)),
    }),
  )

  app.post(
    '/api/me/passkeys',
    {
      ...stepUp,
      schema: { tags, summary: 'Add a passkey', body: NewPasskey, response: { 201: Passkey } },
    },
    async (request, reply) => {
      const { userId, familyId } = viewerOf(request)
      const { id, name, createdAt } = await addPasskey(deps, userId, request.body)
      await markProven(database, familyId, clock.now(), true)
      const passkey = { id, name, createdAt: createdAt.toISOString(), lastUsedAt: null }
      return reply.code(201).send(passkey)
    },
  )

  app.delete(
    '/api/me/passkeys/:id',
    {
      ...stepUp,
      schema: {
        tags,
        summary: 'Remove a passkey',
        params: PasskeyParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await removePasskey(database, viewerOf(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
