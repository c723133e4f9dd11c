import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import {
  CheckoutBody,
  Confirmation,
  ConfirmBody,
  PageUrl,
  Plans,
  SubscriptionNow,
} from '../../../contract/billing.ts'
import { say } from '../../../contract/words/server.ts'
import { MatineeError } from '../../errors.ts'
import { viewerOf } from '../../plugins/auth.ts'
import type { HolderDeps } from '../held.ts'
import { plansOnSale } from '../plans/plans-on-sale.ts'
import { openAskPace } from './ask-pace.ts'
import { openCheckout } from './checkout.ts'
import { confirmCheckout } from './confirm.ts'
import { openPortal } from './portal.ts'
import { refresh } from './refresh.ts'
import { sellBundle } from './sell-bundle.ts'
import { sellPlan } from './sell-plan.ts'
import { sellVideo } from './sell-video.ts'

/** Plans, checkout, the billing portal, and the way back from both. */
export const billingRoutes: FastifyPluginAsyncTypebox<HolderDeps> = async (app, deps) => {
  const { database } = deps
  const tags = ['billing']
  const paced = openAskPace(deps.clock)
  // What many ask for at once is done once, so these need no pace.
  const onRequest = async (request: FastifyRequest) => {
    viewerOf(request)
  }

  app.get(
    '/api/plans',
    { schema: { tags, summary: 'Plans on sale', response: { 200: Plans } } },
    async () => ({
      plans: await plansOnSale(database),
    }),
  )

  app.post(
    '/api/billing/checkout',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Open a payment page for a plan or a film',
        body: CheckoutBody,
        response: { 201: PageUrl },
      },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      const { priceId, videoId, kind, bundleId, currency } = request.body
      const video = videoId !== undefined && kind !== undefined
      const asked = [priceId !== undefined, video, bundleId !== undefined].filter(Boolean)
      if (asked.length !== 1 || (!video && (videoId ?? kind) !== undefined)) {
        throw new MatineeError('BAD_REQUEST', {
          detail: say('billing.either'),
          members: { fields: [{ field: 'priceId', message: say('billing.eitherField') }] },
        })
      }
      if (currency !== undefined && priceId === undefined) {
        const detail = say('billing.currencyOfPlan')
        const fields = [{ field: 'currency', message: detail }]
        throw new MatineeError('BAD_REQUEST', { detail, members: { fields } })
      }
      const sell = () =>
        bundleId !== undefined
          ? sellBundle(deps, userId, bundleId)
          : priceId === undefined
            ? sellVideo(deps, userId, videoId ?? '', kind ?? 'rent')
            : sellPlan(deps, userId, priceId, { currency })
      return reply.code(201).send({ url: await openCheckout(deps, userId, sell) })
    },
  )

  app.post(
    '/api/billing/portal',
    {
      ...paced,
      schema: { tags, summary: 'Open the billing portal', response: { 201: PageUrl } },
    },
    async (request, reply) => {
      const { userId } = viewerOf(request)
      return reply.code(201).send({ url: await openPortal(deps, userId) })
    },
  )

  app.post(
    '/api/billing/confirm',
    {
      ...paced,
      schema: {
        tags,
        summary: 'What a payment page has given, on return from it',
        body: ConfirmBody,
        response: { 200: Confirmation },
      },
    },
    async (request) => confirmCheckout(deps, viewerOf(request).userId, request.body.sessionId),
  )

  // On return from the portal: what was changed there is in force at once.
  app.post(
    '/api/billing/refresh',
    {
      onRequest,
      schema: {
        tags,
        summary: 'Fetch what was changed in the portal',
        response: { 200: SubscriptionNow },
      },
    },
    async (request) => {
      return { subscription: await refresh(deps, viewerOf(request).userId) }
    },
  )
}
