import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { IdParams, Nothing } from '../../contract/common.ts'
import { NewNote, NoteParams, PersonNote, PersonNotes } from '../../contract/people.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { StudioDeps } from '../services.ts'
import { addNote, deleteNote, listNotes } from './notes.ts'

const tags = ['studio']
const config = { permission: 'people' } as const

/** What operators keep in mind of people. */
export function noteRoutes(instance: FastifyInstance, deps: StudioDeps) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()

  app.get(
    '/api/studio/users/:id/notes',
    {
      config,
      schema: {
        tags,
        summary: 'Notes about someone',
        params: IdParams,
        response: { 200: PersonNotes },
      },
    },
    async (request) => ({ notes: await listNotes(deps, request.params.id) }),
  )

  app.post(
    '/api/studio/users/:id/notes',
    {
      config,
      schema: {
        tags,
        summary: 'Write a note about someone',
        params: IdParams,
        body: NewNote,
        response: { 201: PersonNote },
      },
    },
    async (request, reply) => {
      const { text } = request.body
      const note = await addNote(deps, viewerOf(request).userId, request.params.id, text)
      return reply.code(201).send(note)
    },
  )

  app.delete(
    '/api/studio/users/:id/notes/:noteId',
    {
      config,
      schema: {
        tags,
        summary: 'Delete a note about someone',
        params: NoteParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id, noteId } = request.params
      await deleteNote(deps, viewerOf(request).userId, { userId: id, noteId })
      return reply.code(204).send(null)
    },
  )
}
