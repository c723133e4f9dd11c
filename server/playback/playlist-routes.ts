import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { PlaylistQuery, RenditionParams, TokenParams } from '../../contract/playback.ts'
import { MatineeError } from '../errors.ts'
import { sendPrepared } from './send-prepared.ts'
import type { PlaybackDeps } from './viewing.ts'
import { renditionOf, viewingOf } from './viewing.ts'

/**
 * The same texts for every viewer: what they name is relative to the token's path. Browsers' own
 * players fetch far ahead and take a refusal for a broken film, so for them a preview ends by itself.
 */
export function playlistRoutes(instance: FastifyInstance, deps: PlaybackDeps) {
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
      const { video } = await viewingOf(deps, request.params.token)
      const ends = request.query.end === 'preview'
      return sendPrepared(request, reply, await (ends ? video.previewMaster() : video.master()))
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
      const { session, video } = await viewingOf(deps, token)
      const captions = video.captionPlaylist(rendition)
      if (captions !== null) return sendPrepared(request, reply, await captions)
      const { playlist, playlistUntil } = renditionOf(video, rendition)
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
      const { video } = await viewingOf(deps, token)
      const playlist = renditionOf(video, rendition).keyPlaylist()
      if (playlist === null) throw new MatineeError('NOT_FOUND')
      return sendPrepared(request, reply, await playlist)
    },
  )
}
