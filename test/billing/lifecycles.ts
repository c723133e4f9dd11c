import { syncCustomer } from '../../server/billing/sync/sync.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import type { Billing, Member } from '../fixtures/stripe.ts'

const day = 86_400
const hour = 3_600

export interface World {
  billing: Billing
  member: Member
  /** Another of their customers, which what happens now is about. */
  other?: string
}

/** Something that happens in Stripe, and what access must then say. */
export interface Step {
  what: string
  /** Brought about before it happens, and before any sync begins that it overtakes. */
  before?(world: World): Promise<unknown>
  happen(world: World): Promise<unknown>
  /** Of the film that both plans include. */
  access: string
}

export interface Lifecycle {
  name: string
  steps: Step[]
}

const pass = ({ billing }: World, seconds: number) => {
  billing.services.clock.advance(seconds)
  billing.local.catchUp()
}

async function subscriptionsOf({ billing, member }: World) {
  const customer = await member.customer()
  const { data } = await billing.stripe.subscriptions.list({ customer, status: 'all' })
  return data.toSorted((a, b) => a.created - b.created)
}

async function first(world: World): Promise<Stripe.Subscription> {
  const [subscription] = await subscriptionsOf(world)
  if (subscription === undefined) throw new Error('there is no subscription')
  return subscription
}

const update = async (world: World, params: Stripe.SubscriptionUpdateParams) =>
  world.billing.stripe.subscriptions.update((await first(world)).id, params)

const cancel = async (world: World) =>
  world.billing.stripe.subscriptions.cancel((await first(world)).id)

const card = async ({ billing, member }: World) => {
  const customer = await member.customer()
  return billing.stripe.paymentMethods.attach('pm_card_visa', { customer })
}

const charge = async ({ billing, member }: World) => {
  const customer = await member.customer()
  const { data } = await billing.stripe.charges.list({ customer })
  return data.find(({ status }) => status === 'succeeded')?.id ?? ''
}

const dispute = async (world: World) => {
  const { data } = await world.billing.stripe.disputes.list({ charge: await charge(world) })
  return data[0]?.id ?? ''
}

const subscribe = (planId: string, number?: string): Step => ({
  what: `subscribes to ${planId}`,
  happen: async ({ billing, member }) =>
    member.pay(await member.checkout({ priceId: await billing.priceOf(planId) }), number),
  access: 'subscription',
})

const purchase = (kind: 'rent' | 'buy', access: string, number?: string): Step => ({
  what: `pays to ${kind}`,
  happen: async ({ billing, member }) =>
    member.pay(await member.checkout({ videoId: billing.video, kind }), number),
  access,
})

const refund = (access: string, amount?: number): Step => ({
  what: 'gets money back',
  happen: async (world) =>
    world.billing.stripe.refunds.create({ charge: await charge(world), ...(amount && { amount }) }),
  access,
})

const change = (planId: string): Step => ({
  what: `changes to ${planId}`,
  happen: async (world) => {
    const { id, items } = await first(world)
    const item = { id: items.data[0]?.id ?? '', price: await world.billing.priceOf(planId) }
    return world.billing.stripe.subscriptions.update(id, { items: [item] })
  },
  access: 'subscription',
})

const renew: Step = {
  what: 'a month goes by',
  happen: async (world) => pass(world, 31 * day + 2 * hour),
  access: 'subscription',
}

const cancelNow: Step = {
  what: 'is cancelled at once',
  happen: cancel,
  access: 'subscription_ended',
}

const byDebit: Step = {
  what: 'buys by bank debit, which takes days',
  happen: async ({ billing, member }) => {
    const sessionId = await member.checkout({ videoId: billing.video, kind: 'buy' })
    await billing.door(`/_local/checkout/sessions/${sessionId}/pay`, { method: 'bank_debit' })
  },
  access: 'not_entitled',
}

const debitComes: Step = {
  what: 'the money comes',
  happen: async (world) => {
    pass(world, 5 * day)
    const [session] = (await world.billing.stripe.checkout.sessions.list({ limit: 1 })).data
    const settle = `/_local/checkout/sessions/${session?.id}/settle`
    await world.billing.door(settle, { outcome: 'succeed' })
  },
  access: 'bought',
}

const trialFails: Step = {
  what: 'the first payment after the trial fails',
  happen: async (world) => pass(world, 14 * day + 2 * hour),
  access: 'subscription',
}

