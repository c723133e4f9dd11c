import { isMissing, isStripeError } from '../clients/stripe.ts'
import type { BillingDeps } from '../services.ts'
import { syncCustomer } from './sync/sync.ts'

type Deps = Pick<BillingDeps, 'database' | 'stripe' | 'locks'>

/**
 * The user's Stripe customer, made on first need. To be called under the user's checkout lock, so
 * that there is one a user. Should this process die between the two steps, the customer left behind
 * in Stripe is empty and never used, or known by its metadata if it is.
 *
 * @throws what the Stripe SDK throws
 */
export async function customerOf(deps: Deps, userId: string): Promise<string> {
  const { database } = deps
  const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
  if (user.stripeCustomerId !== null) return user.stripeCustomerId
  const id = await createCustomer(deps, user)
  await database.$transaction([
    database.stripeCustomer.upsert({ where: { id }, create: { id, userId }, update: {} }),
    database.user.update({ where: { id: userId }, data: { stripeCustomerId: id } }),
  ])
  return id
}

/** Stripe takes fewer addresses than mail servers do: without one it mails no receipts, and sells. */
async function createCustomer(
  { stripe }: Deps,
  { id, email }: { id: string; email: string },
): Promise<string> {
  const metadata = { matinee_user: id }
  try {
    return (await stripe.customers.create({ email, metadata })).id
  } catch (error) {
    if (!isStripeError(error) || error.code !== 'email_invalid') throw error
    return (await stripe.customers.create({ metadata })).id
  }
}

/** The same for a caller that holds no lock yet. */
export const ensureCustomer = (deps: Deps, userId: string): Promise<string> =>
  deps.locks.hold(`checkout:${userId}`, () => customerOf(deps, userId))

/**
 * Does something with the user's customer. One that Stripe has deleted, or never knew, is let go
 * first, with what it gave; then there is none.
 *
 * @throws what the Stripe SDK and `work` throw
 */
export async function withCustomer<T>(
  deps: BillingDeps,
  userId: string,
  work: (customer: string) => Promise<T>,
  otherwise: () => T | Promise<T>,
): Promise<T> {
  const { stripeCustomerId } = await deps.database.user.findUniqueOrThrow({ where: { id: userId } })
  if (stripeCustomerId === null) return otherwise()
  try {
    return await work(stripeCustomerId)
  } catch (error) {
    if (!isMissing(error)) throw error
    const { changes } = await syncCustomer(deps, stripeCustomerId)
    if (!changes.includes('customer_deleted')) throw error
    return otherwise()
  }
}

/** All customers of a person that Stripe still has, those that were known first first. */
export const customersOf = async ({ database }: Deps, userId: string): Promise<string[]> => {
  const rows = await database.stripeCustomer.findMany({
    where: { userId, goneAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id }) => id)
}

/** The same, with one that was never looked at yet. */
export async function customersToSync(deps: Deps, userId: string): Promise<string[]> {
  const known = await customersOf(deps, userId)
  const { stripeCustomerId } = await deps.database.user.findUniqueOrThrow({ where: { id: userId } })
  return [...new Set([...known, ...(stripeCustomerId === null ? [] : [stripeCustomerId])])]
}

/** Brings everything of a person up to date with Stripe. */
export async function syncPerson(deps: BillingDeps, userId: string): Promise<void> {
  for (const customer of await customersToSync(deps, userId)) await syncCustomer(deps, customer)
}
