import type Stripe from 'stripe'
import type { Collection } from './collection.ts'
import type { Store } from './store.ts'

/** What the stand-in knows of a payment method that Stripe would not tell: the test card behind it. */
export interface CardOnFile {
  /** The payment method's id. */
  id: string
  number: string
  /** The holder has confirmed it once for later charges (3-D Secure at set-up). */
  confirmed: boolean
}

/** A kept answer for an idempotency key. */
export interface KeptAnswer {
  /** The key. */
  id: string
  fingerprint: string
  status: number
  body: string
  requestId: string
  created: number
}

/** An event on its way to the webhook endpoint. */
export interface Delivery {
  /** The event's id; with the endpoint's behind it, where it goes to one that was made by the API. */
  id: string
  /** Where its id says more than that. */
  event?: string
  endpoint?: string
  attempts: number
  /** Milliseconds since 1970; null while held. */
  nextAt: number | null
  /** Copies still to send; beyond the first they are duplicates. */
  copies: number
}

/** What events to an endpoint are signed with: told when it is made, and never again. */
export interface WebhookSecret {
  /** The endpoint's id. */
  id: string
  secret: string
}

/** How the stand-in behaves where the real Stripe has a dashboard setting, or a network. */
export interface Knobs {
  id: 'knobs'
  webhooks: {
    mode: 'deliver' | 'drop' | 'hold'
    duplicate: number
    delayMs: number
    shuffle: boolean
  }
  /** Days from one failed charge of an invoice to the next try. */
  retryDays: number[]
  afterRetries: 'cancel' | 'unpaid' | 'past_due'
  /** Requests a second that are answered; more get 429. Null: no limit. */
  rateLimit: number | null
}

/** Which subscription an item belongs to. */
export interface ItemOwner {
  id: string
  subscription: string
}

/** What a price costs in other currencies than its own. */
export interface OtherCurrencies {
  /** The price's id. */
  id: string
  /** By currency; `whole` is null where the amount has decimals. */
  options: Record<string, { text: string; whole: number | null }>
}

/** That the end of a trial has been announced. */
export interface TrialNotice {
  /** The subscription's id. */
  id: string
  trialEnd: number
}

/** What a card is set up for in the portal: to be its customer's default. */
export interface SetupPurpose {
  /** The setup intent's id. */
  id: string
  customer: string
}

/** What a checkout session was asked for, and how far its customer has come. */
export interface CheckoutDetails {
  /** The session's id. */
  id: string
  lineItems: { price: string; quantity: number; item: string }[]
  /** What it is paid in; null: what its prices are in. */
  currency?: string | null
  subscription: {
    metadata?: Record<string, string>
    description?: string
    trialDays?: number
    trialEnd?: number
    billingMode?: 'classic' | 'flexible'
    missingPaymentMethod?: 'cancel' | 'create_invoice' | 'pause'
  }
  intent: {
    metadata?: Record<string, string>
    description?: string
    setupFutureUsage?: 'off_session' | 'on_session'
  }
  /** The coupon or promotion code in force. */
  coupon: string | null
  promotionCode: string | null
  /** The address that was typed is kept with the customer. */
  keepsAddress: boolean
  /** The payment method whose holder is being asked to confirm. */
  waitingFor: string | null
  /** The intent of a one-time payment, from the first attempt on. */
  paymentIntent: string | null
}

export interface Tables {
  products: Collection<Stripe.Product>
  prices: Collection<Stripe.Price>
  currencyOptions: Collection<OtherCurrencies>
  coupons: Collection<Stripe.Coupon>
  promotionCodes: Collection<Stripe.PromotionCode>
  discounts: Collection<Stripe.Discount>
  customers: Collection<Stripe.Customer>
  deletedCustomers: Collection<Stripe.DeletedCustomer>
  paymentMethods: Collection<Stripe.PaymentMethod>
  setupIntents: Collection<Stripe.SetupIntent>
  setupPurposes: Collection<SetupPurpose>
  paymentIntents: Collection<Stripe.PaymentIntent>
  charges: Collection<Stripe.Charge>
  refunds: Collection<Stripe.Refund>
  disputes: Collection<Stripe.Dispute>
  subscriptions: Collection<Stripe.Subscription>
  itemOwners: Collection<ItemOwner>
  trialNotices: Collection<TrialNotice>
  invoices: Collection<Stripe.Invoice>
  invoiceItems: Collection<Stripe.InvoiceItem>
  invoicePayments: Collection<Stripe.InvoicePayment>
  checkoutSessions: Collection<Stripe.Checkout.Session>
  checkoutDetails: Collection<CheckoutDetails>
  portalSessions: Collection<Stripe.BillingPortal.Session>
  portalConfigurations: Collection<Stripe.BillingPortal.Configuration>
  testClocks: Collection<Stripe.TestHelpers.TestClock>
  events: Collection<Stripe.Event>
  cardsOnFile: Collection<CardOnFile>
  keptAnswers: Collection<KeptAnswer>
  deliveries: Collection<Delivery>
  webhookEndpoints: Collection<Stripe.WebhookEndpoint>
  webhookSecrets: Collection<WebhookSecret>
  knobs: Collection<Knobs>
}

const relation = (value: string | { id: string } | null | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.id

export const declareTables = (store: Store): Tables => ({
  products: store.collection('products'),
  prices: store.collection('prices', ['product', 'lookup_key']),
  currencyOptions: store.collection('currency_options'),
  coupons: store.collection('coupons'),
  promotionCodes: store.collection('promotion_codes'),
  discounts: store.collection('discounts'),
  customers: store.collection('customers', ['email', 'test_clock']),
  deletedCustomers: store.collection('deleted_customers'),
  paymentMethods: store.collection('payment_methods', ['customer']),
  setupIntents: store.collection('setup_intents', ['customer']),
  setupPurposes: store.collection('setup_purposes'),
  paymentIntents: store.collection('payment_intents', ['customer']),
  charges: store.collection('charges', ['customer', 'payment_intent']),
  refunds: store.collection('refunds', ['charge', 'payment_intent']),
  disputes: store.collection('disputes', ['charge', 'payment_intent']),
  subscriptions: store.collection('subscriptions', ['customer', 'test_clock']),
  itemOwners: store.collection('item_owners'),
  trialNotices: store.collection('trial_notices'),
  invoices: store.collection('invoices', [
    'customer',
    ['subscription', ({ parent }) => relation(parent?.subscription_details?.subscription)],
  ]),
  invoiceItems: store.collection('invoice_items', ['customer', 'invoice']),
  invoicePayments: store.collection('invoice_payments', [
    'invoice',
    ['payment_intent', ({ payment }) => relation(payment.payment_intent)],
  ]),
  checkoutSessions: store.collection('checkout_sessions', [
    'customer',
    'subscription',
    'payment_intent',
  ]),
  checkoutDetails: store.collection('checkout_details'),
  portalSessions: store.collection('portal_sessions', ['url']),
  portalConfigurations: store.collection('portal_configurations'),
  testClocks: store.collection('test_clocks'),
  events: store.collection('events'),
  cardsOnFile: store.collection('cards_on_file'),
  keptAnswers: store.collection('kept_answers'),
  deliveries: store.collection('deliveries'),
  webhookEndpoints: store.collection('webhook_endpoints'),
  webhookSecrets: store.collection('webhook_secrets'),
  knobs: store.collection('knobs'),
})
