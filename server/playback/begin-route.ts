import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Nothing } from '../../contract/common.ts'
import { TokenParams } from '../../contract/playback.ts'
import { networkOf } from '../plugins/network-of.ts'
import { beginPlayback } from './begin.ts'
import type { PlaybackDeps } from './viewing.ts'
import { viewingOf } from './viewing.ts'

/** Whose player asks. */
export const beginnerOf = (request: Pick<FastifyRequest, 'headers' | 'ip'>, token: string) => ({
  token,
  userAgent: request.headers['user-agent'],
  network: networkOf(request.ip),
})

/** Said when the viewer presses play. */
export function beginRoute(instance: FastifyInstance, deps: PlaybackDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.post(
    '/play/:token/begin',
    {
      schema: {
        tags: ['play'],
        summary: 'Play begins: takes a place, starts a rental’s clock',
        params: TokenParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      const { session } = await viewingOf(deps, token)
      await beginPlayback(deps, session, beginnerOf(request, token))
      return reply.code(204).send(null)
    },
  )
}
