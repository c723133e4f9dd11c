import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { SignedInUser } from '../../contract/accounts.ts'
import { Nothing } from '../../contract/common.ts'
import {
  CodeBody,
  Factors,
  NewPasskey,
  NewTotp,
  Passkey,
  PasskeyOptions,
  PasskeyParams,
  PasskeySignIn,
  type Proof,
  Proof as ProofBody,
  RecoveryCodes,
} from '../../contract/factors.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import type { User } from '../clients/prisma/client.ts'
import { MatineeError, refusedField } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import { networkOf } from '../plugins/network-of.ts'
import { attemptLimits } from './attempt-limits.ts'
import { wrongPassword } from './delete-account.ts'
import { factorsOf, hasTotp, methodsOf, spendFactorCode } from './factors.ts'
import type { AccountDeps } from './options.ts'
import {
  addPasskey,
  checkPasskey,
  proofOptions,
  registrationOptions,
  removePasskey,
  signInOptions,
} from './passkeys.ts'
import { verifyPassword } from './passwords.ts'
import { placeOf } from './place-of.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { enter } from './sign-in.ts'
import { beginTotp, spendTotp } from './totp.ts'

const tags = ['account']
const stepUp = { config: { stepUp: true } } as const

/** Passkeys, codes of an app, and proving once more who one is. */
export const factorRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const { database, clock, brake, secrets, attemptsPerMinute, letIn } = deps
  const { onRequest } = attemptLimits(app, attemptsPerMinute)
  const ownerOf = (request: FastifyRequest): Promise<User> =>
    database.user.findUniqueOrThrow({ where: { id: viewerOf(request).userId } })

  const markProven = (familyId: string, now: Date, byFactor: boolean) =>
    database.refreshFamily.update({
      where: { id: familyId },
      data: { provenAt: now, ...(byFactor && { secondFactorAt: now }) },
    })

  /** @throws WRONG_CREDENTIALS, TOO_MANY_REQUESTS; STEP_UP_REQUIRED for a password where there is more */
  async function prove(request: FastifyRequest, proof: Proof): Promise<void> {
    const { userId, familyId } = viewerOf(request)
    const user = await ownerOf(request)
    const methods = methodsOf(await factorsOf(database, userId))
    const now = clock.now()
    const { password, code, passkey } = proof
    if (password !== undefined && !methods.includes('password')) {
      throw new MatineeError('STEP_UP_REQUIRED', { members: { methods } })
    }
    const network = networkOf(request.ip)
    const attempt = { email: user.email, network, knownDevice: familyId, knownNetwork: true }
    await brake.guard(attempt, async () => {
      if (passkey !== undefined) await checkPasskey(deps, passkey, userId)
      else if (code !== undefined) {
        const right = await database.$transaction((tx) =>
          spendFactorCode(tx, userId, { code, secrets, now }),
        )
        if (!right) throw refusedField('code', say('accounts.codeRefused'), 'WRONG_CREDENTIALS')
      } else if (!(await verifyPassword(user.passwordHash, password ?? ''))) {
        throw wrongPassword('password')
      }
    })
    await markProven(familyId, now, password === undefined)
    const how = passkey !== undefined ? 'passkey' : code !== undefined ? 'code' : 'password'
    const about = { action: 'user.proven', subject: `user:${userId}`, details: { how } }
    await audit(database, { actorId: userId, ...about })
  }

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

  app.get(
    '/api/me/factors',
    {
      schema: {
        tags,
        summary: 'Passkeys, and whether codes of an app are asked for',
        response: { 200: Factors },
      },
    },
    async (request) => factorsOf(database, viewerOf(request).userId),
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
    async (request) => ({ options: await registrationOptions(deps, await ownerOf(request)) }),
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
      await markProven(familyId, clock.now(), true)
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

  app.post(
    '/api/me/totp',
    {
      ...stepUp,
      schema: { tags, summary: 'Begin to use codes of an app', response: { 201: NewTotp } },
    },
    async (request, reply) => {
      const { id, email } = await ownerOf(request)
      const about = { issuer: deps.siteName, label: email, secrets, now: clock.now() }
      const begun = await database.$transaction(async (tx) => {
        await tx.$queryRaw`select 1 from "User" where id = ${id}::uuid for update`
        if (await hasTotp(tx, id)) {
          throw new MatineeError('CONFLICT', { detail: say('accounts.hasTotp') })
        }
        return beginTotp(tx, id, about)
      })
      return reply.code(201).send(begun)
    },
  )

  app.post(
    '/api/me/totp/confirm',
    {
      ...stepUp,
      onRequest,
      schema: {
        tags,
        summary: 'Show that the app gives the right codes',
        body: CodeBody,
        response: { 200: RecoveryCodes },
      },
    },
    async (request) => {
      const { userId, familyId } = viewerOf(request)
      const now = clock.now()
      const code = request.body.code.replaceAll(/\s/g, '')
      const recoveryCodes = await database.$transaction(async (tx) => {
        if (!(await spendTotp(tx, userId, { code, secrets, now, confirmed: false }))) {
          throw refusedField('code', say('accounts.codeRefused'))
        }
        const about = { action: 'user.totp-added', subject: `user:${userId}` }
        await audit(tx, { actorId: userId, ...about })
        return makeRecoveryCodes(tx, userId)
      })
      await markProven(familyId, now, true)
      return { recoveryCodes }
    },
  )

  app.delete(
    '/api/me/totp',
    { ...stepUp, schema: { tags, summary: 'Use no codes any more', response: { 204: Nothing } } },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      await database.$transaction(async (tx) => {
        await tx.totp.deleteMany({ where: { userId } })
        await tx.recoveryCode.deleteMany({ where: { userId } })
        const about = { action: 'user.totp-removed', subject: `user:${userId}` }
        await audit(tx, { actorId: userId, ...about })
      })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/me/recovery-codes',
    {
      ...stepUp,
      schema: { tags, summary: 'Make new recovery codes', response: { 200: RecoveryCodes } },
    },
    async (request) => {
      const { userId } = viewerOf(request)
      const recoveryCodes = await database.$transaction(async (tx) => {
        if (!(await hasTotp(tx, userId))) {
          throw new MatineeError('CONFLICT', { detail: say('accounts.noTotp') })
        }
        return makeRecoveryCodes(tx, userId)
      })
      return { recoveryCodes }
    },
  )

  app.post(
    '/api/me/prove/options',
    {
      schema: {
        tags,
        summary: 'What a browser needs to prove by a passkey who one is',
        response: { 200: PasskeyOptions },
      },
    },
    async (request) => ({ options: await proofOptions(deps, viewerOf(request).userId) }),
  )

  app.post(
    '/api/me/prove',
    {
      schema: {
        tags,
        summary: 'Prove once more who one is, before what needs it',
        body: ProofBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await prove(request, request.body)
      return reply.code(204).send(null)
    },
  )
}
