import { Readable } from 'node:stream'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import type { AuditAction } from '../../contract/audit-actions.ts'
import { IdParams, Nothing } from '../../contract/common.ts'
import { EncodeBegun, StudioEncode } from '../../contract/studio.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { MatineeError } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import { cancelEncode } from '../transcode/queue/cancel-encode.ts'
import { type EncodeState, loadEncodeState } from '../transcode/queue/encode-state.ts'
import { enqueueTranscode } from '../transcode/queue/enqueue.ts'
import { putFirst } from '../transcode/queue/put-first.ts'
import { videoEvents } from './video-events.ts'
import { openVideoNews } from './video-news.ts'
import { findVideo } from './videos.ts'

const tags = ['studio']

const shown = (state: EncodeState | null) =>
  state === null ? null : { ...state, createdAt: state.createdAt.toISOString() }

/** How the encode of a film stands, and what an operator can do about it. */
export function encodeRoutes(instance: FastifyInstance, deps: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const news = openVideoNews(deps.notifications)
  const closing = new AbortController()
  app.addHook('preClose', async () => closing.abort())
  const note = (actorId: string, action: AuditAction, id: string) =>
    audit(deps.database, { actorId, action, subject: `video:${id}` })

  app.get(
    '/api/studio/videos/:id/encode',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'How far the encode of a film is',
        params: IdParams,
        response: { 200: StudioEncode },
      },
    },
    async (request) => {
      const state = shown(await loadEncodeState(deps, request.params.id))
      if (state === null) {
        throw new MatineeError('NOT_FOUND', { detail: say('films.notEncoded') })
      }
      return state
    },
  )

  app.post(
    '/api/studio/videos/:id/encode',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Encode a film again',
        params: IdParams,
        response: { 202: EncodeBegun },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const encodeId = await enqueueTranscode(deps, id)
      await note(viewerOf(request).userId, 'video.encode_started', id)
      return reply.code(202).send({ id: encodeId })
    },
  )

  app.delete(
    '/api/studio/videos/:id/encode',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Cancel the encode of a film',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      await cancelEncode(deps, id)
      await note(viewerOf(request).userId, 'video.encode_cancelled', id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/studio/videos/:id/encode/first',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Encode this film before the others',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await putFirst(deps, request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/studio/videos/:id/events',
    {
      config: { permission: 'films' },
      schema: { tags, summary: 'What changes of a film, as server-sent events', params: IdParams },
    },
    async (request, reply) => {
      const { id } = request.params
      const load = async () => ({
        video: await findVideo(deps, id),
        encode: shown(await loadEncodeState(deps, id)),
      })
      // Refused with a status, while there still can be one.
      await load()
      const gone = new AbortController()
      request.raw.once('close', () => gone.abort())
      const signal = AbortSignal.any([gone.signal, closing.signal])
      reply.headers({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
      reply.type('text/event-stream')
      return reply.send(Readable.from(videoEvents(news, id, load, signal)))
    },
  )
}
