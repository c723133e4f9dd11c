import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { IdParams, Nothing } from '../../contract/common.ts'
import {
  CaptionParams,
  NewVideo,
  StudioVideo,
  StudioVideos,
  StudioVideosQuery,
  VideoChange,
} from '../../contract/studio.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import { auditRoutes } from './audit-routes.ts'
import { bulkRoutes } from './bulk-routes.ts'
import { bundleRoutes } from './bundle-routes.ts'
import { removeCaptions } from './captions.ts'
import { collectionRoutes } from './collection-routes.ts'
import { encodeRoutes } from './encode-routes.ts'
import { listVideos } from './list-videos.ts'
import { peopleRoutes } from './people-routes.ts'
import { previewRoutes } from './preview-routes.ts'
import { changeVideo, createVideo, deleteVideo, findVideo } from './videos.ts'

const tags = ['studio']

/** The operator's films and viewers. */
export async function studioRoutes(instance: FastifyInstance, deps: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/videos',
    {
      config: { permission: ['films', 'people'] },
      schema: {
        tags,
        summary: 'Films, drafts included',
        querystring: StudioVideosQuery,
        response: { 200: StudioVideos },
      },
    },
    (request) => listVideos(deps, request.query),
  )

  app.post(
    '/api/studio/videos',
    {
      config: { permission: 'films' },
      schema: { tags, summary: 'Begin a film', body: NewVideo, response: { 201: StudioVideo } },
    },
    async (request, reply) => {
      const video = await createVideo(deps, viewerOf(request).userId, request.body.title)
      return reply.code(201).send(video)
    },
  )

  app.get(
    '/api/studio/videos/:id',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'One film, as its operator sees it',
        params: IdParams,
        response: { 200: StudioVideo },
      },
    },
    async (request) => findVideo(deps, request.params.id),
  )

  app.patch(
    '/api/studio/videos/:id',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Change a film',
        params: IdParams,
        body: VideoChange,
        response: { 200: StudioVideo },
      },
    },
    async (request) => changeVideo(deps, viewerOf(request).userId, request.params.id, request.body),
  )

  app.delete(
    '/api/studio/videos/:id',
    {
      config: { permission: 'films', stepUp: true },
      schema: {
        tags,
        summary: 'Delete a film and all that lies in the bucket for it',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await deleteVideo(deps, viewerOf(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/studio/videos/:id/captions/:captionId',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Delete captions',
        params: CaptionParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id, captionId } = request.params
      await removeCaptions(deps, viewerOf(request).userId, id, captionId)
      return reply.code(204).send(null)
    },
  )

  bulkRoutes(app, deps)
  previewRoutes(app, deps)
  encodeRoutes(app, deps)
  collectionRoutes(app, deps)
  bundleRoutes(app, deps)
  auditRoutes(app, deps)
  peopleRoutes(app, deps)
}
