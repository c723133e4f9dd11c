import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { defaultPortal } from '../billing/portal-defaults.ts'
import { page, paging } from '../http/pages.ts'
import {
  clearable,
  flag,
  hash,
  type Input,
  list,
  metadata,
  oneOf,
  required,
  shape,
  text,
  url,
} from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { newId } from '../ids.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'
import { cancellationReason, prorationBehavior } from './shared-params.ts'

type Features = Stripe.BillingPortal.ConfigurationCreateParams.Features

const enabled = { enabled: required(flag()) }

const features = shape<Features>()({
  customer_update: hash(
    shape<Stripe.BillingPortal.ConfigurationCreateParams.Features.CustomerUpdate>()({
      ...enabled,
      allowed_updates: list(oneOf('address', 'email', 'name', 'phone', 'shipping', 'tax_id')),
    }),
  ),
  invoice_history: hash(
    shape<Stripe.BillingPortal.ConfigurationCreateParams.Features.InvoiceHistory>()(enabled),
  ),
  payment_method_update: hash(
    shape<Stripe.BillingPortal.ConfigurationCreateParams.Features.PaymentMethodUpdate>()(enabled),
  ),
  subscription_cancel: hash(
    shape<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionCancel>()({
      ...enabled,
      cancellation_reason: hash(
        shape<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionCancel.CancellationReason>()(
          { ...enabled, options: required(list(cancellationReason)) },
        ),
      ),
      mode: oneOf('at_period_end', 'immediately'),
      proration_behavior: prorationBehavior,
    }),
  ),
  subscription_update: hash(
    shape<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate>()({
      ...enabled,
      default_allowed_updates: list(oneOf('price', 'promotion_code', 'quantity')),
      products: list(
        hash(
          shape<Stripe.BillingPortal.ConfigurationCreateParams.Features.SubscriptionUpdate.Product>()(
            { prices: required(list(text())), product: required(text()) },
          ),
        ),
      ),
      proration_behavior: prorationBehavior,
    }),
  ),
})

const common = {
  business_profile: hash(
    shape<Stripe.BillingPortal.ConfigurationCreateParams.BusinessProfile>()({
      headline: clearable(text(60)),
      privacy_policy_url: url(),
      terms_of_service_url: url(),
    }),
  ),
  default_return_url: clearable(url()),
  metadata: metadata(),
  name: clearable(text()),
}

const createInput = shape<Stripe.BillingPortal.ConfigurationCreateParams>()({
  ...common,
  features: required(hash(features)),
})

const updateInput = shape<Stripe.BillingPortal.ConfigurationUpdateParams>()({
  ...common,
  active: flag(),
  features: hash(features),
})

const path = '/v1/billing_portal/configurations'

export const portalConfigurationRoutes = [
  post(path, createInput, createConfiguration),
  get(
    path,
    shape<Stripe.BillingPortal.ConfigurationListParams>()({
      ...paging,
      active: flag(),
      is_default: flag(),
    }),
    (account, input) => {
      defaultPortal(account)
      return page(
        account.tables.portalConfigurations,
        input,
        path,
        (row) =>
          (input.active === undefined || row.active === input.active) &&
          (input.is_default === undefined || row.is_default === input.is_default),
      )
    },
  ),
  get(`${path}/:id`, nothing, (account, _, ids) => findConfiguration(account, idIn(ids))),
  post(`${path}/:id`, updateInput, (account, input, ids) =>
    updateConfiguration(account, findConfiguration(account, idIn(ids)), input),
  ),
]

export const findConfiguration = (account: Account, id: string, param?: string) =>
  find(account.tables.portalConfigurations, 'configuration', id, param)

function createConfiguration(account: Account, input: Input<typeof createInput>) {
  const base = defaultPortal(account)
  const off = withEverythingOff(base.features)
  return account.create<Stripe.BillingPortal.Configuration>(
    account.tables.portalConfigurations,
    {
      ...base,
      ...profileOf(base, input),
      id: newId('bpc'),
      created: account.now(),
      features: mergeFeatures(off, input.features),
      is_default: false,
      metadata: mergeMetadata({}, input.metadata),
      updated: account.now(),
    },
    'billing_portal.configuration.created',
  )
}

function updateConfiguration(
  account: Account,
  before: Stripe.BillingPortal.Configuration,
  input: Input<typeof updateInput>,
) {
  return account.update(
    account.tables.portalConfigurations,
    before,
    {
      ...profileOf(before, input),
      active: input.active ?? before.active,
      features: mergeFeatures(before.features, input.features),
      metadata: mergeMetadata(before.metadata, input.metadata),
      updated: account.now(),
    },
    'billing_portal.configuration.updated',
  )
}

type Common = Pick<Input<typeof updateInput>, 'business_profile' | 'default_return_url' | 'name'>

const profileOf = (before: Stripe.BillingPortal.Configuration, input: Common) => ({
  business_profile: { ...before.business_profile, ...input.business_profile },
  default_return_url:
    input.default_return_url === undefined ? before.default_return_url : input.default_return_url,
  name: input.name === undefined ? before.name : input.name,
})

function withEverythingOff(
  given: Stripe.BillingPortal.Configuration.Features,
): Stripe.BillingPortal.Configuration.Features {
  return {
    ...given,
    customer_update: { ...given.customer_update, enabled: false },
    invoice_history: { enabled: false },
    payment_method_update: { ...given.payment_method_update, enabled: false },
    subscription_cancel: { ...given.subscription_cancel, enabled: false },
    subscription_update: { ...given.subscription_update, enabled: false },
  }
}

function mergeFeatures(
  before: Stripe.BillingPortal.Configuration.Features,
  given: Input<typeof features> = {},
): Stripe.BillingPortal.Configuration.Features {
  const products = given.subscription_update?.products
  return {
    ...before,
    customer_update: { ...before.customer_update, ...given.customer_update },
    invoice_history: { ...before.invoice_history, ...given.invoice_history },
    payment_method_update: { ...before.payment_method_update, ...given.payment_method_update },
    subscription_cancel: {
      ...before.subscription_cancel,
      ...given.subscription_cancel,
      cancellation_reason: {
        ...before.subscription_cancel.cancellation_reason,
        ...given.subscription_cancel?.cancellation_reason,
      },
    },
    subscription_update: {
      ...before.subscription_update,
      ...given.subscription_update,
      products:
        products?.map((product) => ({
          ...product,
          adjustable_quantity: { enabled: false, maximum: null, minimum: 1 },
        })) ?? before.subscription_update.products,
    },
  }
}
