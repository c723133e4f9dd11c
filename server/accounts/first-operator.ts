import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { SignUpBody } from '../../contract/accounts.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { lockWithin } from '../clients/locks.ts'
import { MatineeError } from '../errors.ts'
import { sendPlainPage } from '../plugins/plain-page.ts'
import type { Services } from '../services.ts'
import { beginOpening } from '../site/save-settings.ts'
import { normaliseEmail } from './emails.ts'
import { checkNewPassword } from './new-password.ts'
import { hashPassword } from './passwords.ts'
import { setupBody, wrongLinkBody } from './setup-page.ts'
import { insertUser } from './users.ts'

export const hasOperator = async ({ database }: Pick<Services, 'database'>): Promise<boolean> =>
  (await database.user.count({ where: { role: 'admin' } })) > 0

const isSame = (given: string, token: string): boolean =>
  given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token))

/** Two who have the link at the same moment are one after the other; the second finds an operator. */
async function createOperator(services: Services, { email, password }: SignUpBody) {
  const { database, clock } = services
  checkNewPassword(password, {
    email: normaliseEmail(email),
    siteName: services.settings.now().name,
  })
  const passwordHash = await hashPassword(password)
  return database.$transaction(async (tx) => {
    await lockWithin(tx, 'operators')
    if (await hasOperator({ database: tx as Services['database'] })) throw used()
    const now = clock.now()
    await beginOpening(tx, now)
    const user = await insertUser(tx, { email, passwordHash, role: 'admin', now })
    await audit(tx, { actorId: user.id, action: 'user.first_operator', subject: `user:${user.id}` })
    return user
  })
}

const used = () => new MatineeError('CONFLICT', { detail: say('accounts.linkUsed') })

/**
 * The address of the page on which the first operator is made. The same from every process, and another
 * once JWT_SECRETS is.
 */
export const setupUrl = ({ config }: Pick<Services, 'config'>): string =>
  `${config.PUBLIC_URL}/setup?token=${tokenOf(config)}`

const tokenOf = ({ JWT_SECRETS, PUBLIC_URL }: Services['config']): string =>
  createHmac('sha256', JWT_SECRETS.split(',')[0] ?? '')
    .update(`first operator of ${PUBLIC_URL}`)
    .digest('base64url')

// In the query, which no log has.
const querystring = Type.Object({ token: Type.String({ default: '' }) })
type Asked = Static<typeof querystring>

/** `/setup?token=…`: the page on which a new site gets its first operator, once. */
export const firstOperatorRoutes: FastifyPluginAsyncTypebox<Services> = async (app, services) => {
  const token = tokenOf(services.config)
  const schema = { hide: true, querystring }
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  )
  /** @returns the page for a browser with another link; undefined for the right one. @throws NOT_FOUND to others */
  const refuseOthers = (request: FastifyRequest<{ Querystring: Asked }>, reply: FastifyReply) => {
    if (isSame(request.query.token, token)) return undefined
    if (!request.headers.accept?.includes('text/html')) throw new MatineeError('NOT_FOUND')
    reply.code(404).headers({ 'cache-control': 'no-store', vary: 'accept' })
    return sendPlainPage(reply, say('setup.wrong'), wrongLinkBody())
  }
  app.get('/setup', { schema }, async (request, reply) => {
    const refused = refuseOthers(request, reply)
    if (refused !== undefined) return refused
    const body = setupBody({ used: await hasOperator(services) })
    // Told nothing of where it comes from, a browser would name no origin with the form either.
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' })
    return sendPlainPage(reply, say('setup.title'), body)
  })

  app.post(
    '/setup',
    { schema: { ...schema, body: SignUpBody }, attachValidation: true },
    async (request, reply) => {
      const refused = refuseOthers(request, reply)
      if (refused !== undefined) return refused
      const { body, validationError } = request
      const isForm = request.headers['content-type']?.startsWith('application/x-www-form') ?? false
      try {
        if (validationError) throw validationError
        const { id } = await createOperator(services, body)
        const entered = await app.inject({
          method: 'POST',
          url: '/api/auth/sign-in',
          headers: { host: request.host, origin: services.config.PUBLIC_URL },
          payload: { email: body.email, password: body.password },
        })
        const cookies = entered.headers['set-cookie']
        if (cookies !== undefined) reply.header('set-cookie', cookies)
        return isForm ? reply.redirect('/studio/opening', 303) : reply.code(201).send({ id })
      } catch (error) {
        if (!isForm) throw error
        const detail = error instanceof MatineeError ? error.message : undefined
        const problem = detail ?? say('accounts.formMissing')
        const used = await hasOperator(services)
        reply.code(400).header('referrer-policy', 'strict-origin')
        const again = setupBody({ used, email: body?.email, problem })
        return sendPlainPage(reply, say('setup.title'), again)
      }
    },
  )
}
