import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import {
  CodeBody,
  EmbedParams,
  EmbedQuery,
  FilmCode,
  FilmToken,
  OEmbed,
  OEmbedQuery,
  TokenBody,
} from '../../contract/embed.ts'
import { say } from '../../contract/words/server.ts'
import { type CatalogDeps, findRow } from '../catalog/videos.ts'
import { MatineeError } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import { allowStyle } from '../plugins/content-policy.ts'
import type { Services } from '../services.ts'
import { frameAncestors, isListed } from './allowed-sites.ts'
import { embedPage, embedStyles, noEmbedPage } from './embed-page.ts'
import { filmAt, oEmbedOf, oEmbedXml } from './oembed.ts'

type EmbedDeps = CatalogDeps & Pick<Services, 'settings' | 'log'>

/** Films on other sites' pages: the page in the frame, what oEmbed tells, and how one signs in there. */
export const embedRoutes: FastifyPluginAsyncTypebox<EmbedDeps> = async (app, deps) => {
  const { config, settings } = deps
  const tags = ['embed']
  const { origin: publicOrigin } = new URL(config.PUBLIC_URL)
  /** The same site under another name, such as 127.0.0.1 for localhost. */
  const origins = ({ protocol, host }: FastifyRequest) => [publicOrigin, `${protocol}://${host}`]

  /** This page alone may stand in other sites' frames. */
  async function letFrame(reply: FastifyReply): Promise<void> {
    const { embedSites } = await settings.read()
    const policy = String(reply.getHeader('content-security-policy') ?? '')
    const ancestors = frameAncestors(embedSites)
    reply.header('content-security-policy', policy.replace(/frame-ancestors [^;]*/, ancestors))
    allowStyle(reply, embedStyles)
    // It knows no list; browsers that read the policy pass over it anyway.
    reply.removeHeader('x-frame-options')
    reply.headers({ 'cache-control': 'no-cache', 'cross-origin-resource-policy': 'cross-origin' })
    reply.type('text/html; charset=utf-8')
  }

  app.get(
    '/embed/:idOrSlug',
    { schema: { hide: true, params: EmbedParams, querystring: EmbedQuery } },
    async (request, reply) => {
      await letFrame(reply)
      const { name: siteName, language: siteLanguage } = await settings.read()
      const language = request.language ?? siteLanguage
      try {
        const video = await findRow(deps, null, request.params.idOrSlug)
        const autoplay = request.query.autoplay === '1'
        const mediaOrigin = deps.delivery.origin
        return embedPage(config, video, { mediaOrigin, siteName, language, autoplay })
      } catch (error) {
        const missing = error instanceof MatineeError && error.code === 'NOT_FOUND'
        if (!missing) deps.log.warn({ err: error }, 'a frame was served without its film')
        reply.code(missing ? 404 : 503)
        return noEmbedPage(language, !missing)
      }
    },
  )

  app.get(
    '/oembed',
    {
      config: { crossOrigin: true },
      schema: {
        tags,
        summary: 'What another page needs to show a film (oembed.com)',
        querystring: OEmbedQuery,
        response: { 200: Type.Union([OEmbed, Type.String()]) },
      },
      serializerCompiler: () => JSON.stringify,
    },
    async (request, reply) => {
      const { url, format, ...limits } = request.query
      const named = filmAt(url, origins(request))
      if (named === null) throw new MatineeError('NOT_FOUND', { detail: say('none.film') })
      const video = await findRow(deps, null, named)
      const { name } = await settings.read()
      const answer = oEmbedOf(config, video, name, limits)
      reply.header('cache-control', 'public, max-age=300')
      if (format === 'json') return answer
      return reply
        .type('text/xml; charset=utf-8')
        .serializer((xml: string) => xml)
        .send(oEmbedXml(answer))
    },
  )

  app.post(
    '/api/embed/codes',
    {
      schema: {
        tags,
        summary: 'Let a page of another site play one film as this viewer',
        body: CodeBody,
        response: { 201: FilmCode },
      },
    },
    async (request, reply) => {
      const viewer = viewerOf(request)
      const { videoId, origin } = request.body
      const { embedSites } = await settings.read()
      if (!origins(request).includes(origin) && !isListed(embedSites, origin)) {
        throw new MatineeError('FORBIDDEN', { detail: say('embed.notListed', { origin }) })
      }
      const { slug } = await findRow(deps, viewer, videoId)
      const { userId, familyId } = viewer
      const code = app.filmTokens.codeFor({ userId, familyId, videoId, slug, origin })
      return reply.code(201).send(code)
    },
  )

  app.post(
    '/api/embed/tokens',
    {
      config: { crossOrigin: true },
      schema: {
        tags,
        summary: 'Exchange a code for the token that it stands for',
        body: TokenBody,
        response: { 201: FilmToken },
      },
    },
    async (request, reply) => {
      const token = app.filmTokens.exchange(request.body.code, request.headers.origin)
      if (token === null) throw new MatineeError('SIGN_IN_REQUIRED')
      return reply.code(201).send(token)
    },
  )
}
