import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { SiteSettings } from '../../contract/site.ts'
import { largestLogoBytes } from '../../contract/site-defaults.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { Services } from '../services.ts'
import { removeLogo, saveLogo } from './logo.ts'

/** A little more than is taken, so that what is just too large hears what to do. */
const bodyLimit = 2 * largestLogoBytes

/** The site's logo. Encapsulated, since what comes in is a file and no JSON. */
export const logoRoutes: FastifyPluginAsyncTypebox<Services> = async (app, deps) => {
  const tags = ['studio']
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
    done(null, body),
  )

  app.put(
    '/api/studio/settings/logo',
    {
      config: { permission: 'site' },
      bodyLimit,
      schema: {
        tags,
        summary: 'Take a PNG, JPEG or WebP as the logo of the site',
        response: { 200: SiteSettings },
      },
    },
    async (request) => {
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      return saveLogo(deps, viewerOf(request).userId, bytes)
    },
  )

  app.delete(
    '/api/studio/settings/logo',
    {
      config: { permission: 'site' },
      schema: { tags, summary: 'Remove the logo', response: { 200: SiteSettings } },
    },
    async (request) => removeLogo(deps, viewerOf(request).userId),
  )
}
