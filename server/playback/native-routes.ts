import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { MatineeError } from '../errors.ts'
import { handOut } from './hand-out.ts'
import type { PlaybackParts } from './parts.ts'
import { captionRendition } from './playlists.ts'
import { redirectToBucket } from './redirect.ts'
import { RenditionParams, SegmentParams } from './schemas.ts'
import { renditionOf, viewingOf } from './viewing.ts'

/** For players that know nothing of batches (Safari, AirPlay): each address leads to a signed one. */
export function nativeRoutes(instance: FastifyInstance, parts: PlaybackParts) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['play']

  app.get(
    '/play/:token/:rendition/init.mp4',
    {
      schema: { tags, summary: 'Redirect to the initialisation segment', params: RenditionParams },
    },
    async (request, reply) => {
      const { session, film } = await viewingOf(parts, request.params.token)
      const { folder } = renditionOf(film, request.params.rendition)
      const target = { sessionId: session.id, folder, name: 'init.mp4' }
      return redirectToBucket(parts, request, reply, target)
    },
  )

  app.get(
    '/play/:token/:rendition/:segment.m4s',
    { schema: { tags, summary: 'Redirect to a segment', params: SegmentParams } },
    async (request, reply) => {
      const { token, segment } = request.params
      const { session, film } = await viewingOf(parts, token)
      const rendition = renditionOf(film, request.params.rendition)
      await handOut(parts, session, rendition, segment, 1)
      const { folder } = rendition
      const target = { sessionId: session.id, folder, name: `${segment}.m4s` }
      return redirectToBucket(parts, request, reply, target)
    },
  )

  app.get(
    '/play/:token/:rendition/0.vtt',
    { schema: { tags, summary: 'Redirect to captions', params: RenditionParams } },
    async (request, reply) => {
      const { session, film } = await viewingOf(parts, request.params.token)
      const caption = film.captions.find(
        ({ language }) => captionRendition(language) === request.params.rendition,
      )
      if (caption === undefined) throw new MatineeError('NOT_FOUND')
      const cut = caption.key.lastIndexOf('/') + 1
      const [folder, name] = [caption.key.slice(0, cut), caption.key.slice(cut)]
      return redirectToBucket(parts, request, reply, { sessionId: session.id, folder, name })
    },
  )
}
