import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { VideoParams } from '../../contract/catalog.ts'
import { IdParams, Nothing } from '../../contract/common.ts'
import { ActiveStreams, PlaybackSession, ProgressBody, StartBody } from '../../contract/playback.ts'
import { say } from '../../contract/words/server.ts'
import { videoIdOf } from '../catalog/video-id.ts'
import { MatineeError } from '../errors.ts'
import { maybeViewerOf, viewerOf } from '../plugins/auth.ts'
import { newDevice } from '../plugins/device-cookie.ts'
import { networkOf } from '../plugins/network-of.ts'
import { aliveSince } from './alive-since.ts'
import { startPlayback } from './start.ts'
import { listStreams, stopStream } from './streams.ts'
import type { PlaybackDeps } from './viewing.ts'

/** What a signed-in viewer's page asks: to begin, to remember the position, to stop other devices. */
export async function playbackRoutes(instance: FastifyInstance, deps: PlaybackDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const { config, database, clock, saveProgress } = deps
  const tags = ['playback']
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'private, no-store')
  })

  app.post(
    '/api/videos/:idOrSlug/playback',
    {
      config: { crossOrigin: true, filmToken: 'film' },
      schema: {
        tags,
        summary: 'Open a playback: nothing is stored and no place taken until it begins',
        params: VideoParams,
        body: StartBody,
        response: { 201: PlaybackSession },
      },
    },
    async (request, reply) => {
      const viewer = maybeViewerOf(request)
      if (viewer === null) deps.strangers.open(networkOf(request.ip))
      const device = app.deviceOf(request) ?? request.asking?.device ?? newDevice()
      const { deviceId, codecs = [], bandwidth, startSeconds } = request.body
      const videoId = await videoIdOf(database, request.params.idOrSlug)
      const started = await startPlayback(deps, {
        ...{ viewer, videoId, deviceId, device, beginner: { codecs, bandwidth } },
        ...(startSeconds !== undefined && { startSeconds }),
      })
      app.markDevice(reply, device)
      return reply.code(201).send(started)
    },
  )

  app.put(
    '/api/videos/:idOrSlug/progress',
    {
      config: { crossOrigin: true, filmToken: 'film' },
      schema: {
        tags,
        summary: 'Where the viewer is',
        params: VideoParams,
        body: ProgressBody,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      const { positionSeconds } = request.body
      const videoId = await videoIdOf(database, request.params.idOrSlug)
      await saveProgress({ userId, videoId, positionSeconds })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/me/streams',
    { schema: { tags, summary: 'Devices that play now', response: { 200: ActiveStreams } } },
    async (request) => {
      const { userId } = viewerOf(request)
      const alive = aliveSince(config, clock.now())
      return { streams: await listStreams(database, userId, { aliveSince: alive }) }
    },
  )

  app.delete(
    '/api/me/streams/:id',
    {
      config: { crossOrigin: true, filmToken: 'any' },
      schema: {
        tags,
        summary: 'Stop another device',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      const known = await stopStream(database, userId, request.params.id, clock.now())
      if (!known) throw new MatineeError('NOT_FOUND', { detail: say('none.stream') })
      return reply.code(204).send(null)
    },
  )
}
