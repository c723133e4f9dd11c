import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Account } from '../account.ts'
import { defaultPortal } from '../billing/portal-defaults.ts'
import { idOf } from '../ids.ts'
import { fieldsOf, notHere } from './fields.ts'
import { sendPage } from './layout.ts'
import { actInPortal, type PortalOutcome } from './portal-actions.ts'
import { portalPage } from './portal-page.ts'
import type { Portal } from './portal-view.ts'

/** The customer portal: `/p/session/:key`. The key is the whole credential. */
export function portalRoutes(app: FastifyInstance, account: Account): void {
  const portalOf = (request: FastifyRequest): Portal | undefined => {
    const { key } = request.params as { key: string }
    const path = `/p/session/${key}`
    const session = account.tables.portalSessions.by('url', `${account.publicBase}${path}`).at(0)
    const customer = account.tables.customers.get(session?.customer ?? '')
    if (!session || !customer) return undefined
    const configuration =
      account.tables.portalConfigurations.get(idOf(session.configuration)) ??
      account.transaction(() => defaultPortal(account))
    return { session, customer, configuration, path }
  }
  const show = (reply: FastifyReply, portal: Portal, outcome: PortalOutcome = {}) => {
    const customer = account.tables.customers.get(portal.customer.id) ?? portal.customer
    const page = portalPage(account, { ...portal, customer }, outcome)
    return sendPage(reply, 'Billing', page, outcome.error ? 402 : 200)
  }

  app.get('/p/session/:key', async (request, reply) => {
    const portal = portalOf(request)
    return portal ? show(reply, portal) : notHere(reply)
  })

  app.post('/p/session/:key', async (request, reply) => {
    const portal = portalOf(request)
    if (!portal) return notHere(reply)
    const outcome = actInPortal(account, portal, fieldsOf(request))
    if (outcome.goTo) return reply.redirect(outcome.goTo, 303)
    const after = portal.session.flow?.after_completion
    if (outcome.done && after?.type === 'redirect' && after.redirect) {
      return reply.redirect(after.redirect.return_url, 303)
    }
    return show(reply, portal, outcome)
  })
}
