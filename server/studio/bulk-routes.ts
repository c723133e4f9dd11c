import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { BulkBody, BulkResults } from '../../contract/bulk.ts'
import { IdParams } from '../../contract/common.ts'
import { StudioVideo } from '../../contract/studio.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import { changeVideos } from './bulk.ts'
import { duplicateVideo } from './duplicate-video.ts'

const tags = ['studio']

/** What saves doing the same to film after film. */
export function bulkRoutes(instance: FastifyInstance, deps: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.post(
    '/api/studio/videos/bulk',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Change many films',
        body: BulkBody,
        response: { 200: BulkResults },
      },
    },
    async (request) => changeVideos(deps, viewerOf(request).userId, request.body),
  )

  app.post(
    '/api/studio/videos/:id/duplicate',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Begin a film with all that is said of another, and none of its files',
        params: IdParams,
        response: { 201: StudioVideo },
      },
    },
    async (request, reply) => {
      const video = await duplicateVideo(deps, viewerOf(request).userId, request.params.id)
      return reply.code(201).send(video)
    },
  )
}
