import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { handOut } from './hand-out.ts'
import type { PlaybackParts } from './parts.ts'
import { RenditionParams, UrlBatchSchema, UrlsQuery } from './schemas.ts'
import { batchJson, signBatch } from './url-batch.ts'
import { renditionOf, viewingOf } from './viewing.ts'

/** The hot path: what the player asks every few seconds, and what keeps its lease. */
export function batchRoute(instance: FastifyInstance, parts: PlaybackParts) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/play/:token/:rendition/urls',
    {
      schema: {
        tags: ['play'],
        summary: 'The next signed URLs; also the heartbeat',
        params: RenditionParams,
        querystring: UrlsQuery,
        response: { 200: UrlBatchSchema },
      },
      // `batchJson` writes faster than any serializer, since it knows that nothing needs escaping.
      serializerCompiler: () => batchJson,
    },
    async (request, reply) => {
      const { token, rendition: name } = request.params
      const { from, count } = request.query
      const { session, film } = await viewingOf(parts, token)
      const rendition = renditionOf(film, name)
      const to = await handOut(parts, session, rendition, from, count)
      reply.header('content-type', 'application/json; charset=utf-8')
      return signBatch(parts, session.id, rendition, from, to)
    },
  )
}
