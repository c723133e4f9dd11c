import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { accountRoutes } from './account-routes.ts'
import { billingMetrics } from './billing-metrics.ts'
import type { HolderDeps } from './held.ts'
import { type Inbox, openInbox } from './inbox.ts'
import { operatorRoutes } from './operator-routes.ts'
import { promotionCodeRoutes } from './promotion-code-routes.ts'
import { billingRoutes } from './routes.ts'
import { studioPaymentRoutes } from './studio-payment-routes.ts'
import { studioPlanRoutes } from './studio-plan-routes.ts'
import { webhookRoute } from './webhook-route.ts'

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
