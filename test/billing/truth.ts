import { idOf } from '../../server/clients/stripe.ts'
import type { Billing } from '../fixtures/stripe.ts'

/** What a customer has, a line for each subscription and purchase, sorted. */
export type Holdings = string[]

/** As Stripe has it, read without any of the product's code for that. */
export async function inStripe({ stripe }: Billing, customer: string): Promise<Holdings> {
  const { deleted } = await stripe.customers.retrieve(customer)
  const [subscriptions, invoices, sessions, charges, disputes] = await Promise.all([
    stripe.subscriptions.list({ customer, status: 'all' }),
    stripe.invoices.list({ customer }),
    stripe.checkout.sessions.list({ customer, status: 'complete' }),
    stripe.charges.list({ customer }),
    stripe.disputes.list(),
  ])
  // What was bought stays bought when its customer is deleted; subscriptions are gone with it.
  const subscribed = (deleted ? [] : subscriptions.data).map((subscription) => {
    const { id, cancel_at, items } = subscription
    const asked = invoices.data.filter(
      ({ parent }) => idOf(parent?.subscription_details?.subscription) === id,
    )
    // What Stripe calls active although its only invoice was taken back has to be bought anew.
    const takenBack = asked.length > 0 && asked.every((invoice) => invoice.status === 'void')
    const status =
      takenBack && subscription.ended_at === null ? 'incomplete_expired' : subscription.status
    const prices = items.data.map(({ price, current_period_end }) => [price.id, current_period_end])
    return `${id} ${status}${cancel_at === null ? '' : ' cancelling'} ${prices.flat().join(' ')}`
  })
  const sold = sessions.data.filter(
    ({ mode, payment_status }) => mode === 'payment' && payment_status === 'paid',
  )
  const bought = sold.map(({ id, payment_intent }) => {
    const charge = charges.data.find((one) => one.payment_intent === idOf(payment_intent))
    const dispute = disputes.data.find((one) => idOf(one.charge) === charge?.id)
    const disputed = dispute && { won: undefined, lost: 'lost' }[dispute.status as 'won' | 'lost']
    const open = dispute && !['won', 'lost'].includes(dispute.status)
    const back = charge?.refunded ? 'refunded' : 'paid'
    return `${id} ${open ? 'disputed' : (disputed ?? back)} ${charge?.amount_refunded}`
  })
  return [...subscribed, ...bought].sort()
}

/** As it is stored of the customer. */
export async function stored({ services }: Billing, customerId: string): Promise<Holdings> {
  const { database } = services
  const [subscriptions, purchases] = await Promise.all([
    database.subscription.findMany({ where: { customerId }, include: { items: true } }),
    database.purchase.findMany({ where: { customerId } }),
  ])
  const subscribed = subscriptions.map(({ id, status, cancelAt, items }) => {
    const prices = items.map(({ priceId, currentPeriodEnd }) => [
      priceId,
      currentPeriodEnd.getTime() / 1000,
    ])
    return `${id} ${status}${cancelAt === null ? '' : ' cancelling'} ${prices.flat().join(' ')}`
  })
  const bought = purchases.map(
    ({ id, status, amountRefunded }) => `${id} ${status} ${amountRefunded}`,
  )
  return [...subscribed, ...bought].sort()
}
