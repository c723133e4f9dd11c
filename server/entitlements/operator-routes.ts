import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  Explanation,
  ExplanationParams,
  Grant,
  GrantBody,
  GrantParams,
  Grants,
  GrantsQuery,
} from '../../contract/access.ts'
import { IdParams, Nothing } from '../../contract/common.ts'
import { say } from '../../contract/words/server.ts'
import { MatineeError } from '../errors.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { Services } from '../services.ts'
import { explainAccess } from './explain.ts'
import { loadFacts } from './facts.ts'
import { type GrantRow, type GrantTarget, giveGrant, listGrants, revokeGrant } from './grants.ts'

export type EntitlementOptions = Pick<Services, 'database' | 'clock' | 'config'>

/** What an operator may do about access: give it, take it back, ask why. */
export const entitlementRoutes: FastifyPluginAsyncTypebox<EntitlementOptions> = async (
  app,
  options,
) => {
  const { database, clock } = options
  const tags = ['studio']

  app.post(
    '/api/studio/users/:id/grants',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'Give access to a plan or a film',
        params: IdParams,
        body: GrantBody,
        response: { 201: Grant },
      },
    },
    async (request, reply) => {
      const { userId: grantedById } = viewerOf(request)
      const { planId, videoId, until = null, reason } = request.body
      const grant = await giveGrant(options, {
        userId: request.params.id,
        target: targetOf(planId, videoId),
        until: until === null ? null : new Date(until),
        reason,
        grantedById,
      })
      return reply.code(201).send(answerOf(grant))
    },
  )

  app.get(
    '/api/studio/users/:id/grants',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'What someone was given',
        params: IdParams,
        querystring: GrantsQuery,
        response: { 200: Grants },
      },
    },
    async (request) => {
      const { grants, nextCursor } = await listGrants(database, request.params.id, request.query)
      return { grants: grants.map(answerOf), nextCursor }
    },
  )

  app.delete(
    '/api/studio/users/:id/grants/:grantId',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'Take back what was given',
        params: GrantParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { userId: actorId } = viewerOf(request)
      const { id: userId, grantId } = request.params
      await revokeGrant(options, { userId, grantId, actorId })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/api/studio/users/:id/access/:videoId',
    {
      config: { permission: 'people' },
      schema: {
        tags,
        summary: 'Why someone may or may not watch a film',
        params: ExplanationParams,
        response: { 200: Explanation },
      },
    },
    async (request) => {
      const { id, videoId } = request.params
      const facts = await loadFacts(options, id, videoId)
      if (facts === null || facts.viewer === null) {
        const missing = facts === null ? 'none.film' : 'none.account'
        throw new MatineeError('NOT_FOUND', { detail: say(missing) })
      }
      const explained = explainAccess(facts, clock.now())
      // As JSON has it, with dates as text, which is how the schema describes them.
      return JSON.parse(JSON.stringify(explained)) as never
    },
  )
}

function targetOf(planId: string | undefined, videoId: string | undefined): GrantTarget {
  if (planId !== undefined && videoId === undefined) return { planId }
  if (videoId !== undefined && planId === undefined) return { videoId }
  throw new MatineeError('BAD_REQUEST', {
    detail: say('billing.grantEither'),
    members: { fields: [{ field: 'planId', message: say('billing.grantEitherField') }] },
  })
}

const answerOf = (grant: GrantRow): Grant => ({
  id: grant.id,
  planId: grant.planId,
  videoId: grant.videoId,
  title: grant.video?.title ?? null,
  until: grant.until?.toISOString() ?? null,
  reason: grant.reason,
  grantedById: grant.grantedById,
  createdAt: grant.createdAt.toISOString(),
  revokedAt: grant.revokedAt?.toISOString() ?? null,
})
