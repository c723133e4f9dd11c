import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import {
  BundleChange,
  BundlesQuery,
  NewBundle,
  StudioBundle,
  StudioBundles,
} from '../../contract/bundles.ts'
import { IdParams } from '../../contract/common.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import { changeBundle, createBundle, listBundles } from './bundles.ts'

const tags = ['studio']

/** Films that are sold together. */
export function bundleRoutes(instance: FastifyInstance, deps: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/bundles',
    {
      config: { permission: 'sale' },
      schema: {
        tags,
        summary: 'Bundles, the newest first',
        querystring: BundlesQuery,
        response: { 200: StudioBundles },
      },
    },
    async (request) => listBundles(deps, request.query),
  )

  app.post(
    '/api/studio/bundles',
    {
      config: { permission: 'sale', stepUp: true },
      schema: {
        tags,
        summary: 'Sell several films together',
        body: NewBundle,
        response: { 201: StudioBundle },
      },
    },
    async (request, reply) => {
      const bundle = await createBundle(deps, viewerOf(request).userId, request.body)
      return reply.code(201).send(bundle)
    },
  )

  app.patch(
    '/api/studio/bundles/:id',
    {
      config: { permission: 'sale', stepUp: true },
      schema: {
        tags,
        summary: 'Change a bundle, or whether it is sold',
        params: IdParams,
        body: BundleChange,
        response: { 200: StudioBundle },
      },
    },
    async (request) =>
      changeBundle(deps, viewerOf(request).userId, request.params.id, request.body),
  )
}
