import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import {
  type FastifyBaseLogger,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify'
import { type Address, parseAddress } from './address.ts'
import { authenticate, type Identity } from './authenticate.ts'
import { type BucketStore, openBucketStore } from './bucket-store.ts'
import type { Answer, Call } from './call.ts'
import { type Clock, systemClock } from './clock.ts'
import { corsHeaders } from './cors.ts'
import { errorBody, S3Error } from './errors.ts'
import { handlers } from './handlers.ts'
import { operationOf } from './operations.ts'
import { preflight } from './preflight.ts'

export interface LocalS3Options {
  /** Everything lies below it; made when it does not exist. */
  directory: string
  /** Left out: any free one. */
  port?: number
  /** Made when it does not exist. */
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
  clock?: Clock
  log?: FastifyBaseLogger
}

export interface LocalS3 {
  /** `http://127.0.0.1:<port>` */
  endpoint: string
  close(): Promise<void>
}

/** A connection on which nothing moves for this long is a dead client's. */
const idleTimeoutMs = 2 * 60_000

/**
 * Starts a strict subset of S3 on loopback, over files in `directory`. It serves path-style
 * addresses, one pair of keys and one region, and refuses whatever it does not know.
 */
export async function startLocalS3(options: LocalS3Options): Promise<LocalS3> {
  const { clock = systemClock, log } = options
  const buckets = await openBucketStore(options.directory)
  if (!buckets.has(options.bucket)) await buckets.create(options.bucket, clock.now().getTime())

  const app = fastify({
    ...(log === undefined ? {} : { loggerInstance: log }),
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    connectionTimeout: idleTimeoutMs,
    frameworkErrors: (_error, request, reply) => {
      refuse(request, reply, new S3Error('InvalidURI'))
    },
  })
  // Bodies are read by the operations, as streams, once the signature holds.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.server.on('checkContinue', (request, response) => {
    app.server.emit('request', request, response)
  })
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof S3Error)) request.log.error(error, 'the local S3 failed')
    refuse(request, reply, error instanceof S3Error ? error : new S3Error('InternalError'))
  })
  app.setNotFoundHandler((request, reply) => {
    refuse(request, reply, new S3Error('MethodNotAllowed', undefined, { Method: request.method }))
  })
  app.addHook('onRequest', async (request, reply) => {
    const requestId = randomBytes(8).toString('hex').toUpperCase()
    // Clients correct their clocks by Date, so it must be the time that signatures are held against.
    const date = clock.now().toUTCString()
    reply.headers({ 'x-amz-request-id': requestId, date, server: 'matinee-local-s3' })
    reply.headers(crossOriginHeaders(request, buckets))
  })
  app.options('*', async (request, reply) => {
    reply.headers(preflight(request.headers, addressOf(request).bucket, buckets)).send()
  })
  app.route({
    method: ['GET', 'HEAD', 'PUT', 'POST', 'DELETE'],
    url: '*',
    handler: async (request, reply) => {
      const {
        status,
        headers = {},
        body,
      } = await carryOut(request, reply, options, buckets, clock.now())
      return reply.code(status).headers(headers).send(body)
    },
  })
  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  const { port } = app.server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: async () => {
      await app.close()
      await buckets.settled()
    },
  }
}

const addressOf = (request: FastifyRequest): Address => parseAddress(request.raw.url ?? '/')

async function carryOut(
  request: FastifyRequest,
  reply: FastifyReply,
  identity: Identity,
  buckets: BucketStore,
  now: Date,
): Promise<Answer> {
  const address = addressOf(request)
  const headers = collectHeaders(request.raw.rawHeaders)
  const { method } = request
  const authenticated = authenticate({ method, address, headers }, identity, now)
  const operation = operationOf(method, address)
  request.log.debug({ operation, path: address.path }, 'local S3')
  const parameters = new Map(
    authenticated.presigned
      ? address.query.map(({ name, value }) => [name.toLowerCase(), value])
      : [],
  )
  const read: Call['read'] = (name) =>
    headers.get(name)?.join(',') ?? (name.startsWith('x-amz-') ? parameters.get(name) : undefined)
  return handlers[operation]({
    ...{ address, authenticated, read, buckets, now, region: identity.region },
    headerNames: [...new Set([...headers.keys(), ...parameters.keys()])],
    body: bodyOf(request, reply),
  })
}

/** Every value of every header, as sent: what was signed. */
function collectHeaders(raw: readonly string[]): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at]?.toLowerCase() ?? ''
    const values = headers.get(name)
    if (values === undefined) headers.set(name, [raw[at + 1] ?? ''])
    else values.push(raw[at + 1] ?? '')
  }
  return headers
}

/**
 * The body, whose sender is told to go on only now that somebody wants it. Leaving it half read does
 * not close the connection, so that the refusal still reaches the sender.
 */
async function* bodyOf({ raw }: FastifyRequest, reply: FastifyReply): AsyncGenerator<Buffer> {
  if (raw.headers.expect?.toLowerCase() === '100-continue') reply.raw.writeContinue()
  try {
    yield* raw.iterator({ destroyOnReturn: false })
  } catch {
    // The sender is gone, which is its own affair.
    throw new S3Error('IncompleteBody')
  }
}

function crossOriginHeaders(request: FastifyRequest, buckets: BucketStore): Record<string, string> {
  const { origin } = request.headers
  if (origin === undefined || request.method === 'OPTIONS') return {}
  const name = /^\/([^/?]*)/.exec(request.raw.url ?? '')?.[1] ?? ''
  const rules = buckets.has(name) ? buckets.find(name).cors() : null
  return corsHeaders(rules ?? [], { origin, method: request.method, headers: [] }) ?? {}
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: S3Error): void {
  const path = (request.raw.url ?? '').split('?')[0] ?? ''
  const requestId = String(reply.getHeader('x-amz-request-id') ?? '')
  reply.code(error.status).header('content-type', 'application/xml')
  // "HEAD … no response body": its errors are a status alone.
  reply.send(request.method === 'HEAD' ? undefined : errorBody(error, path, requestId))
}
