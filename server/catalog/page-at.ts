import { pages, publicPages } from '../../contract/pages.ts'
import { MatineeError } from '../errors.ts'
import type { PageHead } from '../plugins/page-head.ts'
import type { PageAnswer } from '../plugins/pages.ts'
import type { Services } from '../services.ts'
import { publicUrlOf, siteDescription, siteName, videoHead } from './page-words.ts'
import { type CatalogDeps, findRow } from './videos.ts'

/** A path as the router reads it: `:name` is one segment, `*` is whatever follows. */
const matcherOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/:\w+/g, '([^/]+)').replace('*', '.+')}/?$`)

const matchers = Object.values(pages).map((path) => ({ path, matcher: matcherOf(path) }))

/**
 * What stands at `path`, the same for everybody: a film that is not on show is no page, although an
 * operator's browser then shows it.
 */
export async function pageAt(
  deps: CatalogDeps & Pick<Services, 'log'>,
  path: string,
): Promise<PageAnswer> {
  const found = matchers.find(({ matcher }) => matcher.test(path))
  const head: PageHead = {
    title: siteName,
    description: siteDescription,
    canonical: publicUrlOf(deps.config, path),
    listed: found !== undefined && publicPages.includes(found.path),
  }
  if (found === undefined) return { status: 404, head: { ...head, listed: false } }
  const [, named] = found.path === pages.watch ? (found.matcher.exec(path) ?? []) : []
  if (named === undefined) return { status: 200, head }
  try {
    const video = await findRow(deps, null, decodeURIComponent(named))
    return { status: 200, head: videoHead(deps.config, video) }
  } catch (error) {
    const missing =
      error instanceof URIError || (error instanceof MatineeError && error.code === 'NOT_FOUND')
    if (!missing) deps.log.warn({ err: error }, 'a page was served without its head')
    // The page itself says what is wrong, and tries again.
    return { status: missing ? 404 : 503, head: { ...head, listed: false } }
  }
}
