import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Front, FrontChange, FrontDraft, StudioFront } from '../../contract/front.ts'
import { readFront } from '../catalog/front.ts'
import { maybeViewerOf, viewerOf } from '../plugins/auth.ts'
import type { Services } from '../services.ts'
import { checkFront, readStudioFront, saveFront } from './front.ts'

const tags = ['studio']

/** What the front page is made of. */
export async function frontRoutes(instance: FastifyInstance, deps: Services) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/front',
    {
      config: { permission: 'films' },
      schema: { tags, summary: 'How the front page is arranged', response: { 200: StudioFront } },
    },
    async () => readStudioFront(deps),
  )

  app.put(
    '/api/studio/front',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Arrange the front page',
        body: FrontChange,
        response: { 200: StudioFront },
      },
    },
    async (request) => saveFront(deps, viewerOf(request).userId, request.body),
  )

  app.post(
    '/api/studio/front/preview',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'The front page as it would be',
        body: FrontDraft,
        response: { 200: Front },
      },
    },
    async (request) => {
      checkFront(request.body)
      return readFront(deps, maybeViewerOf(request), request.body)
    },
  )
}
