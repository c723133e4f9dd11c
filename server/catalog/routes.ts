import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { maybeViewerOf, viewerOf } from '../plugins/auth.ts'
import { type CatalogParts, findFilm, listBegun, listFilms } from './films.ts'
import { BegunAnswer, FilmParams, FilmSchema, ListAnswer, ListQuery } from './schemas.ts'

/** What there is to watch, and for each film whether this viewer may. */
export async function catalogRoutes(instance: FastifyInstance, parts: CatalogParts) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addHook('onSend', async (_request, reply) => {
    // Access differs from viewer to viewer and changes with a payment.
    reply.header('cache-control', 'private, no-store')
  })

  app.get(
    '/api/videos',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Films, newest first',
        querystring: ListQuery,
        response: { 200: ListAnswer },
      },
    },
    async (request) => listFilms(parts, maybeViewerOf(request), request.query),
  )

  app.get(
    '/api/videos/:idOrSlug',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'One film',
        params: FilmParams,
        response: { 200: FilmSchema },
      },
    },
    async (request) => findFilm(parts, maybeViewerOf(request), request.params.idOrSlug),
  )

  app.get(
    '/api/me/begun',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Films begun and not finished',
        response: { 200: BegunAnswer },
      },
    },
    async (request) => listBegun(parts, viewerOf(request)),
  )
}
