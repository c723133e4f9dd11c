import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { defaultPortal } from '../billing/portal-defaults.ts'
import { invalid } from '../http/faults.ts'
import {
  hash,
  type Input,
  integer,
  list,
  oneOf,
  required,
  shape,
  text,
  url,
} from '../http/params.ts'
import { post } from '../http/route.ts'
import { idOf, newId, randomText } from '../ids.ts'
import { find } from '../store/find.ts'
import { findConfiguration } from './portal-configurations.ts'

type FlowParams = Stripe.BillingPortal.SessionCreateParams.FlowData

const ofSubscription = hash(
  shape<Stripe.BillingPortal.SessionCreateParams.FlowData.SubscriptionUpdate>()({
    subscription: required(text()),
  }),
)

const flowInput = shape<FlowParams>()({
  after_completion: hash(
    shape<Stripe.BillingPortal.SessionCreateParams.FlowData.AfterCompletion>()({
      hosted_confirmation: hash(
        shape<Stripe.BillingPortal.SessionCreateParams.FlowData.AfterCompletion.HostedConfirmation>()(
          { custom_message: text() },
        ),
      ),
      redirect: hash(
        shape<Stripe.BillingPortal.SessionCreateParams.FlowData.AfterCompletion.Redirect>()({
          return_url: required(url()),
        }),
      ),
      type: required(oneOf('hosted_confirmation', 'portal_homepage', 'redirect')),
    }),
  ),
  subscription_cancel: ofSubscription,
  subscription_update: ofSubscription,
  subscription_update_confirm: hash(
    shape<Stripe.BillingPortal.SessionCreateParams.FlowData.SubscriptionUpdateConfirm>()({
      items: required(
        list(
          hash(
            shape<Stripe.BillingPortal.SessionCreateParams.FlowData.SubscriptionUpdateConfirm.Item>()(
              { id: required(text()), price: text(), quantity: integer(0) },
            ),
          ),
        ),
      ),
      subscription: required(text()),
    }),
  ),
  type: required(
    oneOf(
      'payment_method_update',
      'subscription_cancel',
      'subscription_update',
      'subscription_update_confirm',
    ),
  ),
})

const createInput = shape<Stripe.BillingPortal.SessionCreateParams>()({
  configuration: text(),
  customer: required(text()),
  flow_data: hash(flowInput),
  locale: text(),
  return_url: url(),
})

export const portalRoutes = [post('/v1/billing_portal/sessions', createInput, createPortalSession)]

function createPortalSession(account: Account, input: Input<typeof createInput>) {
  const customer = find(account.tables.customers, 'customer', input.customer, 'customer')
  const configuration =
    input.configuration === undefined
      ? defaultPortal(account)
      : findConfiguration(account, input.configuration, 'configuration')
  return account.create<Stripe.BillingPortal.Session>(
    account.tables.portalSessions,
    {
      id: newId('bps'),
      object: 'billing_portal.session',
      configuration: configuration.id,
      created: account.now(),
      customer: customer.id,
      customer_account: null,
      flow: input.flow_data ? flowOf(account, input.flow_data, customer.id) : null,
      livemode: false,
      locale: input.locale ?? null,
      on_behalf_of: null,
      return_url: input.return_url ?? configuration.default_return_url,
      url: `${account.publicBase}/p/session/${randomText(40)}`,
    },
    'billing_portal.session.created',
  )
}

function flowOf(
  account: Account,
  given: Input<typeof flowInput>,
  customer: string,
): Stripe.BillingPortal.Session.Flow {
  const { type, after_completion: after } = given
  const about = type === 'payment_method_update' ? undefined : given[type]
  if (type !== 'payment_method_update') requireSubscription(account, type, about, customer)
  const confirm = given.subscription_update_confirm
  return {
    after_completion: {
      hosted_confirmation: after?.hosted_confirmation
        ? { custom_message: after.hosted_confirmation.custom_message ?? null }
        : null,
      redirect: after?.redirect ?? null,
      type: after?.type ?? 'portal_homepage',
    },
    customer_update: null,
    subscription_cancel: given.subscription_cancel
      ? { retention: null, subscription: given.subscription_cancel.subscription }
      : null,
    subscription_pause: null,
    subscription_update: given.subscription_update ?? null,
    subscription_update_confirm: confirm
      ? {
          discounts: null,
          items: confirm.items.map(({ id, price = null, quantity = 1 }) => ({
            id,
            price,
            quantity,
          })),
          subscription: confirm.subscription,
        }
      : null,
    type,
  }
}

function requireSubscription(
  account: Account,
  type: string,
  about: { subscription: string } | undefined,
  customer: string,
): void {
  const name = `flow_data[${type}][subscription]`
  if (!about) {
    throw invalid(`Missing required param: ${name}.`, { code: 'parameter_missing', param: name })
  }
  const subscription = find(account.tables.subscriptions, 'subscription', about.subscription, name)
  if (idOf(subscription.customer) !== customer || subscription.ended_at !== null) {
    throw invalid('The subscription of a flow must be a running one of its customer.', {
      param: name,
    })
  }
}
