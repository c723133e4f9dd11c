import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Check, Checks, Opening, OpeningChange } from '../../contract/site.ts'
import { audit } from '../audit/audit.ts'
import { connectStripe } from '../billing/inbox/webhook-endpoint.ts'
import { viewerOf } from '../plugins/auth.ts'
import type { Services } from '../services.ts'
import { leaveStep, openDoors, openingOf } from './opening.ts'

export interface OpeningOptions extends Services {
  /** What `matinee doctor` finds. */
  examine(): Promise<Check[]>
}

/** What leads a new site's operator to the first sale. */
export const openingRoutes: FastifyPluginAsyncTypebox<OpeningOptions> = async (app, deps) => {
  const tags = ['studio']

  app.get(
    '/api/studio/opening',
    {
      config: { permission: 'site' },
      schema: { tags, summary: 'What is to be done before opening', response: { 200: Opening } },
    },
    () => openingOf(deps),
  )

  app.patch(
    '/api/studio/opening',
    {
      config: { permission: 'site' },
      schema: {
        tags,
        summary: 'Leave a step, or take it up again',
        body: OpeningChange,
        response: { 200: Opening },
      },
    },
    (request) => {
      const { step, left } = request.body
      return leaveStep(deps, viewerOf(request).userId, step, left)
    },
  )

  app.post(
    '/api/studio/opening/doors',
    {
      config: { permission: 'site' },
      schema: { tags, summary: 'Open the site', response: { 200: Opening } },
    },
    (request) => openDoors(deps, viewerOf(request).userId),
  )

  app.post(
    '/api/studio/checks',
    {
      config: { permission: 'site' },
      schema: {
        tags,
        summary: 'Try everything that is needed from outside',
        response: { 200: Checks },
      },
    },
    async (request) => {
      const { userId: actorId } = viewerOf(request)
      const checks = await deps.examine()
      if (checks.every(({ ok }) => ok)) {
        await audit(deps.database, { actorId, action: 'checks.passed', subject: 'site' })
      }
      return { checks }
    },
  )

  app.post(
    '/api/studio/stripe/connect',
    {
      config: { permission: 'sale', stepUp: true },
      schema: {
        tags,
        summary: 'Make in Stripe what the site needs there: webhook and portal',
        response: { 200: Opening },
      },
    },
    async (request) => {
      await connectStripe(deps, viewerOf(request).userId)
      return openingOf(deps)
    },
  )
}
