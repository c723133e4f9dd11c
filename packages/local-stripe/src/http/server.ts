import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { badBody, sendFault, unknownUrl } from './api.ts'
import { parsedUrl } from './parsed-url.ts'

const maximumBodyBytes = 1024 * 1024

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** A page of another site can have its name point here: only requests for this machine are answered. */
const isForUs = (host: string | undefined, publicBase: string | undefined): boolean => {
  const url = host ? parsedUrl(`http://${host}`) : null
  if (url === null) return false
  const own = publicBase === undefined ? loopback : [...loopback, new URL(publicBase).hostname]
  return own.includes(url.hostname)
}

/**
 * A server that takes every body as text and answers every mistake in Stripe's JSON.
 *
 * @param publicBase whose name it answers to besides those of loopback
 */
export function newServer(
  log: FastifyBaseLogger | undefined,
  publicBase: string | undefined,
): FastifyInstance {
  const app = Fastify({
    ...(log ? { loggerInstance: log } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: maximumBodyBytes,
    routerOptions: { maxParamLength: 500 },
  })
  app.addHook('onRequest', async (request, reply) => {
    if (isForUs(request.headers.host, publicBase)) return
    return reply.code(421).send('This Stripe answers to the names of this machine only.')
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body))
  app.setNotFoundHandler((request, reply) =>
    sendFault(reply, unknownUrl(request.method, request.url)),
  )
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) =>
    sendFault(reply, (error.statusCode ?? 500) < 500 ? badBody() : error),
  )
  return app
}
