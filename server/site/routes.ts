import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { LegalParams, LegalText, Site } from '../../contract/site.ts'
import { MatineeError } from '../errors.ts'
import type { Services } from '../services.ts'
import { lookCss, manifest } from './look.ts'
import { sendOfflinePage } from './offline-page.ts'
import { renderLegal } from './render-legal.ts'
import { hasText, siteAnswer } from './site-answer.ts'

/** What everyone may know of the site: its name, its looks, its legal pages. */
export const siteRoutes: FastifyPluginAsyncTypebox<Services> = async (
  app,
  { settings, database },
) => {
  const tags = ['site']

  app.get(
    '/api/site',
    { schema: { tags, summary: 'What the site is called', response: { 200: Site } } },
    async (_request, reply) => {
      reply.header('cache-control', 'no-cache')
      return siteAnswer(await settings.read())
    },
  )

  app.get(
    '/api/site/legal/:slug',
    {
      schema: {
        tags,
        summary: 'A legal page',
        params: LegalParams,
        response: { 200: LegalText },
      },
    },
    async (request) => {
      const { legal } = await settings.read()
      const page = legal.find(({ slug }) => slug === request.params.slug)
      if (page === undefined || !hasText(page)) throw new MatineeError('NOT_FOUND')
      const { slug, title, text } = page
      return { slug, title, html: await renderLegal(text) }
    },
  )

  const hide = { schema: { hide: true } }
  for (const which of ['logo', 'icon'] as const) {
    app.get(`/api/site/${which}`, hide, async (_request, reply) => {
      const row = await database.siteLogo.findFirst()
      if (row === null) throw new MatineeError('NOT_FOUND')
      reply.header('cache-control', 'public, max-age=31536000, immutable')
      return reply.type('image/png').send(Buffer.from(row[which]))
    })
  }

  app.get('/look.css', hide, async (_request, reply) => {
    reply.header('cache-control', 'no-cache').type('text/css; charset=utf-8')
    return lookCss(await settings.read())
  })

  app.get('/offline', hide, async (_request, reply) => {
    reply.header('cache-control', 'no-cache')
    return sendOfflinePage(reply)
  })

  app.get('/manifest.webmanifest', hide, async (_request, reply) => {
    reply.header('cache-control', 'no-cache').type('application/manifest+json')
    return JSON.stringify(manifest(await settings.read()))
  })
}
