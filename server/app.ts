import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance } from 'fastify'
import { health } from './plugins/health.ts'
import { problemJson } from './plugins/problem-json.ts'
import type { Services } from './services.ts'

/** Matinee's HTTP side: everything it answers, in the order in which it is asked. */
export async function buildApp(services: Services): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: services.log,
    bodyLimit: 64 * 1024,
    routerOptions: { maxParamLength: 200 },
  }).withTypeProvider<TypeBoxTypeProvider>()

  // across all routes
  await app.register(problemJson)
  await app.register(health, services)

  // the domains

  return app as unknown as FastifyInstance
}
