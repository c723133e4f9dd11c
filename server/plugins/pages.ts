import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fastifyStatic } from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { MatineeError } from '../errors.ts'

export interface PagesOptions {
  /** Where the built pages lie. */
  pagesDirectory?: string
}

/** Beside the compiled server: dist/player-site. */
const builtPages = join(import.meta.dirname, '..', '..', 'player-site')

/** What is not a page, whatever asks for it: a wrong address there must not look like success. */
const neverPages = /^\/(api|play|webhooks|assets)(\/|$)/

/**
 * Serves the pages as they were built. They find their way by path in the browser, so every path
 * that nothing else answers gets the start page, when it is a page that is asked for.
 */
export const pages = fp(
  async (app: FastifyInstance, { pagesDirectory = builtPages }: PagesOptions) => {
    if (!existsSync(join(pagesDirectory, 'index.html'))) {
      app.log.warn(`No pages in ${pagesDirectory}: build them, or only the API is served.`)
      return
    }
    await app.register(fastifyStatic, {
      root: pagesDirectory,
      wildcard: false,
      cacheControl: false,
      setHeaders: (reply, path) => reply.header('cache-control', cachingOf(path)),
    })
    app.get('/*', { schema: { hide: true } }, (request, reply) => startPage(request, reply))
  },
  { name: 'pages' },
)

/** Built files carry the hash of what is in them in their names; the others keep theirs. */
const cachingOf = (path: string): string =>
  /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'

function startPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?', 1)[0] ?? '/'
  const wantsPage = request.headers.accept?.includes('text/html') ?? false
  if (neverPages.test(path) || !wantsPage) throw new MatineeError('NOT_FOUND')
  return reply.header('vary', 'accept').sendFile('index.html')
}
