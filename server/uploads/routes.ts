import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { IdParams, Nothing } from '../../contract/common.ts'
import {
  BegunUpload,
  Completion,
  FinishedParts,
  NewUpload,
  OpenUploads,
  SignedParts,
  StudioUpload,
  WantedParts,
} from '../../contract/uploads.ts'
import { viewerOf } from '../plugins/auth.ts'
import { abortUpload } from './abort-upload.ts'
import { beginUpload } from './begin-upload.ts'
import { completeUpload } from './complete-upload.ts'
import { findUpload, listOpenUploads } from './find-upload.ts'
import type { UploadDeps } from './purposes.ts'
import { signParts } from './sign-parts.ts'

const tags = ['uploads']
/** Ten thousand parts with their tags. */
const longestCompletion = 2 * 1024 ** 2

/** Files go from the browser straight to the bucket; what passes here are plans and signatures. */
export async function uploadRoutes(instance: FastifyInstance, deps: UploadDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addHook('onRequest', async (request, reply) => {
    viewerOf(request)
    // Answers hold pre-signed URLs.
    reply.header('cache-control', 'private, no-store')
  })

  app.post(
    '/api/studio/videos/:id/uploads',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Begin an upload',
        params: IdParams,
        body: NewUpload,
        response: { 201: BegunUpload },
      },
    },
    async (request, reply) => {
      const begun = await beginUpload(deps, request.params.id, request.body)
      return reply.code(201).send(begun)
    },
  )

  app.get(
    '/api/studio/videos/:id/uploads',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Uploads of a film that are not finished',
        params: IdParams,
        response: { 200: OpenUploads },
      },
    },
    async (request) => ({ uploads: await listOpenUploads(deps, request.params.id) }),
  )

  app.get(
    '/api/studio/uploads/:id',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'An upload and the parts that have arrived',
        params: IdParams,
        response: { 200: StudioUpload },
      },
    },
    async (request) => findUpload(deps, request.params.id),
  )

  app.post(
    '/api/studio/uploads/:id/parts',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Signed URLs for parts',
        params: IdParams,
        body: WantedParts,
        response: { 200: SignedParts },
      },
    },
    async (request) => signParts(deps, request.params.id, request.body),
  )

  app.post(
    '/api/studio/uploads/:id/complete',
    {
      config: { permission: 'films' },
      bodyLimit: longestCompletion,
      schema: {
        tags,
        summary: 'All parts are there',
        params: IdParams,
        body: FinishedParts,
        response: { 202: Completion },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const done = await completeUpload(deps, viewerOf(request).userId, id, request.body.parts)
      return reply.code(202).send(done)
    },
  )

  app.delete(
    '/api/studio/uploads/:id',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Give an upload up',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await abortUpload(deps, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
