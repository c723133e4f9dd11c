import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { RenditionParams, SegmentParams } from '../../contract/playback.ts'
import { MatineeError } from '../errors.ts'
import { admitRedirect } from './admit-segments.ts'
import { beginUnlessFirst } from './begin.ts'
import { beginnerOf } from './begin-route.ts'
import { captionRendition } from './playlist-renditions.ts'
import { rangeOf } from './range.ts'
import { redirectToBucket } from './redirect.ts'
import type { PlaybackDeps } from './viewing.ts'
import { renditionOf, viewingOf } from './viewing.ts'

/** For players that know nothing of batches (Safari, AirPlay): each address leads to a signed one. */
export function nativeRoutes(instance: FastifyInstance, deps: PlaybackDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const tags = ['play']

  app.get(
    '/play/:token/:rendition/init.mp4',
    {
      schema: { tags, summary: 'Redirect to the initialisation segment', params: RenditionParams },
    },
    async (request, reply) => {
      const { session, video } = await viewingOf(deps, request.params.token)
      const { folder } = renditionOf(video, request.params.rendition)
      const target = { sessionId: session.id, folder, name: 'init.mp4' }
      return redirectToBucket(deps, request, reply, target)
    },
  )

  app.get(
    '/play/:token/:rendition/:segment.m4s',
    { schema: { tags, summary: 'Redirect to a segment', params: SegmentParams } },
    async (request, reply) => {
      const { token, segment } = request.params
      const { session, video } = await viewingOf(deps, token)
      const rendition = renditionOf(video, request.params.rendition)
      const wanted = { from: segment, count: 1 }
      await beginUnlessFirst(deps, session, rendition, wanted, beginnerOf(request, token))
      const asked = deps.delivery.bindsRange ? request.headers.range : undefined
      const range = rangeOf(asked, rendition.segmentBytes[segment])
      await admitRedirect(
        deps,
        session,
        rendition,
        segment,
        request.method === 'HEAD' ? 0 : range.share,
      )
      const { folder } = rendition
      const target = { sessionId: session.id, folder, name: `${segment}.m4s`, range: range.signed }
      return redirectToBucket(deps, request, reply, target)
    },
  )

  app.get(
    '/play/:token/:rendition/0.vtt',
    {
      schema: {
        tags,
        summary: 'Redirect to captions; of a preview those up to its end',
        params: RenditionParams,
      },
    },
    async (request, reply) => {
      const { session, video } = await viewingOf(deps, request.params.token)
      const caption = video.captions.find(
        ({ language }) => captionRendition(language) === request.params.rendition,
      )
      if (caption === undefined) throw new MatineeError('NOT_FOUND')
      if (session.teaserSeconds !== null) {
        const text = await deps.previewCaptions(caption.key, session.teaserSeconds)
        if (text === null) throw new MatineeError('NOT_FOUND')
        return reply.type('text/vtt; charset=utf-8').send(text)
      }
      const cut = caption.key.lastIndexOf('/') + 1
      const [folder, name] = [caption.key.slice(0, cut), caption.key.slice(cut)]
      return redirectToBucket(deps, request, reply, { sessionId: session.id, folder, name })
    },
  )
}
