import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { type Input, required, shape, text, url } from '../http/params.ts'
import { post } from '../http/route.ts'
import { newId, randomText } from '../ids.ts'
import { find } from '../store/find.ts'

const createInput = shape<Stripe.BillingPortal.SessionCreateParams>()({
  customer: required(text()),
  locale: text(),
  return_url: url(),
})

export const portalRoutes = [post('/v1/billing_portal/sessions', createInput, createPortalSession)]

function createPortalSession(account: Account, input: Input<typeof createInput>) {
  const customer = find(account.tables.customers, 'customer', input.customer, 'customer')
  const key = randomText(40)
  return account.create<Stripe.BillingPortal.Session>(
    account.tables.portalSessions,
    {
      id: newId('bps'),
      object: 'billing_portal.session',
      configuration: 'bpc_local',
      created: account.now(),
      customer: customer.id,
      customer_account: null,
      flow: null,
      livemode: false,
      locale: input.locale ?? null,
      on_behalf_of: null,
      return_url: input.return_url ?? null,
      url: `${account.publicBase}/p/session/${key}`,
    },
    'billing_portal.session.created',
  )
}