const planByDebit: Step = {
  what: 'subscribes by bank debit, which takes days',
  happen: async ({ billing, member }) => {
    const priceId = await billing.priceOf('standard')
    const sessionId = await member.checkout({ priceId })
    await billing.door(`/_local/checkout/sessions/${sessionId}/pay`, { method: 'bank_debit' })
  },
  access: 'payment_pending',
}

const planDebit = (outcome: 'succeed' | 'fail', access: string): Step => ({
  what: `the bank debit ends: ${outcome}`,
  happen: async (world) => {
    pass(world, 4 * day)
    const [session] = (await world.billing.stripe.checkout.sessions.list({ limit: 1 })).data
    await world.billing.door(`/_local/checkout/sessions/${session?.id}/settle`, { outcome })
  },
  access,
})

/** A second customer, made in the dashboard, with a plan of its own. */
const joined: Step = {
  what: 'a customer who paid elsewhere is joined to the person',
  // From here on it is the second customer whose events are lost or late: what the first paid is known.
  before: async ({ billing, member }) => {
    await syncCustomer(billing.services, await member.customer())
  },
  happen: async (world) => {
    const { billing, member } = world
    const { stripe } = billing
    const { id: customer } = await stripe.customers.create({
      email: member.email,
      metadata: { matinee_user: member.id },
    })
    const { id: method } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
    await stripe.subscriptions.create({
      customer,
      items: [{ price: await billing.priceOf('standard') }],
      default_payment_method: method,
    })
    world.other = customer
  },
  access: 'subscription',
}

