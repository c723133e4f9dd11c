import { allPages, idOf, isMissing, isRefusal, type Stripe } from '../../clients/stripe.ts'
import { isStorable } from '../storable.ts'

/** A payment-mode checkout that was completed, and what became of its money. */
export interface Sale {
  session: Stripe.Checkout.Session
  /** The charge that paid; null when nothing was to be paid, or has not been yet. */
  charge: Stripe.Charge | null
  disputes: Stripe.Dispute[]
}

/** A charge of the customer, and the invoice that it was for, if any. */
export interface Charged {
  charge: Stripe.Charge
  invoice: Stripe.Invoice | null
  disputes: Stripe.Dispute[]
}

/** Everything in Stripe that decides what a customer may watch, as it is now. */
export interface CustomerSnapshot {
  /** Null when Stripe has deleted the customer, or does not know it. */
  customer: Stripe.Customer | null
  /** Of every status, with all of their items. */
  subscriptions: Stripe.Subscription[]
  /** Of every status, newest first. */
  invoices: Stripe.Invoice[]
  sales: Sale[]
  charges: Charged[]
  /** Amounts that a discount makes other than the price's, by subscription. */
  nextAmounts: Map<string, number>
  /** Invoices whose payment the bank wants its owner to confirm. */
  unconfirmed: Set<string>
}

const perPage = 100

/**
 * Fetches a customer's state, with all pages of everything.
 *
 * @param known checkout sessions that are stored as purchases of this customer: of a customer that is
 *   gone, they are how its payments are found
 * @throws what the Stripe SDK throws
 */
export async function fetchCustomer(
  stripe: Stripe,
  id: string,
  known: readonly string[] = [],
): Promise<CustomerSnapshot> {
  const customer = await retrieveCustomer(stripe, id)
  if (customer === null || customer.deleted) return fetchGone(stripe, id, known)
  const of = { customer: id, limit: perPage }
  const [subscriptions, sessions, listed, invoices] = await Promise.all([
    fetchSubscriptions(stripe, id),
    allPages(stripe.checkout.sessions.list({ ...of, status: 'complete' })),
    allPages(stripe.charges.list({ ...of, expand: ['data.balance_transaction'] })),
    fetchInvoices(stripe, of),
  ])
  const charges = await withDisputes(stripe, listed, invoices)
  const bought = sessions.filter(({ mode }) => mode === 'payment')
  const sales = bought.map((session) => saleOf(session, charges))
  const nextAmounts = await fetchNextAmounts(stripe, subscriptions, customer)
  const unconfirmed = await findUnconfirmed(stripe, invoices)
  return { customer, subscriptions, invoices, sales, charges, nextAmounts, unconfirmed }
}

