import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { IdParams } from '../../contract/common.ts'
import { People, PeopleQuery, Person, PersonChange } from '../../contract/people.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import { changePerson, findPerson, listPeople } from './people.ts'

const tags = ['studio']

/** The operator's view of accounts; what they were given lies with the entitlements. */
export function peopleRoutes(instance: FastifyInstance, deps: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/users',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'Find accounts',
        querystring: PeopleQuery,
        response: { 200: People },
      },
    },
    async (request) => listPeople(deps, request.query),
  )

  app.get(
    '/api/studio/users/:id',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'One account, with its plan and purchases',
        params: IdParams,
        response: { 200: Person },
      },
    },
    async (request) => findPerson(deps, request.params.id),
  )

  app.patch(
    '/api/studio/users/:id',
    {
      config: {
        permission: 'people',
        stepUp: ['role', 'disabled', 'refund'],
        memberPermissions: { role: 'roles', refund: 'payments' },
      },
      schema: {
        tags,
        summary: 'Close an account, open it again, or change its role',
        params: IdParams,
        body: PersonChange,
        response: { 200: Person },
      },
    },
    async (request) => changePerson(deps, viewerOf(request), request.params.id, request.body),
  )
}
