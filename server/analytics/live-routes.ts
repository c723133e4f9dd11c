import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Live, LiveQuery } from '../../contract/analytics.ts'
import { IdParams, Nothing } from '../../contract/common.ts'
import { say } from '../../contract/words/server.ts'
import type { Config } from '../config.ts'
import { MatineeError } from '../errors.ts'
import { aliveSince } from '../playback/alive-since.ts'
import { viewerOf } from '../plugins/auth.ts'
import { stopPlaying, whatPlays } from './live.ts'
import type { AnalyticsDeps } from './routes.ts'

/** What plays now, and stopping it. */
export const liveRoutes: FastifyPluginAsyncTypebox<AnalyticsDeps & { config: Config }> = async (
  app,
  { database, clock, config },
) => {
  const tags = ['studio']

  app.get(
    '/api/studio/live',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'Who watches what now, or what one person does',
        querystring: LiveQuery,
        response: { 200: Live },
      },
    },
    (request) =>
      whatPlays(database, {
        ...request.query,
        aliveSince: aliveSince(config, clock.now()),
      }),
  )

  app.delete(
    '/api/studio/live/:id',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'Stop what someone watches',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const by = { actorId: viewerOf(request).userId, now: clock.now() }
      const stopped = await stopPlaying(database, request.params.id, by)
      if (!stopped) throw new MatineeError('NOT_FOUND', { detail: say('none.stream') })
      return reply.code(204).send(null)
    },
  )
}
