import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PreparedText } from './playable-video.ts'

/** Whether the client takes gzip: named, and not with a quality of zero. */
const takesGzip = (header: string | undefined): boolean =>
  header !== undefined &&
  /(?:^|,)\s*(?:gzip|\*)\s*(?:$|,|;(?!\s*q=0(?:\.0*)?\s*(?:,|$)))/i.test(header)

/** "A recipient MUST use the weak comparison function … for If-None-Match." */
const matches = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((tag) => {
    const bare = tag.trim().replace(/^W\//, '')
    return bare === '*' || bare === `"${etag}"` || bare === `"${etag}-gz"`
  }) ?? false

/** Sends a playlist as it lies ready, compressed where that is wanted, or says that it is unchanged. */
export function sendPrepared(
  request: FastifyRequest,
  reply: FastifyReply,
  { plain, gzipped, etag }: PreparedText,
  contentType = 'application/vnd.apple.mpegurl',
): FastifyReply {
  const zipped = takesGzip(request.headers['accept-encoding'])
  reply.headers({
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding',
    etag: zipped ? `"${etag}-gz"` : `"${etag}"`,
  })
  if (matches(request.headers['if-none-match'], etag)) return reply.code(304).send()
  reply.header('content-type', contentType)
  if (zipped) reply.header('content-encoding', 'gzip')
  return reply.send(zipped ? gzipped : plain)
}
