import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Nothing } from '../../contract/common.ts'
import { Factors, PasskeyOptions, type Proof, Proof as ProofBody } from '../../contract/factors.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { MatineeError, refusedField } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import { networkOf } from '../plugins/network-of.ts'
import { wrongPassword } from './delete-account.ts'
import { factorsOf, methodsOf, spendFactorCode } from './factors.ts'
import { markProven, ownerOf } from './mark-proven.ts'
import type { AccountDeps } from './options.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { checkPasskey, proofOptions } from './passkeys.ts'
import { verifyPassword } from './passwords.ts'
import { totpRoutes } from './totp-routes.ts'

const tags = ['account']

/** Passkeys, codes of an app, and proving once more who one is. */
export const factorRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const { database, clock, brake, codeTries, secrets } = deps
  await app.register(passkeyRoutes, deps)
  await app.register(totpRoutes, deps)

  /** @throws WRONG_CREDENTIALS, TOO_MANY_REQUESTS; STEP_UP_REQUIRED for a password where there is more */
  async function prove(request: FastifyRequest, proof: Proof): Promise<void> {
    const { userId, familyId } = viewerOf(request)
    const user = await ownerOf(database, request)
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
        const spend = () =>
          database.$transaction((tx) => spendFactorCode(tx, userId, { code, secrets, now }))
        const right = await codeTries(`${userId} proof`, spend)
        if (!right) throw refusedField('code', say('accounts.codeRefused'), 'WRONG_CREDENTIALS')
      } else if (!(await verifyPassword(user.passwordHash, password ?? ''))) {
        throw wrongPassword('password')
      }
    })
    await markProven(database, familyId, now, password === undefined)
    const how = passkey !== undefined ? 'passkey' : code !== undefined ? 'code' : 'password'
    const about = { action: 'user.proven', subject: `user:${userId}`, details: { how } } as const
    await audit(database, { actorId: userId, ...about })
  }

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
