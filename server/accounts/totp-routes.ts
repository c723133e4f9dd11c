import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Nothing } from '../../contract/common.ts'
import { CodeBody, NewTotp, RecoveryCodes } from '../../contract/factors.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { MatineeError, refusedField } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import { attemptLimits } from './attempt-limits.ts'
import { hasTotp } from './factors.ts'
import { markProven, ownerOf, stepUp } from './mark-proven.ts'
import type { AccountDeps } from './options.ts'
import { makeRecoveryCodes } from './recovery-codes.ts'
import { beginTotp, spendTotp } from './totp.ts'

const tags = ['account']

/** Codes of an app, and those for the day on which it is lost. */
export const totpRoutes: FastifyPluginAsyncTypebox<AccountDeps> = async (app, deps) => {
  const { database, clock, secrets, attemptsPerMinute } = deps
  const { onRequest } = attemptLimits(app, attemptsPerMinute)

  app.post(
    '/api/me/totp',
    {
      ...stepUp,
      schema: { tags, summary: 'Begin to use codes of an app', response: { 201: NewTotp } },
    },
    async (request, reply) => {
      const { id, email } = await ownerOf(database, request)
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
        const about = { action: 'user.totp-added', subject: `user:${userId}` } as const
        await audit(tx, { actorId: userId, ...about })
        return makeRecoveryCodes(tx, userId)
      })
      await markProven(database, familyId, now, true)
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
        const about = { action: 'user.totp-removed', subject: `user:${userId}` } as const
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
}
