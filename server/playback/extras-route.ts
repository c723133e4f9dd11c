import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { PlaybackExtras, TokenParams } from '../../contract/playback.ts'
import { extrasOf } from './extras.ts'
import type { PlaybackDeps } from './viewing.ts'
import { viewingOf } from './viewing.ts'

/** Asked for when a batch of URLs tells that there are others than before. */
export function extrasRoute(instance: FastifyInstance, deps: PlaybackDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/play/:token/extras',
    {
      schema: {
        tags: ['play'],
        summary: 'Captions and preview pictures as they are now',
        params: TokenParams,
        response: { 200: PlaybackExtras },
      },
    },
    async (request) => {
      const { token } = request.params
      const { session, video } = await viewingOf(deps, token)
      return extrasOf(video, token, session)
    },
  )
}
