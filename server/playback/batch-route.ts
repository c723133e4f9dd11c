import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { RenditionParams, UrlBatch, UrlsQuery } from '../../contract/playback.ts'
import { admitSegments } from './admit-segments.ts'
import { beginUnlessFirst } from './begin.ts'
import { beginnerOf } from './begin-route.ts'
import { extrasMark } from './extras.ts'
import { batchJson, signBatch } from './url-batch.ts'
import type { PlaybackDeps } from './viewing.ts'
import { renditionOf, viewingOf } from './viewing.ts'

/** The hot path: what the player asks every few seconds, and what keeps its lease. */
export function batchRoute(instance: FastifyInstance, deps: PlaybackDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/play/:token/:rendition/urls',
    {
      schema: {
        tags: ['play'],
        summary: 'The next signed URLs; also the heartbeat',
        params: RenditionParams,
        querystring: UrlsQuery,
        response: { 200: UrlBatch },
      },
      // `batchJson` writes faster than any serializer, since it knows that nothing needs escaping.
      serializerCompiler: () => batchJson,
    },
    async (request, reply) => {
      const { token, rendition: name } = request.params
      const { from, count } = request.query
      const { session, video } = await viewingOf(deps, token)
      const rendition = renditionOf(video, name)
      if (!session.hasBegun) {
        const beginner = beginnerOf(request, token)
        await beginUnlessFirst(deps, session, rendition, { from, count }, beginner)
      }
      const to = await admitSegments(deps, session, rendition, from, count)
      reply.header('content-type', 'application/json; charset=utf-8')
      const batch = await signBatch(deps, session.id, rendition, from, to)
      return { ...batch, extras: extrasMark(video, session) }
    },
  )
}
