import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { say } from '../../contract/words/server.ts'
import { sendPlainPage } from '../plugins/plain-page.ts'
import type { LetterDeps } from './send-letters.ts'
import { unsubscribeBody } from './unsubscribe-page.ts'
import { readToken } from './unsubscribe-token.ts'

const querystring = Type.Object({ token: Type.String({ default: '', maxLength: 200 }) })
const schema = { hide: true, querystring }

/** `/unsubscribe?token=…`: ends news by mail, for whoever has the link, signed in or not (RFC 8058). */
export const unsubscribeRoutes: FastifyPluginAsyncTypebox<LetterDeps> = async (app, deps) => {
  const { database, config, settings } = deps
  // What mail programs send says nothing that the link does not.
  for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data']) {
    app.addContentTypeParser(
      type,
      { parseAs: 'string', bodyLimit: 4_096 },
      (_request, _body, done) => done(null, {}),
    )
  }
  const page = (reply: FastifyReply, state: Parameters<typeof unsubscribeBody>[0]) => {
    reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'strict-origin' })
    reply.code(state === 'broken' ? 400 : 200)
    const title = say('unsubscribe.title', { siteName: settings.now().name })
    return sendPlainPage(reply, title, unsubscribeBody(state))
  }

  app.get('/unsubscribe', { schema }, async (request, reply) =>
    page(reply, readToken(config, request.query.token) === null ? 'broken' : 'ask'),
  )

  app.post('/unsubscribe', { config: { originCheck: false }, schema }, async (request, reply) => {
    const id = readToken(config, request.query.token)
    if (id === null) return page(reply, 'broken')
    await database.user.updateMany({ where: { id }, data: { wantsNews: false } })
    return page(reply, 'done')
  })
}
