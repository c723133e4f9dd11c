import { isIPv6 } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { say } from '../../contract/words/server.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Who sends X-Forwarded-For without being named a proxy, as a range; null while nobody has. */
    unheededPeer: string | null
  }
}

/** An address that a proxy wrote down and that does not count, since nobody said that it is our proxy. */
export const isUnheeded = (request: FastifyRequest): boolean =>
  request.headers['x-forwarded-for'] !== undefined && (request.ips?.length ?? 1) === 1

/** The peer by itself, as TRUSTED_PROXIES takes it. */
const rangeOf = (address: string): string => {
  const bare = address.replace(/^::ffff:(?=\d+\.)/, '')
  return isIPv6(bare) ? `${bare}/128` : `${bare}/32`
}

/**
 * Behind a proxy that is not named, all viewers have its address, and share one limit of tries. Said once
 * in the log; it may as well be one of the viewers who sends the header.
 */
export const forwarding = fp(
  async (app: FastifyInstance) => {
    let told = false
    app.decorate('unheededPeer', null)
    app.addHook('onRequest', (request, _reply, done) => {
      if (!told && isUnheeded(request)) {
        told = true
        const range = rangeOf(request.raw.socket.remoteAddress ?? '')
        app.unheededPeer = range
        app.log.warn({ peer: range }, say('proxy.unheeded', { range }))
      }
      done()
    })
  },
  { name: 'forwarding', fastify: '5.x' },
)
