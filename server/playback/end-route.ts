import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type { FastifyInstance } from 'fastify'
import { Nothing } from '../../contract/common.ts'
import { TokenParams } from '../../contract/playback.ts'
import { MatineeError } from '../errors.ts'
import { endLeaseOfToken } from './leases.ts'
import { hashToken } from './tokens.ts'
import type { PlaybackDeps } from './viewing.ts'

/** A player that is done gives its place back at once. Saying so twice changes nothing. */
export function endRoute(instance: FastifyInstance, deps: PlaybackDeps) {
  const { sessions, seals, database, clock } = deps
  const app = instance.withTypeProvider<TypeBoxTypeProvider>()
  app.delete(
    '/play/:token',
    {
      schema: {
        tags: ['play'],
        summary: 'End playback',
        params: TokenParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { token } = request.params
      sessions.forget(token)
      const known = await endLeaseOfToken(database, hashToken(token), clock.now())
      // What has not begun is stored nowhere, so there is nothing to end.
      if (!known && seals.unseal(token) === null) throw new MatineeError('NOT_FOUND')
      return reply.code(204).send(null)
    },
  )
}
