import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance } from 'fastify'
import { catalogRoutes } from './catalog/routes.ts'
import { health } from './plugins/health.ts'
import { pages } from './plugins/pages.ts'
import { problemJson } from './plugins/problem-json.ts'
import type { Services } from './services.ts'

/** Matinee's HTTP side: everything it answers, in the order in which it is asked. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: services.log,
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 200 },
    // An unknown member is refused, not dropped: it may be a misspelt one.
    ajv: { customOptions: { removeAdditional: false } },
  }).withTypeProvider<TypeBoxTypeProvider>()

  // across all routes
  await app.register(problemJson)
  await app.register(health, services)

  // the domains
  await app.register(catalogRoutes, services)

  // what is left is a page
  await app.register(pages, {})

  return app as unknown as FastifyInstance
}
