import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { SearchQuery, SearchResults } from '../../contract/search.ts'
import { maybeViewerOf } from '../plugins/auth.ts'
import { search } from './search.ts'
import type { CatalogDeps } from './videos.ts'

/** Films by what is told of them and said in them. */
export async function searchRoutes(instance: FastifyInstance, deps: CatalogDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.get(
    '/api/search',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Films by title, people, categories, description and what is said in them',
        querystring: SearchQuery,
        response: { 200: SearchResults },
      },
    },
    async (request, reply) => {
      // Access differs from viewer to viewer and changes with a payment.
      reply.header('cache-control', 'private, no-store')
      return search(deps, maybeViewerOf(request), request.query)
    },
  )
}
