import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { StoryboardParams, TokenParams } from '../../contract/playback.ts'
import { encodePrefix } from '../catalog/object-keys.ts'
import { MatineeError } from '../errors.ts'
import { redirectToBucket } from './redirect.ts'
import { sendPrepared } from './send-prepared.ts'
import type { PlaybackDeps } from './viewing.ts'
import { viewingOf } from './viewing.ts'

/** The small pictures over the timeline. */
export function storyboardRoutes(instance: FastifyInstance, deps: PlaybackDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['play']

  app.get(
    '/play/:token/storyboard.vtt',
    { schema: { tags, summary: 'Preview pictures: which shows when', params: TokenParams } },
    async (request, reply) => {
      const { video } = await viewingOf(deps, request.params.token)
      const text = video.storyboardVtt()
      if (text === null) throw new MatineeError('NOT_FOUND')
      return sendPrepared(request, reply, await text, 'text/vtt; charset=utf-8')
    },
  )

  app.get(
    '/play/:token/storyboard/:sheet.jpg',
    {
      schema: {
        tags,
        summary: 'Redirect to a sheet of preview pictures',
        params: StoryboardParams,
      },
    },
    async (request, reply) => {
      const { token, sheet } = request.params
      const { session, video } = await viewingOf(deps, token)
      if (sheet >= (video.storyboard?.sheets ?? 0)) throw new MatineeError('NOT_FOUND')
      const folder = `${encodePrefix(video.videoId, video.encodeId)}storyboard/`
      // Players ask for the sheet again with every tile: let the browser keep where it lies.
      const keep = Math.floor(deps.config.URL_TTL_SECONDS * 0.75)
      reply.header('cache-control', `private, max-age=${keep}`)
      const target = { sessionId: session.id, folder, name: `${sheet}.jpg` }
      return redirectToBucket(deps, request, reply, target)
    },
  )
}
