import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

declare module 'fastify' {
  interface FastifyInstance {
    /** What this server once gave the browser to be known by, if it looks like that. */
    deviceOf(request: FastifyRequest): string | undefined
    /** Gives the browser something to be known by, for as long as browsers keep a cookie. */
    markDevice(reply: FastifyReply, value: string): void
  }
}

/** Browsers cut longer lives to 400 days. */
const LIFE_SECONDS = 400 * 24 * 60 * 60
const wellFormed = /^[\w-]{43}$/

export const newDevice = (): string => randomBytes(32).toString('base64url')

/** Over https the prefix keeps neighbouring subdomains from planting one. */
const deviceCookieName = (https: boolean): string =>
  https ? '__Host-matinee_device' : 'matinee_device'

/** A name for each browser that its scripts cannot read or choose. It opens nothing by itself. */
export const deviceCookie = fp<{ https: boolean }>(
  async (app: FastifyInstance, { https }) => {
    const name = deviceCookieName(https)
    const deviceOf = (request: FastifyRequest) => {
      const value = request.cookies[name]
      return value !== undefined && wellFormed.test(value) ? value : undefined
    }
    app.decorate('deviceOf', deviceOf)
    app.decorate('markDevice', (reply: FastifyReply, value: string) => {
      const attributes = { httpOnly: true, sameSite: 'lax' as const, secure: https, path: '/' }
      reply.setCookie(name, value, { ...attributes, maxAge: LIFE_SECONDS })
    })
  },
  { name: 'device-cookie', fastify: '5.x', dependencies: ['auth'] },
)
