import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import type { BillingContext } from './context.ts'
import { type Inbox, openInbox } from './inbox.ts'
import { billingRoutes } from './routes.ts'
import { webhookRoute } from './webhook-route.ts'

declare module 'fastify' {
  interface FastifyInstance {
    webhookInbox: Inbox
  }
}

/** All of billing over HTTP, and the inbox's work while the server runs. */
export const billing = fp(
  async (app: FastifyInstance, context: BillingContext) => {
    const inbox = openInbox(context)
    app.decorate('webhookInbox', inbox)
    app.addHook('onReady', async () => inbox.start())
    app.addHook('onClose', () => inbox.close())
    await app.register(billingRoutes, context)
    await app.register(webhookRoute, { ...context, inbox })
  },
  { name: 'billing' },
)
