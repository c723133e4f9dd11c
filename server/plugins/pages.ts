import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { type FastifyStaticOptions, fastifyStatic } from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import Negotiator from 'negotiator'
import { pages as pagePaths } from '../../contract/pages.ts'
import { MatineeError } from '../errors.ts'
import { hasHead, type PageHead, writeHead } from './page-head.ts'
import { writeOutline } from './page-outline.ts'

/** What stands at a path: its head, and whether there is such a page at all. */
export interface PageAnswer {
  status: 200 | 404 | 503
  head: PageHead
}

export interface PagesOptions {
  /** Where the built pages lie. */
  pagesDirectory?: string
  /** What a path leads to; it never throws. */
  pageAt(path: string): Promise<PageAnswer>
}

/** Beside the compiled server: dist/player-site. */
const builtPages = join(import.meta.dirname, '..', '..', 'player-site')

/** What is not a page, whatever asks for it: a wrong address there must not look like success. */
const neverPages = /^\/(api|play|webhooks|assets|embed|oembed)(\/|$)/

const pathOf = (url: string): string => url.split('?', 1)[0] ?? '/'

type Asked = Pick<IncomingMessage, 'url' | 'headers'>

const mayBePage = (url: string): boolean => !neverPages.test(pathOf(url))

/** As a browser does, which is shown a page also where there is none. */
const wantsPage = ({ url = '/', headers }: Asked): boolean =>
  mayBePage(url) && (headers.accept?.includes('text/html') ?? false)

/** As crawlers and link previews do, too, which take anything or do not say what. */
const takesPage = ({ url = '/', headers }: Asked): boolean =>
  mayBePage(url) && new Negotiator({ headers }).mediaType(['text/html']) !== undefined

/** What has letters that no text has, or half of one. */
function isUnreadable(url: string): boolean {
  if (url.includes('%00')) return true
  try {
    decodeURIComponent(pathOf(url))
    return false
  } catch {
    return true
  }
}

/**
 * The address to look for. To a browser one that cannot be read is a page that is not there, which says so
 * itself; anything else hears why it is refused.
 */
export function lookedFor(asked: Asked): string {
  const { url = '/' } = asked
  if (!url.includes('%') || !isUnreadable(url) || !wantsPage(asked)) return url
  return url.replaceAll('%', '%25')
}

const handsOver = new RegExp(`^${pagePaths.elsewhere.replace(/:.*/, '')}`)

/**
 * Serves the pages as they were built. They find their way by path in the browser, so every path
 * that nothing else answers gets the start page when a page is what may be answered: with the head of
 * the page at that path. Where there is none a browser gets it with 404, and anything else the problem.
 */
export const pages = fp<PagesOptions>(
  async (app: FastifyInstance, { pagesDirectory = builtPages, pageAt }) => {
    const startPage = join(pagesDirectory, 'index.html')
    if (!existsSync(startPage)) {
      app.log.warn(`No pages in ${pagesDirectory}: build them, or only the API is served.`)
      return
    }
    const { template, scriptHashes } = inlined(readFileSync(startPage, 'utf8'), pagesDirectory)
    if (!hasHead(template)) throw new Error(`${startPage} has no place for a title.`)
    const served: Partial<FastifyStaticOptions> = {
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (reply, path) =>
        reply.headers({ ...forAnyPage, 'cache-control': cachingOf(path) }),
    }
    await app.register(fastifyStatic, {
      ...served,
      root: pagesDirectory,
      wildcard: false,
      globIgnore: ['index.html', 'assets/**', '**/*.{br,gz}'],
    })
    // Whatever lies there: files that keep their names are read anew, and once another build was made before
    // this server is started again they name parts that were not there when it began.
    await app.register(fastifyStatic, {
      ...served,
      root: join(pagesDirectory, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
      allowedPath: (path) => !/(\/|\.(br|gz))$/.test(path),
    })

    async function answer({ url, headers }: FastifyRequest, reply: FastifyReply): Promise<string> {
      const asked = { url, headers }
      if (!takesPage(asked)) throw new MatineeError('NOT_FOUND')
      const path = pathOf(url)
      const { status, head } = await pageAt(path)
      if (status === 404 && !wantsPage(asked)) throw new MatineeError('NOT_FOUND')
      reply.code(status).type('text/html; charset=utf-8')
      reply.headers({ vary: 'accept', 'cache-control': 'no-cache' })
      // It tells the page that opened it how to go on; others are cut off from their openers.
      if (handsOver.test(path)) reply.header('cross-origin-opener-policy', 'unsafe-none')
      const policy = String(reply.getHeader('content-security-policy') ?? '')
      if (policy !== '') {
        const scripts = ["script-src 'self'", ...scriptHashes].join(' ')
        reply.header(
          'content-security-policy',
          policy.replace("script-src 'self'", () => scripts),
        )
      }
      return writeHead(writeOutline(template, head), head)
    }
    app.get('/', { schema: { hide: true } }, answer)
    app.get('/*', { schema: { hide: true } }, answer)
  },
  { name: 'pages' },
)

/**
 * The page with the scripts in it that run before anything is painted, such as what chooses the theme: they
 * are not worth requests of their own. The policy names each by its hash.
 */
function inlined(page: string, directory: string) {
  const scriptHashes: string[] = []
  const template = page.replaceAll(/<script src="\/([\w-]+\.js)"><\/script>/g, (tag, name) => {
    const path = join(directory, name)
    if (!existsSync(path)) return tag
    const script = readFileSync(path, 'utf8')
    scriptHashes.push(`'sha256-${createHash('sha256').update(script).digest('base64')}'`)
    return `<script>${script}</script>`
  })
  return { template, scriptHashes }
}

/** The player's scripts are loaded by pages of other sites too, and there is nothing personal in any. */
const forAnyPage = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** Built files carry the hash of what is in them in their names; the others keep theirs. */
const cachingOf = (path: string): string =>
  /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
