import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import {
  CollectionChange,
  CollectionsQuery,
  NewCollection,
  StudioCollection,
  StudioCollections,
} from '../../contract/collections.ts'
import { IdParams, Nothing } from '../../contract/common.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import {
  changeCollection,
  createCollection,
  deleteCollection,
  findCollection,
  listCollections,
} from './collections.ts'

const tags = ['studio']

/** Films that the operator shows together. */
export function collectionRoutes(instance: FastifyInstance, deps: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/collections',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Every collection, empty ones included',
        querystring: CollectionsQuery,
        response: { 200: StudioCollections },
      },
    },
    async (request) => listCollections(deps, request.query),
  )

  app.post(
    '/api/studio/collections',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Make a collection',
        body: NewCollection,
        response: { 201: StudioCollection },
      },
    },
    async (request, reply) => {
      const collection = await createCollection(deps, viewerOf(request).userId, request.body)
      return reply.code(201).send(collection)
    },
  )

  app.get(
    '/api/studio/collections/:id',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'One collection, as its operator sees it',
        params: IdParams,
        response: { 200: StudioCollection },
      },
    },
    async (request) => findCollection(deps, request.params.id),
  )

  app.patch(
    '/api/studio/collections/:id',
    {
      config: { permission: 'films' },
      schema: {
        tags,
        summary: 'Change a collection or the order of its films',
        params: IdParams,
        body: CollectionChange,
        response: { 200: StudioCollection },
      },
    },
    async (request) =>
      changeCollection(deps, viewerOf(request).userId, request.params.id, request.body),
  )

  app.delete(
    '/api/studio/collections/:id',
    {
      config: { permission: 'films', stepUp: true },
      schema: {
        tags,
        summary: 'Delete a collection; its films stay',
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await deleteCollection(deps, viewerOf(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
