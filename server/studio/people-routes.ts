import { Readable } from 'node:stream'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { IdParams } from '../../contract/common.ts'
import {
  ImportedPeople,
  ImportQuery,
  People,
  PeopleCountries,
  PeopleFilters,
  PeopleQuery,
  Person,
  PersonChange,
  Story,
  StoryQuery,
} from '../../contract/people.ts'
import { may } from '../../contract/roles.ts'
import { MatineeError } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import { importPeople } from './import-people.ts'
import { noteRoutes } from './note-routes.ts'
import { changePerson, countriesOf, findPerson, listPeople, peopleCsv } from './people.ts'
import { personStory } from './story.ts'

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
    '/api/studio/users/countries',
    {
      config: { permission: 'people' },
      schema: { tags, summary: 'Where people are from', response: { 200: PeopleCountries } },
    },
    async () => ({ countries: await countriesOf(deps) }),
  )

  app.get(
    '/api/studio/users/export',
    {
      config: { permission: 'people' },
      schema: { tags, summary: 'Accounts as a CSV file', querystring: PeopleFilters },
    },
    async (request, reply) => {
      reply.header('content-disposition', 'attachment; filename="people.csv"')
      reply.type('text/csv; charset=utf-8')
      return reply.send(Readable.from(peopleCsv(deps, request.query)))
    },
  )

  app.register(async (instance) => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>()
    // As it comes in: it may be long.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('text/csv', (_request, payload, done) => done(null, payload))
    app.post(
      '/api/studio/users/import',
      {
        config: { permission: 'people' },
        schema: {
          tags,
          summary: 'Bring people along from a CSV file',
          consumes: ['text/csv'],
          querystring: ImportQuery,
          response: { 200: ImportedPeople },
        },
      },
      async (request) => {
        const { body: file } = request
        if (!(file instanceof Readable)) throw new MatineeError('UNSUPPORTED_MEDIA_TYPE')
        return importPeople(deps, viewerOf(request).userId, file, request.query)
      },
    )
  })

  noteRoutes(instance, deps)

  app.get(
    '/api/studio/users/:id/story',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'What happened with someone, newest first',
        params: IdParams,
        querystring: StoryQuery,
        response: { 200: Story },
      },
    },
    async (request) =>
      personStory(deps, request.params.id, request.query, {
        withPayments: may(viewerOf(request).role, 'payments'),
      }),
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
