import { pages, publicPages } from '../../contract/pages.ts'
import { MatineeError } from '../errors.ts'
import type { PageHead } from '../plugins/page-head.ts'
import type { PageAnswer } from '../plugins/pages.ts'
import type { Services } from '../services.ts'
import { hasText } from '../site/site-answer.ts'
import { siteHead } from '../site/site-head.ts'
import { findSeries } from './collections.ts'
import { publicUrlOf, seriesData, videoHead } from './page-words.ts'
import { placeOf } from './place-in-collection.ts'
import { type CatalogDeps, findRow } from './videos.ts'

/** A collection names itself; one that is not there is a 404. */
async function collectionAt(
  deps: Pick<CatalogDeps, 'database' | 'config'> & Pick<Services, 'log'>,
  matcher: RegExp,
  path: string,
  head: PageHead,
): Promise<PageAnswer> {
  const [, slug = ''] = matcher.exec(path) ?? []
  try {
    const collection = await findSeries(deps, slug)
    if (collection === null) return { status: 404, head: { ...head, listed: false } }
    const { title, description, series } = collection
    const about = {
      title: `${title} · ${head.title}`,
      description: description || head.description,
      ...(series ? { data: seriesData(deps.config, collection) } : {}),
    }
    return { status: 200, head: { ...head, ...about } }
  } catch (error) {
    deps.log.warn({ err: error }, 'a page was served without its head')
    return { status: 503, head: { ...head, listed: false } }
  }
}

/** A path as the router reads it: `:name` is one segment, `*` is whatever follows. */
const matcherOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/:\w+/g, '([^/]+)').replace('*', '.+')}/?$`)

const matchers = Object.values(pages).map((path) => ({ path, matcher: matcherOf(path) }))

/**
 * What stands at `path`, the same for everybody: a film that is not on show is no page, although an
 * operator's browser then shows it.
 */
export async function pageAt(
  deps: CatalogDeps & Pick<Services, 'log' | 'settings'>,
  path: string,
): Promise<PageAnswer> {
  const found = matchers.find(({ matcher }) => matcher.test(path))
  const values = await deps.settings.read()
  const isOpen = values.openedAt !== null
  const head = {
    title: values.name,
    description: values.description,
    canonical: publicUrlOf(deps.config, path),
    listed: isOpen && found !== undefined && publicPages.includes(found.path),
    site: siteHead(values),
    mediaOrigin: deps.delivery.origin,
  } satisfies PageHead
  if (found === undefined) return { status: 404, head: { ...head, listed: false } }
  if (found.path === pages.legal) {
    const [, slug] = found.matcher.exec(path) ?? []
    const page = values.legal.find((one) => one.slug === slug && hasText(one))
    if (page === undefined) return { status: 404, head: { ...head, listed: false } }
    return { status: 200, head: { ...head, title: `${page.title} · ${values.name}` } }
  }
  if (found.path === pages.collection) return collectionAt(deps, found.matcher, path, head)
  const [, named] = found.path === pages.watch ? (found.matcher.exec(path) ?? []) : []
  if (named === undefined) return { status: 200, head }
  try {
    const video = await findRow(deps, null, decodeURIComponent(named))
    const about = videoHead(deps.config, video, values, await placeOf(deps, video.id))
    return { status: 200, head: { ...head, ...about, listed: about.listed && isOpen } }
  } catch (error) {
    const missing =
      error instanceof URIError || (error instanceof MatineeError && error.code === 'NOT_FOUND')
    if (!missing) deps.log.warn({ err: error }, 'a page was served without its head')
    // The page itself says what is wrong, and tries again.
    return { status: missing ? 404 : 503, head: { ...head, listed: false } }
  }
}
