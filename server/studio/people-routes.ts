import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { adminOf } from '../plugins/auth.ts'
import type { StudioParts } from './parts.ts'
import { changePerson, findPerson, listPeople } from './people.ts'
import { PeopleAnswer, PeopleQuery, Person, PersonChange, PersonId } from './people-schemas.ts'

const tags = ['studio']

/** The operator's view of accounts; what they were given lies with the entitlements. */
export function peopleRoutes(instance: FastifyInstance, parts: StudioParts) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/users',
    {
      schema: {
        tags,
        summary: 'Find accounts',
        querystring: PeopleQuery,
        response: { 200: PeopleAnswer },
      },
    },
    async (request) => listPeople(parts, request.query),
  )

  app.get(
    '/api/studio/users/:id',
    {
      schema: {
        tags,
        summary: 'One account, with its plan and purchases',
        params: PersonId,
        response: { 200: Person },
      },
    },
    async (request) => findPerson(parts, request.params.id),
  )

  app.patch(
    '/api/studio/users/:id',
    {
      schema: {
        tags,
        summary: 'Close an account, open it again, or change its role',
        params: PersonId,
        body: PersonChange,
        response: { 200: Person },
      },
    },
    async (request) =>
      changePerson(parts, adminOf(request).userId, request.params.id, request.body),
  )
}
