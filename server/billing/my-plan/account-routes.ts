import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import {
  Billing,
  CancelBody,
  ChangeBody,
  Changed,
  ChangePreview,
  type HeldPlan,
  Invoices,
  PageUrl,
  PreviewBody,
  SubscriptionNow,
} from '../../../contract/billing.ts'
import { MyPaymentsQuery, Payments } from '../../../contract/payments.ts'
import { viewerOf } from '../../plugins/auth.ts'
import { openAskPace } from '../checkout/ask-pace.ts'
import { payAgain } from '../checkout/pay-again.ts'
import type { HolderDeps, PlanSubscription } from '../held.ts'
import { paymentsOf } from '../payments/list-payments.ts'
import { invoicesOf, purchasesWithReceipts } from '../payments/payments.ts'
import { cancelPlan } from './cancel-plan.ts'
import { changePlan, previewChange } from './change-plan.ts'
import { pausePlan, resumePlan } from './pause-plan.ts'

/** What someone sees of their plan and payments, and does to the plan without leaving the site. */
export const accountRoutes: FastifyPluginAsyncTypebox<HolderDeps> = async (app, deps) => {
  const tags = ['billing']
  const paced = openAskPace(deps.clock)
  app.addHook('onRequest', async (request) => {
    viewerOf(request)
  })
  const subscriptionOf = async (userId: string) => ({
    subscription: (await deps.heldBy(userId)).subscription,
  })

  app.get(
    '/api/billing',
    {
      schema: {
        tags,
        summary: 'The plan held, and films bought',
        response: { 200: Billing },
      },
    },
    async (request) => {
      const { userId } = viewerOf(request)
      const [{ plan }, purchases] = await Promise.all([
        deps.heldBy(userId),
        purchasesWithReceipts(deps, userId),
      ])
      return { plan: plan && planAnswer(plan), purchases }
    },
  )

  app.get(
    '/api/billing/invoices',
    { ...paced, schema: { tags, summary: 'Invoices of the plan', response: { 200: Invoices } } },
    async (request) => ({ invoices: await invoicesOf(deps, viewerOf(request).userId) }),
  )

  app.post(
    '/api/billing/change/preview',
    {
      ...paced,
      schema: {
        tags,
        summary: 'What another plan would cost today, and next',
        body: PreviewBody,
        response: { 200: ChangePreview },
      },
    },
    async (request) => {
      const { priceId } = request.body
      const preview = await previewChange(deps, viewerOf(request).userId, priceId)
      return {
        ...preview,
        next: { ...preview.next, at: preview.next.at.toISOString() },
        prorationDate: preview.prorationDate.toISOString(),
      }
    },
  )

  app.post(
    '/api/billing/change',
    {
      ...paced,
      schema: {
        tags,
        summary: 'Change to another plan, as previewed',
        body: ChangeBody,
        response: { 200: Changed },
      },
    },
    async (request) => {
      const { userId } = viewerOf(request)
      const { prorationDate, ...order } = request.body
      const agreed = { ...order, prorationDate: new Date(prorationDate) }
      const confirmUrl = await changePlan(deps, userId, agreed)
      return { ...(await subscriptionOf(userId)), confirmUrl }
    },
  )

  app.post(
    '/api/billing/pause',
    { ...paced, schema: { tags, summary: 'Pause the plan', response: { 200: SubscriptionNow } } },
    async (request) => {
      const { userId } = viewerOf(request)
      await pausePlan(deps, userId)
      return subscriptionOf(userId)
    },
  )

  app.post(
    '/api/billing/cancel',
    {
      ...paced,
      schema: {
        tags,
        summary: 'Cancel the plan at the end of what is paid for',
        body: CancelBody,
        response: { 200: SubscriptionNow },
      },
    },
    async (request) => {
      const { userId } = viewerOf(request)
      await cancelPlan(deps, userId, request.body?.reason)
      return subscriptionOf(userId)
    },
  )

  app.post(
    '/api/billing/pay-again',
    {
      ...paced,
      schema: {
        tags,
        summary: 'Pay once more for a plan whose payment went back',
        response: { 201: PageUrl },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      return reply.code(201).send({ url: await payAgain(deps, userId) })
    },
  )

  app.get(
    '/api/me/payments',
    {
      schema: {
        tags,
        summary: 'Every payment made',
        querystring: MyPaymentsQuery,
        response: { 200: Payments },
      },
    },
    async (request) => paymentsOf(deps, viewerOf(request).userId, request.query),
  )

  app.post(
    '/api/billing/resume',
    {
      ...paced,
      schema: {
        tags,
        summary: 'Take a pause or a cancellation back',
        response: { 200: SubscriptionNow },
      },
    },
    async (request) => {
      const { userId } = viewerOf(request)
      await resumePlan(deps, userId)
      return subscriptionOf(userId)
    },
  )
}

const planAnswer = (held: PlanSubscription): HeldPlan => ({
  planId: held.planId,
  name: held.name,
  priceId: held.priceId,
  price: held.price,
  status: held.status,
  currentPeriodEnd: held.currentPeriodEnd.toISOString(),
  endsAt: held.endsAt?.toISOString() ?? null,
  paused: held.collectionPaused,
  suspended: held.suspended,
  confirmUrl: held.confirmUrl,
  nextAmount: held.nextAmount,
})
