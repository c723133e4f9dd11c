import type { FastifyInstance } from 'fastify'
import { pages, publicPages } from '../../contract/pages.ts'
import type { Services } from '../services.ts'
import { hasText } from '../site/site-answer.ts'
import { publicUrlOf } from './page-words.ts'
import { type CatalogDeps, listPublished } from './videos.ts'

const urlEntry = (loc: string, lastmod?: Date | null): string =>
  `<url><loc>${loc}</loc>${lastmod ? `<lastmod>${lastmod.toISOString()}</lastmod>` : ''}</url>`

/** What search engines read before they look at pages. */
export async function crawlerRoutes(
  app: FastifyInstance,
  deps: CatalogDeps & Pick<Services, 'settings'>,
) {
  const schema = { hide: true }

  app.get('/robots.txt', { schema }, async (_request, reply) => {
    reply.type('text/plain; charset=utf-8')
    const closed = ['/api/', '/play/', pages.account, pages.studio, pages.checkout]
    return [
      'User-agent: *',
      // Posters, which links to films are shown with.
      'Allow: /api/videos/*/poster',
      ...closed.map((path) => `Disallow: ${path}`),
      `Sitemap: ${publicUrlOf(deps.config, '/sitemap.xml')}`,
      '',
    ].join('\n')
  })

  app.get('/sitemap.xml', { schema }, async (_request, reply) => {
    reply.type('application/xml; charset=utf-8')
    const fixed = publicPages.filter((path) => !path.includes(':'))
    const videos = await listPublished(deps)
    const { legal } = await deps.settings.read()
    const entries = [
      ...fixed.map((path) => urlEntry(publicUrlOf(deps.config, path))),
      ...legal
        .filter(hasText)
        .map(({ slug }) => urlEntry(publicUrlOf(deps.config, pages.legal.replace(':slug', slug)))),
      // Slugs need no escaping in XML: they are of letters, digits and hyphens.
      ...videos.map(({ slug, publishedAt }) =>
        urlEntry(publicUrlOf(deps.config, pages.watch.replace(':video', slug)), publishedAt),
      ),
    ]
    return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</urlset>
`
  })
}
