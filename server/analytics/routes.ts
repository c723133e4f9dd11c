import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Nothing } from '../../contract/common.ts'
import { TokenParams, ViewingReport } from '../../contract/playback.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { tokenPaths } from '../playback/token-paths.ts'
import { hashToken } from '../playback/tokens.ts'
import { recordViewing } from './record-viewing.ts'

export interface AnalyticsDeps {
  database: Database
  clock: Clock
}

/** What viewers' players report about how it went. */
export async function beaconRoutes(instance: FastifyInstance, { database, clock }: AnalyticsDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  tokenPaths(instance)
  // navigator.sendBeacon outlives its page, but sends text unless a page of another origin may ask.
  app.addContentTypeParser(
    'text/plain',
    { parseAs: 'string' },
    app.getDefaultJsonParser('error', 'error'),
  )

  app.post(
    '/play/:token/beacon',
    {
      bodyLimit: 4096,
      schema: {
        tags: ['play'],
        summary: 'How the viewing went',
        params: TokenParams,
        body: ViewingReport,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { startUpMs, watchedSeconds, stallCount, stallMs, errorCode } = request.body
      const { watched, source } = request.body
      const counted = { startUpMs, watchedSeconds, stallCount, stallMs, errorCode }
      const viewing = { ...counted, watched, source }
      await recordViewing(database, hashToken(request.params.token), viewing, clock.now())
      return reply.code(204).send(null)
    },
  )
}
