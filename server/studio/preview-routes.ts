import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { IdParams, Nothing } from '../../contract/common.ts'
import { MadePreview, NewPreview, PreviewLinks, PreviewParams } from '../../contract/previews.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import { listPreviews, makePreview, revokePreview } from './previews.ts'

const tags = ['studio']

/** Links to films for people who are to see them before everyone else. */
export function previewRoutes(instance: FastifyInstance, deps: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/videos/:id/previews',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Preview links of a film, ended ones included',
        params: IdParams,
        response: { 200: PreviewLinks },
      },
    },
    async (request) => listPreviews(deps, request.params.id),
  )

  app.post(
    '/api/studio/videos/:id/previews',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Make a link by which the film may be watched for some days',
        params: IdParams,
        body: NewPreview,
        response: { 201: MadePreview },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const { userId } = viewerOf(request)
      return reply.code(201).send(await makePreview(deps, userId, request.params.id, request.body))
    },
  )

  app.delete(
    '/api/studio/videos/:id/previews/:previewId',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'End a preview link, and what plays by it',
        params: PreviewParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id, previewId } = request.params
      await revokePreview(deps, viewerOf(request).userId, id, previewId)
      return reply.code(204).send(null)
    },
  )
}
