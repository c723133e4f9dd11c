import { createUser } from '../accounts/users.ts'
import { ensureCustomer } from '../billing/customers.ts'
import { syncCustomer } from '../billing/sync/sync.ts'
import type { Services } from '../services.ts'

export interface DemoAccount {
  email: string
  password: string
}

export interface DemoAccounts {
  admin: DemoAccount
  /** Subscribed. */
  member: DemoAccount
  /** Not subscribed. */
  visitor: DemoAccount
}

/** Printed at every start: they open nothing but this machine. */
const demoAccounts: DemoAccounts = {
  admin: { email: 'admin@matinee.local', password: 'matinee-admin' },
  member: { email: 'member@matinee.local', password: 'matinee-member' },
  visitor: { email: 'visitor@matinee.local', password: 'matinee-visitor' },
}

async function ensureUser(
  { database, clock }: Services,
  account: DemoAccount,
  role: 'admin' | 'member',
): Promise<string> {
  const { email } = account
  const user = await database.user.findUnique({ where: { email } })
  return user?.id ?? (await createUser(database, { ...account, role, now: clock.now() })).id
}

/** A subscription made as a checkout makes one: a card on file, then the plan's monthly price. */
async function subscribe(services: Services, userId: string): Promise<void> {
  const customer = await ensureCustomer(services, userId)
  const { database, stripe } = services
  const [plan] = await database.plan.findMany({
    where: { active: true },
    orderBy: { rank: 'asc' },
    include: { prices: { where: { active: true }, orderBy: { amount: 'asc' } } },
  })
  const price = plan?.prices[0]
  if (price === undefined) return
  const known = await stripe.subscriptions.list({ customer, status: 'all', limit: 1 })
  if (known.data.length === 0) {
    const card = await stripe.paymentMethods.attach('pm_card_visa', { customer })
    await stripe.subscriptions.create({
      customer,
      items: [{ price: price.id }],
      default_payment_method: card.id,
    })
  }
  await syncCustomer(services, customer)
}

/**
 * The three accounts to try everything with; one that is there stays as it is.
 *
 * @param ownStripe whether the member may be subscribed in this Stripe account
 */
export async function seedAccounts(services: Services, ownStripe: boolean): Promise<DemoAccounts> {
  await ensureUser(services, demoAccounts.admin, 'admin')
  await ensureUser(services, demoAccounts.visitor, 'member')
  const { email } = demoAccounts.member
  const known = await services.database.user.findUnique({ where: { email } })
  const memberId = known?.id ?? (await ensureUser(services, demoAccounts.member, 'member'))
  if (ownStripe && known?.stripeCustomerId == null) await subscribe(services, memberId)
  return demoAccounts
}