/** A customer that is gone has no subscriptions, but what it paid for can still be refunded. */
async function fetchGone(
  stripe: Stripe,
  id: string,
  known: readonly string[],
): Promise<CustomerSnapshot> {
  const list = stripe.charges.list({ customer: id, limit: perPage })
  const listed = (await orNull(allPages(list))) ?? []
  // Also what was bought of which no event has come.
  const ended = stripe.checkout.sessions.list({ customer: id, status: 'complete', limit: perPage })
  const bought = ((await orNull(allPages(ended))) ?? []).filter(({ mode }) => mode === 'payment')
  const asked = [...new Set([...known, ...bought.map(({ id }) => id)])]
  const sessions = await Promise.all(
    asked.map((session) =>
      orNull(
        stripe.checkout.sessions.retrieve(session, { expand: ['payment_intent.latest_charge'] }),
      ),
    ),
  )
  const found = sessions.flatMap((session) => session ?? [])
  for (const { payment_intent: intent } of found) {
    const charge = typeof intent === 'string' ? null : (intent?.latest_charge ?? null)
    if (charge === null || typeof charge === 'string') continue
    if (!listed.some(({ id }) => id === charge.id)) listed.push(charge)
  }
  const charges = await withDisputes(stripe, listed, [])
  const sales = found.map((session) => saleOf(session, charges))
  const nextAmounts = new Map<string, number>()
  const unconfirmed = new Set<string>()
  const nothing = { subscriptions: [], invoices: [], nextAmounts, unconfirmed }
  return { customer: null, ...nothing, sales, charges }
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function fetchSubscriptions(stripe: Stripe, customer: string) {
  const expand = ['data.discounts.source.coupon']
  const list = stripe.subscriptions.list({ customer, status: 'all', limit: perPage, expand })
  const subscriptions = await allPages(list)
  for (const { id, items } of subscriptions) {
    // The items inside a subscription are a first page.
    if (!items.has_more) continue
    items.data = await allPages(stripe.subscriptionItems.list({ subscription: id, limit: perPage }))
  }
  return subscriptions
}

async function fetchInvoices(stripe: Stripe, of: { customer: string; limit: number }) {
  const invoices = await allPages(stripe.invoices.list({ ...of, expand: ['data.payments'] }))
  for (const { id, lines } of invoices) {
    // As with items, the lines inside an invoice are a first page.
    if (!lines.has_more) continue
    lines.data = await allPages(stripe.invoices.listLineItems(id, { limit: perPage }))
  }
  return invoices
}

const withDisputes = (
  stripe: Stripe,
  charges: readonly Stripe.Charge[],
  invoices: readonly Stripe.Invoice[],
): Promise<Charged[]> =>
  Promise.all(
    charges.map(async (charge) => ({
      charge,
      invoice: invoices.find((invoice) => paidBy(invoice, charge)) ?? null,
      disputes: charge.disputed
        ? await allPages(stripe.disputes.list({ charge: charge.id, limit: perPage }))
        : [],
    })),
  )

function paidBy({ payments }: Stripe.Invoice, charge: Stripe.Charge): boolean {
  const intent = idOf(charge.payment_intent)
  return (payments?.data ?? []).some(
    ({ payment }) =>
      (intent !== null && idOf(payment.payment_intent) === intent) ||
      idOf(payment.charge) === charge.id,
  )
}

function saleOf(session: Stripe.Checkout.Session, charges: readonly Charged[]): Sale {
  const intent = idOf(session.payment_intent)
  const paid = charges.find(
    ({ charge }) =>
      intent !== null && idOf(charge.payment_intent) === intent && charge.status === 'succeeded',
  )
  return { session, charge: paid?.charge ?? null, disputes: paid?.disputes ?? [] }
}

/**
 * Which payments wait for their owner. A bank that asks for it while they are away refuses the charge with
 * `authentication_required`; one that Stripe asks by itself leaves it at `requires_action`.
 */
async function findUnconfirmed(stripe: Stripe, invoices: readonly Stripe.Invoice[]) {
  const owed = invoices.filter(
    ({ status, attempt_count }) => status === 'open' && attempt_count > 0,
  )
  const found = await Promise.all(
    owed.map(async ({ id, payments }) => {
      const intents = (payments?.data ?? []).flatMap(
        ({ payment }) => idOf(payment.payment_intent) ?? [],
      )
      const [newest] = intents.slice(-1)
      if (newest === undefined) return []
      const intent = await orNull(stripe.paymentIntents.retrieve(newest))
      const waits =
        intent?.status === 'requires_action' ||
        intent?.last_payment_error?.code === 'authentication_required'
      return waits ? [id] : []
    }),
  )
  return new Set(found.flat())
}

/** Of one that is gone nothing may be expanded, so a coupon is asked for only where there is one. */
async function retrieveCustomer(stripe: Stripe, id: string) {
  const customer = await orNull(stripe.customers.retrieve(id))
  if (customer === null || customer.deleted || customer.discount == null) return customer
  return orNull(stripe.customers.retrieve(id, { expand: ['discount.source.coupon'] }))
}

/** Only a discount makes the next charge other than the price: only then is Stripe asked. */
async function fetchNextAmounts(
  stripe: Stripe,
  subscriptions: readonly Stripe.Subscription[],
  customer: Stripe.Customer,
) {
  const forAll = customer.discount != null
  const amounts = new Map<string, number>()
  for (const subscription of subscriptions) {
    const { id, status, discounts, cancel_at, cancel_at_period_end } = subscription
    const renews = cancel_at === null && !cancel_at_period_end
    const discounted = discounts.length > 0 || forAll
    if (!discounted || !renews || !['active', 'trialing'].includes(status)) continue
    const total = await previewTotal(stripe, id)
    if (total !== null && isStorable(total)) amounts.set(id, total)
  }
  return amounts
}

/** Null where Stripe works out none, as for a customer whose address is not enough for their tax. */
async function previewTotal(stripe: Stripe, subscription: string): Promise<number | null> {
  try {
    return (await stripe.invoices.createPreview({ subscription })).total
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}
