import type { FastifyPluginAsync } from 'fastify'
import type { BillingContext } from './context.ts'
import { openInbox } from './inbox.ts'
import { billingRoutes } from './routes.ts'
import { webhookRoute } from './webhook-route.ts'

/** All of billing over HTTP, and the inbox's work while the server runs. */
export const billing: FastifyPluginAsync<BillingContext> = async (app, context) => {
  const inbox = openInbox(context)
  app.addHook('onReady', async () => inbox.start())
  app.addHook('onClose', () => inbox.close())
  await app.register(billingRoutes, context)
  await app.register(webhookRoute, { ...context, inbox })
}
