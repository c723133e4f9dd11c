import { fastifyHelmet } from '@fastify/helmet'
import { fastifyRateLimit } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { MatineeError } from '../errors.ts'
import { contentPolicy } from './content-policy.ts'
import { mayChange } from './origin-check.ts'

export interface SecurityOptions {
  /** Where browsers reach this server, without a slash at its end. */
  publicUrl: string
  /** Where browsers upload to. */
  bucketOrigin: string
  /** Where browsers fetch film from. */
  deliveryOrigin: string
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** `false` for a route that another server calls and that proves its caller otherwise. */
    originCheck?: boolean
  }
}

/** Requests a minute, from one address, for what is not there. */
const MISSES_PER_MINUTE = 300
const YEAR_SECONDS = 31_536_000

/** What no page of ours uses, none may: not even one that somebody smuggled in. */
const permissions = [
  ...['accelerometer', 'browsing-topics', 'camera', 'display-capture', 'geolocation'],
  ...['gyroscope', 'hid', 'magnetometer', 'microphone', 'midi', 'payment', 'serial', 'usb'],
]
  .map((name) => `${name}=()`)
  .join(', ')

function refuseOtherSites(publicUrl: string) {
  // As browsers write it: in small letters, without the scheme's own port.
  const { origin: publicOrigin } = new URL(publicUrl)
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) => {
    if (request.routeOptions.config.originCheck === false) return done()
    const { origin, cookie, 'sec-fetch-site': secFetchSite } = request.headers
    const source = {
      method: request.method,
      origin,
      secFetchSite: secFetchSite?.toString(),
      hasCookie: cookie !== undefined,
    }
    // The same origin under another name, such as 127.0.0.1 for localhost: its cookies are its own.
    const asAsked = `${request.protocol}://${request.host}`
    // What takes no cookie acts with nobody's rights but those that its request proves.
    const isOpen = request.routeOptions.config.crossOrigin === true && cookie === undefined
    return isOpen || mayChange(source, [publicOrigin, asAsked])
      ? done()
      : done(new MatineeError('ORIGIN_REFUSED'))
  }
}

/** Looking for what might be there by trying is slowed down. */
function limitMisses(app: FastifyInstance) {
  const count = app.createRateLimit({ max: MISSES_PER_MINUTE, timeWindow: 60_000 })
  return (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void) => {
    if (!request.is404) return done()
    count(request).then(
      (result) =>
        !result.isAllowed && result.isExceeded
          ? done(new MatineeError('TOO_MANY_REQUESTS'))
          : done(),
      done,
    )
  }
}

/**
 * Response headers that browsers enforce, the refusal of other sites' requests, and the limiter that
 * routes use. A limit counts per client address, /64 by /64 for IPv6.
 */
export const security = fp<SecurityOptions>(
  async (app: FastifyInstance, { publicUrl, ...origins }) => {
    const https = publicUrl.startsWith('https:')
    await app.register(fastifyHelmet, {
      contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(origins, https) },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: https && { maxAge: YEAR_SECONDS, includeSubDomains: false },
    })
    await app.register(fastifyRateLimit, { global: false, cache: 50_000 })
    app.addHook('onRequest', limitMisses(app))
    app.addHook('onRequest', refuseOtherSites(publicUrl))
    app.addHook('onSend', (request, reply, payload, done) => {
      reply.header('permissions-policy', permissions)
      const personal = request.routeOptions.url?.startsWith('/api/')
      if (personal && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      done(null, payload)
    })
  },
  { name: 'security', fastify: '5.x' },
)
