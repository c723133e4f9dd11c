import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import { TokenParams } from '../playback/schemas.ts'
import { tokenPaths } from '../playback/token-paths.ts'
import { hashToken } from '../playback/tokens.ts'
import { recordViewing } from './record-viewing.ts'

const dayMs = 86_400_000

const BeaconBody = Type.Object(
  {
    startUpMs: Type.Union([Type.Integer({ minimum: 0, maximum: dayMs }), Type.Null()], {
      default: null,
    }),
    watchedSeconds: Type.Number({ minimum: 0, maximum: 1_000_000, default: 0 }),
    stallCount: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }),
    stallMs: Type.Integer({ minimum: 0, maximum: 7 * dayMs, default: 0 }),
    errorCode: Type.Union([Type.String({ pattern: '^[A-Za-z0-9_.-]{1,64}$' }), Type.Null()], {
      default: null,
    }),
  },
  // A page that was opened before an update reports to the server after it: what is new is passed over.
  { additionalProperties: true },
)

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
      bodyLimit: 2048,
      schema: {
        tags: ['play'],
        summary: 'How the viewing went',
        params: TokenParams,
        body: BeaconBody,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { startUpMs, watchedSeconds, stallCount, stallMs, errorCode } = request.body
      const viewing = { startUpMs, watchedSeconds, stallCount, stallMs, errorCode }
      await recordViewing(database, hashToken(request.params.token), viewing, clock.now())
      return reply.code(204).send(null)
    },
  )
}
