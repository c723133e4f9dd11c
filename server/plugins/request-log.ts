import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * What is logged of each request: no header, and no query, because signatures and tokens travel
 * there. The path of a playback session holds its token, which the log itself takes out.
 */
export const requestLog = {
  serializers: {
    req: (request: FastifyRequest) => ({
      method: request.method,
      url: request.url.split('?', 1)[0],
      remoteAddress: request.ip,
    }),
    res: ({ statusCode }: FastifyReply) => ({ statusCode }),
  },
}

/** The id that the proxy gave a request, so that both logs tell of it by one name; else one of our own. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:+/=-]{1,128}$/.test(given) ? given : randomUUID()
}
