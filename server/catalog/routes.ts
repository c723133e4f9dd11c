import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import {
  Catalogue,
  CatalogueQuery,
  ContinueWatching,
  PosterQuery,
  Similar,
  VideoDetails,
  VideoParams,
  VideoQuery,
  Watchlist,
  WatchlistParams,
} from '../../contract/catalog.ts'
import {
  Collection,
  CollectionQuery,
  Collections,
  CollectionsQuery,
  SlugParams,
} from '../../contract/collections.ts'
import { Nothing } from '../../contract/common.ts'
import { Front } from '../../contract/front.ts'
import { OpenedPreview, OpenPreview } from '../../contract/previews.ts'
import { MatineeError } from '../errors.ts'
import { maybeViewerOf, viewerOf } from '../plugins/auth.ts'
import type { Services } from '../services.ts'
import { findCollection, listCollections } from './collections.ts'
import { readFront } from './front.ts'
import { openPreview } from './open-preview.ts'
import { posterLike } from './poster-url.ts'
import { listSimilar } from './similar.ts'
import { frontOf } from './usual-front.ts'
import { type CatalogDeps, findRow, findVideo, listContinueWatching, listVideos } from './videos.ts'
import { addToWatchlist, listWatchlist } from './watchlist.ts'

/** What there is to watch, and for each film whether this viewer may. */
export async function catalogRoutes(
  instance: FastifyInstance,
  deps: CatalogDeps & Pick<Services, 'settings'>,
) {
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
        querystring: CatalogueQuery,
        response: { 200: Catalogue },
      },
    },
    async (request) => listVideos(deps, maybeViewerOf(request), request.query),
  )

  app.get(
    '/api/videos/:idOrSlug',
    {
      config: { crossOrigin: true, filmToken: 'film' },
      schema: {
        tags: ['catalogue'],
        summary: 'One film',
        params: VideoParams,
        querystring: VideoQuery,
        response: { 200: VideoDetails },
      },
    },
    async (request) => {
      const { idOrSlug } = request.params
      return findVideo(deps, maybeViewerOf(request), idOrSlug, request.query.in)
    },
  )

  app.get(
    '/api/videos/:idOrSlug/similar',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Films to go on with after this one',
        params: VideoParams,
        response: { 200: Similar },
      },
    },
    async (request) => listSimilar(deps, maybeViewerOf(request), request.params.idOrSlug),
  )

  app.get(
    '/api/videos/:idOrSlug/poster',
    {
      config: { crossOrigin: true },
      schema: {
        tags: ['catalogue'],
        summary: 'The poster of a film, at an address that stays good',
        params: VideoParams,
        querystring: PosterQuery,
        response: { 302: Type.Null({ description: 'To the picture in the bucket.' }) },
      },
    },
    async (request, reply) => {
      const video = await findRow(deps, maybeViewerOf(request), request.params.idOrSlug)
      const { width } = request.query
      const url = await posterLike(deps, video, width, {
        accept: request.headers.accept,
        method: request.method,
      })
      if (url === null) throw new MatineeError('NOT_FOUND')
      return reply.redirect(url, 302)
    },
  )

  app.get(
    '/api/front',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'The front page, as its operator has arranged it',
        response: { 200: Front },
      },
    },
    async (request) => readFront(deps, maybeViewerOf(request), frontOf(await deps.settings.read())),
  )

  app.get(
    '/api/collections',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Collections with a film on show, the newest first',
        querystring: CollectionsQuery,
        response: { 200: Collections },
      },
    },
    async (request) => listCollections(deps, request.query),
  )

  app.get(
    '/api/collections/:slug',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'One collection with its films',
        params: SlugParams,
        querystring: CollectionQuery,
        response: { 200: Collection },
      },
    },
    async (request) =>
      findCollection(deps, maybeViewerOf(request), request.params.slug, request.query),
  )

  app.post(
    '/api/previews',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Open a preview link: its film may then be watched for a while',
        body: OpenPreview,
        response: { 200: OpenedPreview },
      },
    },
    async (request) => openPreview(deps, viewerOf(request).userId, request.body.token),
  )

  app.get(
    '/api/me/begun',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Films begun and not finished',
        response: { 200: ContinueWatching },
      },
    },
    async (request) => listContinueWatching(deps, viewerOf(request)),
  )

  app.delete(
    '/api/me/begun',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Forget what was watched, and where one was',
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      await deps.database.watchProgress.deleteMany({ where: { userId } })
      await deps.database.finishedVideo.deleteMany({ where: { userId } })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/me/watchlist',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Films to watch later',
        response: { 200: Watchlist },
      },
    },
    async (request) => listWatchlist(deps, viewerOf(request)),
  )

  app.put(
    '/api/me/watchlist/:videoId',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Watch a film later',
        params: WatchlistParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await addToWatchlist(deps, viewerOf(request), request.params.videoId)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/me/watchlist/:videoId',
    {
      schema: {
        tags: ['catalogue'],
        summary: 'Take a film off the list',
        params: WatchlistParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      const { videoId } = request.params
      await deps.database.watchlistEntry.deleteMany({ where: { userId, videoId } })
      return reply.code(204).send(null)
    },
  )
}
