import type { IncomingHttpHeaders } from 'node:http'
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

const bracketed = /^\[([^\]]*)\](?::\d+)?$/
const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/

const bare = (address: string): string =>
  bracketed.exec(address)?.[1] ?? withPort.exec(address)?.[1] ?? address

/**
 * Azure's gateways and IIS write a client's port behind its address, AWS on request. With it each connection
 * would be a client of its own, which no limit of tries holds, and a proxy's address none that is trusted.
 */
export function leaveOutPorts(headers: IncomingHttpHeaders): void {
  const forwarded = headers['x-forwarded-for']
  if (typeof forwarded !== 'string' || !forwarded.includes(':')) return
  headers['x-forwarded-for'] = forwarded
    .split(',')
    .map((address) => bare(address.trim()))
    .join(', ')
}

/** The peer by itself, as TRUSTED_PROXIES takes it. */
const rangeOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return isIPv6(plain) ? `${plain}/128` : `${plain}/32`
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
