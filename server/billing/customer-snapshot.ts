import { allPages, idOf, type Stripe } from '../clients/stripe.ts'

/** A payment-mode checkout that was completed, and what became of its money. */
export interface Sale {
  session: Stripe.Checkout.Session
  /** The charge that paid; null when nothing was to be paid, or has not been yet. */
  charge: Stripe.Charge | null
  disputes: Stripe.Dispute[]
}

/** Money of a subscription's invoice that went back to the customer, or is asked back. */
export interface Reversal {
  invoice: Stripe.Invoice
  charge: Stripe.Charge
  disputes: Stripe.Dispute[]
}

/** Everything in Stripe that decides what a customer may watch, as it is now. */
export interface CustomerSnapshot {
  /** Null when Stripe has deleted the customer. */
  customer: Stripe.Customer | null
  /** Of every status, with all of their items. */
  subscriptions: Stripe.Subscription[]
  /** Invoices that wait for payment, of subscriptions that are behind with it. */
  openInvoices: Stripe.Invoice[]
  sales: Sale[]
  reversals: Reversal[]
}

const perPage = 100
/** A period is paid when it begins or later; an hour for clocks that disagree. */
const earlySeconds = 3_600

/**
 * Fetches a customer's state, with all pages of everything.
 *
 * @throws what the Stripe SDK throws
 */
export async function fetchCustomer(stripe: Stripe, id: string): Promise<CustomerSnapshot> {
  const customer = await stripe.customers.retrieve(id)
  if (customer.deleted) {
    return { customer: null, subscriptions: [], openInvoices: [], sales: [], reversals: [] }
  }
  const of = { customer: id, limit: perPage }
  const [subscriptions, sessions, charges] = await Promise.all([
    fetchSubscriptions(stripe, id),
    allPages(stripe.checkout.sessions.list({ ...of, status: 'complete' })),
    allPages(stripe.charges.list(of)),
  ])
  const bought = sessions.filter(({ mode }) => mode === 'payment')
  const [openInvoices, sales, reversals] = await Promise.all([
    fetchOpenInvoices(stripe, subscriptions),
    Promise.all(bought.map((session) => fetchSale(stripe, session, charges))),
    fetchReversals(stripe, subscriptions, charges),
  ])
  return { customer, subscriptions, openInvoices, sales, reversals }
}

async function fetchSubscriptions(stripe: Stripe, customer: string) {
  const list = stripe.subscriptions.list({
    customer,
    status: 'all',
    limit: perPage,
    expand: ['data.latest_invoice'],
  })
  const subscriptions = await allPages(list)
  for (const { id, items } of subscriptions) {
    // The items inside a subscription are a first page.
    if (!items.has_more) continue
    items.data = await allPages(stripe.subscriptionItems.list({ subscription: id, limit: perPage }))
  }
  return subscriptions
}

async function fetchOpenInvoices(stripe: Stripe, subscriptions: Stripe.Subscription[]) {
  const behind = subscriptions.filter(({ status }) => status === 'past_due' || status === 'unpaid')
  const invoices = behind.map(({ id }) =>
    allPages(stripe.invoices.list({ subscription: id, status: 'open', limit: perPage })),
  )
  return (await Promise.all(invoices)).flat()
}

const fetchDisputes = (stripe: Stripe, { id, disputed }: Stripe.Charge) =>
  disputed ? allPages(stripe.disputes.list({ charge: id, limit: perPage })) : Promise.resolve([])

async function fetchSale(
  stripe: Stripe,
  session: Stripe.Checkout.Session,
  charges: Stripe.Charge[],
): Promise<Sale> {
  const intent = idOf(session.payment_intent)
  const charge =
    charges.find(
      ({ payment_intent, status }) =>
        intent !== null && idOf(payment_intent) === intent && status === 'succeeded',
    ) ?? null
  return { session, charge, disputes: charge === null ? [] : await fetchDisputes(stripe, charge) }
}

/** Only charges that may have paid for a period that still runs are worth a question. */
async function fetchReversals(
  stripe: Stripe,
  subscriptions: Stripe.Subscription[],
  charges: Stripe.Charge[],
): Promise<Reversal[]> {
  const periods = subscriptions
    .filter(({ ended_at }) => ended_at === null)
    .flatMap(({ items }) => items.data.map((item) => item.current_period_start))
  if (periods.length === 0) return []
  const since = Math.min(...periods) - earlySeconds
  const suspicious = charges.filter(
    ({ refunded, disputed, created }) => (refunded || disputed) && created >= since,
  )
  const reversals = await Promise.all(
    suspicious.map(async (charge) => {
      const payment_intent = idOf(charge.payment_intent)
      if (payment_intent === null) return []
      const payments = await allPages(
        stripe.invoicePayments.list({
          payment: { type: 'payment_intent', payment_intent },
          limit: perPage,
          expand: ['data.invoice'],
        }),
      )
      const disputes = await fetchDisputes(stripe, charge)
      return payments.flatMap(({ invoice }) =>
        typeof invoice === 'string' || invoice.deleted ? [] : [{ invoice, charge, disputes }],
      )
    }),
  )
  return reversals.flat()
}
