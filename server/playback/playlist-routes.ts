import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { MatineeError } from '../errors.ts'
import type { PlaybackParts } from './parts.ts'
import { PlaylistQuery, RenditionParams, TokenParams } from './schemas.ts'
import { sendPrepared } from './send-prepared.ts'
import { renditionOf, viewingOf } from './viewing.ts'

/**
 * The same texts for every viewer: what they name is relative to the token's path. Browsers' own
 * players fetch far ahead and take a refusal for a broken film, so for them a preview ends by itself.
 */
export function playlistRoutes(instance: FastifyInstance, parts: PlaybackParts) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['play']

  app.get(
    '/play/:token/main.m3u8',
    {
      schema: {
        tags,
        summary: 'The master playlist',
        params: TokenParams,
        querystring: PlaylistQuery,
      },
    },
    async (request, reply) => {
      const { film } = await viewingOf(parts, request.params.token)
      const ends = request.query.end === 'preview'
      return sendPrepared(request, reply, await (ends ? film.previewMaster() : film.master()))
    },
  )

  app.get(
    '/play/:token/:rendition/index.m3u8',
    {
      schema: {
        tags,
        summary: 'The playlist of a rendition',
        params: RenditionParams,
        querystring: PlaylistQuery,
      },
    },
    async (request, reply) => {
      const { token, rendition } = request.params
      const { session, film } = await viewingOf(parts, token)
      const captions = film.captionPlaylist(rendition)
      if (captions !== null) return sendPrepared(request, reply, await captions)
      const { playlist, playlistUntil } = renditionOf(film, rendition)
      const end = request.query.end === 'preview' ? session.teaserSeconds : null
      return sendPrepared(request, reply, await (end === null ? playlist() : playlistUntil(end)))
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
