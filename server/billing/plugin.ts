import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { billingMetrics } from './billing-metrics.ts'
import { billingRoutes } from './checkout/routes.ts'
import type { HolderDeps } from './held.ts'
import { type Inbox, openInbox } from './inbox/inbox.ts'
import { webhookRoute } from './inbox/webhook-route.ts'
import { accountRoutes } from './my-plan/account-routes.ts'
import { operatorRoutes } from './operator-routes.ts'
import { studioPaymentRoutes } from './payments/studio-payment-routes.ts'
import { promotionCodeRoutes } from './plans/promotion-code-routes.ts'
import { studioPlanRoutes } from './plans/studio-plan-routes.ts'

declare module 'fastify' {
  interface FastifyInstance {
    webhookInbox: Inbox
  }
}

/** The inbox's work while the server runs. */
export const webhookInbox = fp(
  async (app: FastifyInstance, deps: HolderDeps) => {
    const inbox = openInbox(deps)
    app.decorate('webhookInbox', inbox)
    app.addHook('onReady', async () => inbox.start())
    app.addHook('onClose', () => inbox.close())
  },
  { name: 'webhook-inbox' },
)

/** All of billing over HTTP. */
export const billing = fp(
  async (app: FastifyInstance, deps: HolderDeps) => {
    const inbox = app.webhookInbox
    billingMetrics(app.metrics, deps)
    await app.register(billingRoutes, deps)
    await app.register(accountRoutes, deps)
    await app.register(operatorRoutes, { ...deps, inbox })
    await app.register(studioPaymentRoutes, deps)
    await app.register(studioPlanRoutes, deps)
    await app.register(promotionCodeRoutes, deps)
    await app.register(webhookRoute, { ...deps, inbox })
  },
  { name: 'billing', dependencies: ['metrics', 'webhook-inbox'] },
)
