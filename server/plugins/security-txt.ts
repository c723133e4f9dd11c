import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { Clock } from '../clients/clock.ts'
import { MatineeError } from '../errors.ts'

export interface SecurityTxtOptions {
  /** Where flaws are to be told: an address of mail or of a page. Without one there is no such file. */
  contact?: string | undefined
  publicUrl: string
  clock: Clock
}

/** Less than a year, as RFC 9116 recommends; always ahead, since the file is made when asked for. */
const LIFE_DAYS = 180
const DAY = 24 * 60 * 60_000

/** GET /.well-known/security.txt (RFC 9116). */
export const securityTxt = fp<SecurityTxtOptions>(
  async (app: FastifyInstance, { contact, publicUrl, clock }) => {
    const path = '/.well-known/security.txt'
    app.get(path, { schema: { hide: true } }, async (_request, reply) => {
      if (contact === undefined) throw new MatineeError('NOT_FOUND')
      const expires = new Date(clock.now().getTime() + LIFE_DAYS * DAY)
      reply.type('text/plain; charset=utf-8')
      return [
        `Contact: ${contact.includes(':') ? contact : `mailto:${contact}`}`,
        `Expires: ${expires.toISOString()}`,
        `Canonical: ${publicUrl}${path}`,
        '',
      ].join('\n')
    })
  },
  { name: 'security-txt', fastify: '5.x' },
)
