import type { FastifyInstance } from 'fastify'
import { pages, publicPages } from '../../contract/pages.ts'
import type { Config } from '../config.ts'
import { escapeHtml } from '../plugins/page-head.ts'
import type { Services } from '../services.ts'
import { hasText } from '../site/site-answer.ts'
import { listed } from './on-show.ts'
import { publicUrlOf } from './page-words.ts'
import { type CatalogDeps, listPublished, sitemapLimit } from './videos.ts'

const urlEntry = (loc: string, lastmod?: Date | null, more = ''): string =>
  `<url><loc>${loc}</loc>${lastmod ? `<lastmod>${lastmod.toISOString()}</lastmod>` : ''}${more}</url>`

type Listed = Awaited<ReturnType<typeof listPublished>>[number]

const filmUrl = (config: Config, { slug }: Listed) =>
  publicUrlOf(config, pages.watch.replace(':video', slug))
const pictureUrl = (config: Config, { id }: Listed) =>
  publicUrlOf(config, `/api/videos/${id}/poster`)
/** What neither HTML nor XML can hold at all is left out. */
const text = (value: string) =>
  escapeHtml(value.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ''))

/** https://developers.google.com/search/docs/crawling-indexing/sitemaps/video-sitemaps */
function videoEntry(config: Config, film: Listed, siteDescription: string): string {
  const { title, description, posterKey, durationSeconds, free, publishedAt } = film
  // "All video entries must have a thumbnail."
  if (posterKey === null) return ''
  const members = [
    ['thumbnail_loc', pictureUrl(config, film)],
    ['title', text(title)],
    ['description', text((description || siteDescription || title).slice(0, 2048))],
    ['player_loc', publicUrlOf(config, `/embed/${film.slug}`)],
    ...(durationSeconds === null
      ? []
      : [['duration', String(Math.max(1, Math.round(durationSeconds)))]]),
    ...(publishedAt === null ? [] : [['publication_date', publishedAt.toISOString()]]),
    ['requires_subscription', free ? 'no' : 'yes'],
  ]
  const inner = members.map(([name, value]) => `<video:${name}>${value}</video:${name}>`).join('')
  return `<video:video>${inner}</video:video>`
}

/** In the feed: what is new, not all there is. */
const feedLength = 50

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
    const { legal, description } = await deps.settings.read()
    const collections = await deps.database.collection.findMany({
      where: { videos: { some: { video: listed } } },
      orderBy: { id: 'desc' },
      take: sitemapLimit,
      select: { slug: true },
    })
    const entries = [
      ...fixed.map((path) => urlEntry(publicUrlOf(deps.config, path))),
      ...legal
        .filter(hasText)
        .map(({ slug }) => urlEntry(publicUrlOf(deps.config, pages.legal.replace(':slug', slug)))),
      ...collections.map(({ slug }) =>
        urlEntry(publicUrlOf(deps.config, pages.collection.replace(':slug', slug))),
      ),
      // Slugs need no escaping in XML: they are of letters, digits and hyphens.
      ...videos.map((film) =>
        urlEntry(
          filmUrl(deps.config, film),
          film.publishedAt,
          videoEntry(deps.config, film, description),
        ),
      ),
    ]
    return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
${entries.join('\n')}
</urlset>
`
  })

  app.get('/feed.xml', { schema }, async (_request, reply) => {
    reply.type('application/rss+xml; charset=utf-8')
    reply.header('cache-control', 'public, max-age=300')
    const { name, description, language } = await deps.settings.read()
    const films = await listPublished(deps, feedLength)
    const items = films.map((film) => {
      const link = filmUrl(deps.config, film)
      const date = film.publishedAt ? `<pubDate>${film.publishedAt.toUTCString()}</pubDate>` : ''
      const about = `<description>${text(film.description)}</description>`
      return `<item><title>${text(film.title)}</title><link>${link}</link><guid isPermaLink="false">${film.id}</guid>${date}${about}</item>`
    })
    const self = publicUrlOf(deps.config, '/feed.xml')
    return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${text(name)}</title><link>${publicUrlOf(deps.config, '/')}</link><description>${text(description)}</description><language>${text(language)}</language>
<atom:link href="${self}" rel="self" type="application/rss+xml" />
${items.join('\n')}
</channel></rss>
`
  })
}
