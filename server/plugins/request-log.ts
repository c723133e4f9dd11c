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
