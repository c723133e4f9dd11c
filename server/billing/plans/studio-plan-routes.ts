import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  NewPlan,
  PlanChange,
  PlanParams,
  StudioPlan,
  StudioPlans,
} from '../../../contract/plans.ts'
import { viewerOf } from '../../plugins/auth.ts'
import type { BillingDeps } from '../../services.ts'
import { changeStudioPlan, createPlan } from './edit-plans.ts'
import { moveSubscribers } from './move-subscribers.ts'
import { studioPlans } from './studio-plans.ts'

/** Plans and their prices, made and changed by an operator. */
export const studioPlanRoutes: FastifyPluginAsyncTypebox<BillingDeps> = async (app, deps) => {
  const tags = ['studio']

  app.get(
    '/api/studio/plans',
    {
      config: { permission: 'site' },
      schema: { tags, summary: 'Plans, with who pays what', response: { 200: StudioPlans } },
    },
    async () => ({ plans: await studioPlans(deps.database) }),
  )

  app.post(
    '/api/studio/plans',
    {
      config: { permission: 'sale', stepUp: true },
      schema: { tags, summary: 'Make a plan', body: NewPlan, response: { 201: StudioPlan } },
    },
    async (request, reply) => {
      const plan = await createPlan(deps, viewerOf(request).userId, request.body)
      return reply.code(201).send(plan)
    },
  )

  app.patch(
    '/api/studio/plans/:id',
    {
      config: { permission: 'sale', stepUp: true },
      schema: {
        tags,
        summary: 'Change a plan, its prices, or whether it is sold',
        params: PlanParams,
        body: PlanChange,
        response: { 200: StudioPlan },
      },
    },
    async (request) => {
      const { userId } = viewerOf(request)
      const plan = await changeStudioPlan(deps, userId, request.params.id, request.body)
      if (request.body.existing === 'move') {
        // There may be thousands; whoever is left at a stop is moved by the upkeep.
        moveSubscribers(deps).catch((err: unknown) => request.log.error({ err }, 'moving failed'))
      }
      return plan
    },
  )
}
