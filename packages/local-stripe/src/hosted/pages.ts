import type { FastifyInstance } from 'fastify'
import type { Account } from '../account.ts'
import { checkoutRoutes } from './checkout-routes.ts'
import { confirmRoutes } from './confirm-routes.ts'
import { invoiceRoutes } from './invoice-routes.ts'
import { portalRoutes } from './portal-routes.ts'

export interface HostedOptions {
  account: Account
  catchUp: () => void
}

/** The pages that a customer is sent to. Plain forms, no scripts. */
export async function hosted(app: FastifyInstance, { account, catchUp }: HostedOptions) {
  app.addHook('onRequest', async () => catchUp())
  checkoutRoutes(app, account)
  confirmRoutes(app, account)
  portalRoutes(app, account)
  invoiceRoutes(app, account)
}
