import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Nothing } from '../../contract/common.ts'
import { ProgressBody, TokenParams } from '../../contract/playback.ts'
import { MatineeError } from '../errors.ts'
import type { PlaybackDeps } from './viewing.ts'

/**
 * Where the viewer is while the film plays, every few seconds of it: much the most frequent of what players
 * say, so it asks no more than whose session it is. What they say once, as they leave, needs no session.
 */
export function progressRoute(instance: FastifyInstance, deps: PlaybackDeps) {
  const { sessions, saveProgress } = deps
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.put(
    '/play/:token/progress',
    {
      schema: {
        tags: ['play'],
        summary: 'Where the viewer is, while the film plays',
        params: TokenParams,
        body: ProgressBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const { userId, videoId } = sessions.known(token) ?? (await sessions.check(token))
      if (userId === null) throw new MatineeError('SIGN_IN_REQUIRED')
      await saveProgress({ userId, videoId, positionSeconds: request.body.positionSeconds })
      return reply.code(204).send(null)
    },
  )
}
