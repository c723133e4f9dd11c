import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { MatineeError } from '../errors.ts'
import type { PlaybackParts } from './parts.ts'
import { RenditionParams, TokenParams } from './schemas.ts'
import { sendPrepared } from './send-prepared.ts'
import { renditionOf, viewingOf } from './viewing.ts'

/** The same texts for every viewer: what they name is relative to the token's path. */
export function playlistRoutes(instance: FastifyInstance, parts: PlaybackParts) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['play']

  app.get(
    '/play/:token/main.m3u8',
    { schema: { tags, summary: 'The master playlist', params: TokenParams } },
    async (request, reply) => {
      const { film } = await viewingOf(parts, request.params.token)
      return sendPrepared(request, reply, await film.master())
    },
  )

  app.get(
    '/play/:token/:rendition/index.m3u8',
    { schema: { tags, summary: 'The playlist of a rendition', params: RenditionParams } },
    async (request, reply) => {
      const { token, rendition } = request.params
      const { film } = await viewingOf(parts, token)
      const captions = film.captionPlaylist(rendition)
      return sendPrepared(
        request,
        reply,
        await (captions ?? renditionOf(film, rendition).playlist()),
      )
    },
  )

  app.get(
    '/play/:token/:rendition/keys.m3u8',
    {
      schema: {
        tags,
        summary: 'The playlist of single pictures, for seeking',
        params: RenditionParams,
      },
    },
    async (request, reply) => {
      const { token, rendition } = request.params
      const { film } = await viewingOf(parts, token)
      const playlist = renditionOf(film, rendition).keyPlaylist()
      if (playlist === null) throw new MatineeError('NOT_FOUND')
      return sendPrepared(request, reply, await playlist)
    },
  )
}
