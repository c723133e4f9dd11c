import type { Stripe } from '../../clients/stripe.ts'
import { refusesCurrency } from '../../clients/stripe-refusals.ts'
import type { BillingDeps } from '../../services.ts'
import { customerOf, syncPerson } from '../customers.ts'
import { notBegun } from '../subscription-terms.ts'
import { closePage } from './close-page.ts'
import { sharedBy } from './shared-work.ts'
import { refuseUnderWay } from './under-way.ts'

/** One thing that a checkout page can sell to one person, as they stand now. */
export interface Sellable {
  /** Of one subject a person has at most one page open: "plan" or "video:<video>". */
  subject: string
  /** What is asked and given: a page with other terms is closed, not shared. */
  terms: string
  /** What it is sold in, where Stripe may be left to choose. */
  currencies?: readonly string[]
  /** What Stripe needs besides the customer. */
  params: Stripe.Checkout.SessionCreateParams
  /**
   * Refuses a person who has it already, by what is stored.
   *
   * @throws MatineeError ALREADY_SUBSCRIBED, CONFLICT
   */
  refuseOwners(): Promise<void>
}

/** A page about to expire is not handed out again. */
const leastLifeMs = 10 * 60_000

/**
 * The address of a checkout page. Two clicks or two tabs get the same page, and whoever has just
 * paid on it is refused: all of a person's checkouts are opened one after the other, and what is
 * stored is brought up to date in between.
 *
 * @param sell what is sold, and how, by what is stored of the person when it is asked
 * @throws MatineeError from `sell` and `refuseOwners`, CONFLICT for what is being paid for already;
 *   what the Stripe SDK throws
 */
export async function openCheckout(
  deps: BillingDeps,
  userId: string,
  sell: () => Promise<Sellable>,
): Promise<string> {
  const { subject, terms } = await sell()
  return sharedBy(userId, `checkout ${subject} ${terms}`, () =>
    deps.locks.hold(`checkout:${userId}`, () => openUnderLock(deps, userId, sell)),
  )
}

async function openUnderLock(
  deps: BillingDeps,
  userId: string,
  sell: () => Promise<Sellable>,
): Promise<string> {
  await syncPerson(deps, userId)
  // Only now: a trial may have been used up in Stripe's own pages.
  const sellable = await sell()
  await refuseTwice(deps, userId, sellable)
  // One that Stripe has deleted or does not know was let go: then a new one is made.
  const customer = await customerOf(deps, userId)
  await cancelNotBegun(deps, userId, sellable)
  return (
    (await reuseOpenPage(deps, userId, sellable)) ??
    (await openPage(deps, userId, customer, sellable))
  )
}

/** Refuses to sell what they have, or are paying for. */
async function refuseTwice(
  deps: BillingDeps,
  userId: string,
  { subject, refuseOwners }: Sellable,
): Promise<void> {
  await refuseOwners()
  await refuseUnderWay(deps, userId, subject)
}

/**
 * A subscription whose first payment never went through could still be paid from an e-mail, or be
 * charged when it renews, beside the one now bought.
 */
async function cancelNotBegun(
  { database, stripe }: BillingDeps,
  userId: string,
  { subject }: Sellable,
): Promise<void> {
  if (subject !== 'plan') return
  const left = await database.subscription.findMany({ where: { userId, ...notBegun } })
  for (const { id } of left) await stripe.subscriptions.cancel(id)
}

/**
 * The page already open for the same terms; one with others is closed.
 *
 * @throws what Stripe refuses to close a page with: two pages of one thing are never open
 */
async function reuseOpenPage(
  deps: BillingDeps,
  userId: string,
  sellable: Sellable,
): Promise<string | null> {
  const { database, stripe, clock } = deps
  const { subject, terms } = sellable
  const where = { userId_subject: { userId, subject } }
  const open = await database.checkoutSession.findUnique({ where })
  if (open === null) return null
  const { status, expires_at } = await stripe.checkout.sessions.retrieve(open.id)
  const left = expires_at * 1000 - clock.now().getTime()
  if (status === 'open' && open.terms === terms && left > leastLifeMs) return open.url
  const ended = status === 'open' ? await closePage(stripe, open.id) : status
  if (ended === 'complete') {
    // Perhaps paid since the last look.
    await syncPerson(deps, userId)
    await refuseTwice(deps, userId, sellable)
  }
  return null
}

async function openPage(
  { database, stripe }: BillingDeps,
  userId: string,
  customer: string,
  sellable: Sellable,
): Promise<string> {
  const { subject, terms, params } = sellable
  const asked = { ...params, customer, client_reference_id: userId }
  const session = await stripe.checkout.sessions
    .create(asked)
    .catch((error: unknown) => inTheirCurrency(stripe, asked, sellable, error))
  if (session.url === null) throw new Error(`checkout ${session.id} has no page`)
  const row = {
    id: session.id,
    terms,
    url: session.url,
    expiresAt: new Date(session.expires_at * 1000),
  }
  await database.checkoutSession.upsert({
    where: { userId_subject: { userId, subject } },
    create: { ...row, userId, subject },
    update: row,
  })
  return session.url
}

/**
 * Stripe lets a customer pay in one currency alone as long as anything of theirs runs in it: the page
 * is then in that, where it is sold in it.
 *
 * @throws what Stripe refused with, where that does not help
 */
async function inTheirCurrency(
  stripe: Stripe,
  { currency, ...asked }: Stripe.Checkout.SessionCreateParams & { customer: string },
  { currencies = [] }: Sellable,
  refusal: unknown,
): Promise<Stripe.Checkout.Session> {
  if (currency === undefined || !refusesCurrency(refusal)) throw refusal
  const customer = await stripe.customers.retrieve(asked.customer)
  const theirs = customer.deleted ? null : customer.currency
  if (theirs == null || !currencies.includes(theirs)) throw refusal
  return stripe.checkout.sessions.create(asked)
}
