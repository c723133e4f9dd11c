import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { MatineeError } from '../errors.ts'
import type { Film, FilmRendition } from './film.ts'
import { handOut } from './hand-out.ts'
import { endLeaseOfToken } from './leases.ts'
import type { PlaybackParts } from './parts.ts'
import { captionRendition } from './playlists.ts'
import {
  RenditionParams,
  SegmentParams,
  TokenParams,
  UrlBatchSchema,
  UrlsQuery,
} from './schemas.ts'
import { sendPrepared } from './send-prepared.ts'
import type { LiveSession } from './sessions.ts'
import { hashToken } from './tokens.ts'
import { batchJson, openFolder, signBatch } from './url-batch.ts'

/**
 * Everything below /play. The token in the path is the whole credential, since no cookie and no
 * header reaches a television; so any origin may ask, and requests are not logged.
 */
export async function playRoutes(instance: FastifyInstance, parts: PlaybackParts) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  const { sessions, films, database, clock } = parts
  const tags = ['play']
  const quiet = { logLevel: 'warn' as const }

  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'etag, retry-after',
      'cross-origin-resource-policy': 'cross-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })
  app.options('/play/*', { ...quiet }, async (_request, reply) =>
    reply
      .headers({
        'access-control-allow-methods': 'GET, HEAD, POST, DELETE',
        'access-control-allow-headers': 'content-type, range',
        'access-control-max-age': '86400',
      })
      .code(204)
      .send(),
  )

  async function sessionOf(token: string): Promise<LiveSession> {
    const session = sessions.atHand(token) ?? (await sessions.check(token))
    sessions.seen(session)
    return session
  }

  async function filmOf({ videoId, encodeId }: LiveSession): Promise<Film> {
    const film = films.atHand(encodeId) ?? (await films.get(videoId, encodeId))
    if (film === null) throw new MatineeError('NOT_FOUND')
    return film
  }

  function renditionOf(film: Film, name: string): FilmRendition {
    const rendition = film.renditions.get(name)
    if (rendition === undefined) {
      throw new MatineeError('NOT_FOUND', { detail: 'This video has no such rendition.' })
    }
    return rendition
  }

  app.get(
    '/play/:token/:rendition/urls',
    {
      ...quiet,
      schema: {
        tags,
        params: RenditionParams,
        querystring: UrlsQuery,
        response: { 200: UrlBatchSchema },
      },
      // The answer is a string already.
      serializerCompiler: () => (text) => text as unknown as string,
    },
    async (request, reply) => {
      const { from, count } = request.query
      const session = await sessionOf(request.params.token)
      const rendition = renditionOf(await filmOf(session), request.params.rendition)
      const to = await handOut(parts, session, rendition, from, count)
      const batch = await signBatch(parts, session.id, rendition, from, to)
      reply.header('content-type', 'application/json; charset=utf-8')
      return batchJson(batch) as unknown as typeof batch
    },
  )

  app.get(
    '/play/:token/main.m3u8',
    { ...quiet, schema: { tags, params: TokenParams } },
    async (request, reply) => {
      const film = await filmOf(await sessionOf(request.params.token))
      return sendPrepared(request, reply, await film.master())
    },
  )

  app.get(
    '/play/:token/:rendition/index.m3u8',
    { ...quiet, schema: { tags, params: RenditionParams } },
    async (request, reply) => {
      const film = await filmOf(await sessionOf(request.params.token))
      const { rendition } = request.params
      const captions = film.captionPlaylist(rendition)
      const playlist = captions ?? renditionOf(film, rendition).playlist()
      return sendPrepared(request, reply, await playlist)
    },
  )

  async function redirect(
    request: FastifyRequest,
    reply: FastifyReply,
    session: LiveSession,
    folder: string,
    name: string,
  ) {
    if (request.method === 'HEAD') {
      const life = { expiresInSeconds: parts.config.URL_TTL_SECONDS }
      return reply.redirect((await parts.presigner.head(`${folder}${name}`, life)).url, 302)
    }
    const { sign } = await openFolder(parts, session.id, folder)
    return reply.redirect(sign(name), 302)
  }

  app.get(
    '/play/:token/:rendition/init.mp4',
    { ...quiet, schema: { tags, params: RenditionParams } },
    async (request, reply) => {
      const session = await sessionOf(request.params.token)
      const { folder } = renditionOf(await filmOf(session), request.params.rendition)
      return redirect(request, reply, session, folder, 'init.mp4')
    },
  )

  app.get(
    '/play/:token/:rendition/:segment.m4s',
    { ...quiet, schema: { tags, params: SegmentParams } },
    async (request, reply) => {
      const { token, segment } = request.params
      const session = await sessionOf(token)
      const rendition = renditionOf(await filmOf(session), request.params.rendition)
      await handOut(parts, session, rendition, segment, 1)
      return redirect(request, reply, session, rendition.folder, `${segment}.m4s`)
    },
  )

  app.get(
    '/play/:token/:rendition/0.vtt',
    { ...quiet, schema: { tags, params: RenditionParams } },
    async (request, reply) => {
      const session = await sessionOf(request.params.token)
      const { captions } = await filmOf(session)
      const caption = captions.find(
        ({ language }) => captionRendition(language) === request.params.rendition,
      )
      if (caption === undefined) throw new MatineeError('NOT_FOUND')
      const cut = caption.key.lastIndexOf('/') + 1
      const [folder, name] = [caption.key.slice(0, cut), caption.key.slice(cut)]
      return redirect(request, reply, session, folder, name)
    },
  )

  app.delete(
    '/play/:token',
    { ...quiet, schema: { tags, params: TokenParams, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { token } = request.params
      sessions.forget(token)
      const known = await endLeaseOfToken(database, hashToken(token), clock.now())
      if (!known) throw new MatineeError('NOT_FOUND')
      return reply.code(204).send(null)
    },
  )
}
