import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { badBody, sendFault, unknownUrl } from './api.ts'

const maximumBodyBytes = 1024 * 1024

/** A server that takes every body as text and answers every mistake in Stripe's JSON. */
export function newServer(log: FastifyBaseLogger | undefined): FastifyInstance {
  const app = Fastify({
    ...(log ? { loggerInstance: log } : {}),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: maximumBodyBytes,
    routerOptions: { maxParamLength: 500 },
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
