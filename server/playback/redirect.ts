import type { FastifyReply, FastifyRequest } from 'fastify'
import { openFolder } from './url-batch.ts'
import type { PlaybackDeps } from './viewing.ts'

export interface Target {
  sessionId: string
  /** Key prefix with its slash. */
  folder: string
  name: string
  /** The range that alone may be fetched with what is signed. */
  range?: string | undefined
}

/**
 * Sends the client on to the bucket, which serves ranges by itself. A HEAD is signed as one, since
 * the method is part of what is signed.
 */
export async function redirectToBucket(
  deps: PlaybackDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  { sessionId, folder, name, range }: Target,
): Promise<FastifyReply> {
  if (request.method === 'HEAD') {
    const life = { expiresInSeconds: deps.config.URL_TTL_SECONDS }
    const { url } = await deps.delivery.head(`${folder}${name}`, life)
    return reply.redirect(url, 302)
  }
  if (range !== undefined) {
    const { URL_TTL_SECONDS: expiresInSeconds, TRACE_URLS } = deps.config
    const life = { expiresInSeconds, range, ...(TRACE_URLS && { session: sessionId }) }
    const { url } = await deps.delivery.get(`${folder}${name}`, life)
    return reply.redirect(url, 302)
  }
  const { sign } = await openFolder(deps, sessionId, folder)
  return reply.redirect(sign(name), 302)
}
