import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { adminOf } from '../plugins/auth.ts'
import { removeCaptions } from './captions.ts'
import { encodeRoutes } from './encode-routes.ts'
import { changeFilm, createFilm, deleteFilm, findFilm, listFilms } from './films.ts'
import type { StudioParts } from './parts.ts'
import { peopleRoutes } from './people-routes.ts'
import { CaptionId, FilmChange, FilmId, FilmList, NewFilm, StudioFilm } from './schemas.ts'

const tags = ['studio']

/** The operator's films and viewers. */
export async function studioRoutes(instance: FastifyInstance, parts: StudioParts) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.addHook('onRequest', async (request) => {
    adminOf(request)
  })

  app.get(
    '/api/studio/videos',
    { schema: { tags, summary: 'Every film, drafts included', response: { 200: FilmList } } },
    async () => ({
      videos: await listFilms(parts),
    }),
  )

  app.post(
    '/api/studio/videos',
    { schema: { tags, summary: 'Begin a film', body: NewFilm, response: { 201: StudioFilm } } },
    async (request, reply) => {
      const film = await createFilm(parts, adminOf(request).userId, request.body.title)
      return reply.code(201).send(film)
    },
  )

  app.get(
    '/api/studio/videos/:id',
    {
      schema: {
        tags,
        summary: 'One film, as its operator sees it',
        params: FilmId,
        response: { 200: StudioFilm },
      },
    },
    async (request) => findFilm(parts, request.params.id),
  )

  app.patch(
    '/api/studio/videos/:id',
    {
      schema: {
        tags,
        summary: 'Change a film',
        params: FilmId,
        body: FilmChange,
        response: { 200: StudioFilm },
      },
    },
    async (request) => changeFilm(parts, adminOf(request).userId, request.params.id, request.body),
  )

  app.delete(
    '/api/studio/videos/:id',
    {
      schema: {
        tags,
        summary: 'Delete a film and all that lies in the bucket for it',
        params: FilmId,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      await deleteFilm(parts, adminOf(request).userId, request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/studio/videos/:id/captions/:captionId',
    {
      schema: {
        tags,
        summary: 'Delete captions',
        params: CaptionId,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { id, captionId } = request.params
      await removeCaptions(parts, adminOf(request).userId, id, captionId)
      return reply.code(204).send(null)
    },
  )

  encodeRoutes(app, parts)
  peopleRoutes(app, parts)
}