export const lifecycles: Lifecycle[] = [
  {
    name: 'a plan by a bank debit that comes',
    steps: [planByDebit, planDebit('succeed', 'subscription'), renew],
  },
  {
    name: 'a plan by a bank debit that fails',
    steps: [planByDebit, planDebit('fail', 'payment_failed')],
  },
  {
    name: 'a plan by a bank debit whose invoice is taken back',
    steps: [
      planByDebit,
      {
        what: 'the operator voids the first invoice',
        happen: async (world) =>
          world.billing.stripe.invoices.voidInvoice(String((await first(world)).latest_invoice)),
        access: 'subscription_ended',
      },
    ],
  },
  {
    name: 'bought, then the customer is deleted, then money back',
    steps: [
      purchase('buy', 'bought'),
      {
        what: 'the customer is deleted',
        happen: async ({ billing, member }) =>
          billing.stripe.customers.del(await member.customer()),
        access: 'bought',
      },
      {
        what: 'and the payment is refunded',
        happen: async ({ billing }) => {
          const [newest] = (await billing.stripe.charges.list({ limit: 1 })).data
          return billing.stripe.refunds.create({ charge: newest?.id ?? '' })
        },
        access: 'refunded',
      },
    ],
  },
  {
    name: 'the product is archived and replaced by another',
    steps: [
      subscribe('standard'),
      {
        what: 'the product is archived, and another names the plan',
        happen: async ({ billing }) => {
          const { stripe } = billing
          const products = (await stripe.products.list({ active: true, limit: 100 })).data
          const old = products.find(({ metadata }) => metadata.matinee_plan === 'standard')
          if (old === undefined) throw new Error('there is no product')
          const made = await stripe.products.create({ name: old.name, metadata: old.metadata })
          await stripe.prices.create({
            product: made.id,
            currency: 'usd',
            unit_amount: 900,
            recurring: { interval: 'month' },
          })
          await stripe.products.update(old.id, { active: false })
        },
        access: 'subscription',
      },
      renew,
    ],
  },
  {
    name: 'two customers of one person',
    steps: [
      purchase('rent', 'rented'),
      joined,
      {
        what: 'what the second pays for is cancelled',
        happen: async ({ billing, other = '' }) => {
          const [found] = (await billing.stripe.subscriptions.list({ customer: other })).data
          return billing.stripe.subscriptions.cancel(found?.id ?? '')
        },
        access: 'rented',
      },
    ],
  },
  {
    name: 'an owed invoice is voided',
    steps: [
      subscribe('premium', '4000000000000341'),
      trialFails,
      {
        what: 'the operator voids what is owed',
        happen: async ({ billing, member }) => {
          const customer = await member.customer()
          const open = await billing.stripe.invoices.list({ customer, status: 'open' })
          return billing.stripe.invoices.voidInvoice(open.data[0]?.id ?? '')
        },
        access: 'subscription',
      },
    ],
  },

  { name: 'it renews and is cancelled', steps: [subscribe('standard'), renew, renew, cancelNow] },
  {
    name: 'trial, failure, recovery',
    steps: [
      subscribe('premium', '4000000000000341'),
      trialFails,
      {
        what: 'pays with another card',
        happen: async (world) => {
          const { id } = await card(world)
          const customer = await world.member.customer()
          const open = await world.billing.stripe.invoices.list({ customer, status: 'open' })
          await update(world, { default_payment_method: id })
          return world.billing.stripe.invoices.pay(open.data[0]?.id ?? '', { payment_method: id })
        },
        access: 'subscription',
      },
    ],
  },
  {
    name: 'trial, failure, lockout',
    steps: [
      subscribe('premium', '4000000000000341'),
      trialFails,
      {
        what: 'all retries fail',
        happen: async (world) => {
          for (let days = 0; days < 30; days += 2) pass(world, 2 * day)
        },
        access: 'subscription_ended',
      },
    ],
  },
  { name: 'up and down', steps: [subscribe('standard'), change('premium'), change('standard')] },
  {
    name: 'cancelled, resumed, ended',
    steps: [
      subscribe('standard'),
      {
        what: 'is set to end',
        happen: (world) => update(world, { cancel_at_period_end: true }),
        access: 'subscription',
      },
      {
        what: 'is resumed',
        happen: (world) => update(world, { cancel_at_period_end: false }),
        access: 'subscription',
      },
      {
        what: 'ends on a date',
        happen: async (world) => {
          const { items } = await first(world)
          const cancel_at = (items.data[0]?.current_period_start ?? 0) + 20 * day
          await update(world, { cancel_at })
          pass(world, 20 * day + 1)
        },
        access: 'subscription_ended',
      },
    ],
  },
  { name: 'money back for a month', steps: [subscribe('standard'), refund('refunded'), renew] },
  {
    name: 'bought, money back',
    steps: [purchase('buy', 'bought'), refund('bought', 300), refund('refunded')],
  },
  {
    name: 'dispute won',
    steps: [
      purchase('buy', 'disputed', '4000000000000259'),
      {
        what: 'the dispute is won',
        happen: async (world) =>
          world.billing.stripe.disputes.update(await dispute(world), {
            evidence: { uncategorized_text: 'winning_evidence' },
            submit: true,
          }),
        access: 'bought',
      },
    ],
  },
  {
    name: 'dispute lost',
    steps: [
      purchase('rent', 'disputed', '4000000000000259'),
      {
        what: 'the dispute is lost',
        happen: async (world) => world.billing.stripe.disputes.close(await dispute(world)),
        access: 'disputed',
      },
    ],
  },
  { name: 'a payment that takes days', steps: [byDebit, debitComes] },
  {
    name: 'deleted customer',
    steps: [
      subscribe('standard'),
      {
        what: 'the customer is deleted',
        happen: async ({ billing, member }) =>
          billing.stripe.customers.del(await member.customer()),
        access: 'not_entitled',
      },
    ],
  },
  {
    name: 'two subscriptions',
    steps: [
      subscribe('standard'),
      {
        what: 'the operator adds a second',
        happen: async (world) =>
          world.billing.stripe.subscriptions.create({
            customer: await world.member.customer(),
            items: [{ price: await world.billing.priceOf('premium') }],
            default_payment_method: (await card(world)).id,
          }),
        access: 'subscription',
      },
      { what: 'one is cancelled', happen: cancel, access: 'subscription' },
      {
        what: 'the other too',
        happen: async (world) => {
          const [, second] = await subscriptionsOf(world)
          return world.billing.stripe.subscriptions.cancel(second?.id ?? '')
        },
        access: 'subscription_ended',
      },
    ],
  },
  {
    name: 'paused and resumed',
    steps: [
      subscribe('standard'),
      {
        what: 'is paused for two months',
        happen: async (world) => {
          await update(world, { pause_collection: { behavior: 'void' } })
          pass(world, 32 * day)
          pass(world, 31 * day)
        },
        access: 'subscription_paused',
      },
      {
        what: 'goes on',
        happen: async (world) => {
          await update(world, { pause_collection: '' })
          pass(world, 31 * day + 2 * hour)
        },
        access: 'subscription',
      },
    ],
  },
]
