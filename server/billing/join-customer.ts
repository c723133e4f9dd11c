import type { UnclaimedCustomer } from '../../contract/payments.ts'
import { say } from '../../contract/words/server.ts'
import { audit } from '../audit/audit.ts'
import { lockWithin } from '../clients/locks.ts'
import { isMissing, type Stripe } from '../clients/stripe.ts'
import { MatineeError } from '../errors.ts'
import type { BillingDeps } from '../services.ts'
import { syncCustomer } from './sync/sync.ts'

/**
 * Joins a customer in Stripe to a person, beside those that they have: one made by a payment link, or
 * in the dashboard. Stripe is told too, so that it is known by its metadata.
 *
 * @throws MatineeError NOT_FOUND for an unknown person or customer, CONFLICT for another's, and for a person
 *   who has not shown that their address is theirs; what the Stripe SDK throws
 */
export async function joinCustomer(
  deps: BillingDeps,
  userId: string,
  customerId: string,
  actorId: string | null,
): Promise<void> {
  const { database, stripe } = deps
  const user = await database.user.findUnique({ where: { id: userId } })
  if (user === null) throw new MatineeError('NOT_FOUND', { detail: say('none.account') })
  const customer = await findCustomer(stripe, customerId)
  if (customer === null) {
    throw new MatineeError('NOT_FOUND', { detail: say('billing.noCustomer') })
  }
  const known = await database.stripeCustomer.findUnique({ where: { id: customerId } })
  if (known !== null && known.userId !== userId) {
    throw ofAnother()
  }
  if (known === null && user.emailVerifiedAt === null) {
    throw new MatineeError('CONFLICT', { detail: say('billing.joinUnverified') })
  }
  if (known === null) await claim(database, { customerId, userId, actorId })
  if (customer.metadata.matinee_user !== userId) {
    await stripe.customers.update(customerId, { metadata: { matinee_user: userId } })
  }
  await syncCustomer(deps, customerId)
}

/** Of two who join it to different people at once one is refused. @throws MatineeError CONFLICT */
async function claim(
  database: BillingDeps['database'],
  { customerId, userId, actorId }: { customerId: string; userId: string; actorId: string | null },
): Promise<void> {
  await database.$transaction(async (tx) => {
    await lockWithin(tx, `join ${customerId}`)
    const other = await tx.stripeCustomer.findUnique({ where: { id: customerId } })
    if (other?.userId === userId) return
    if (other !== null) throw ofAnother()
    await tx.stripeCustomer.create({ data: { id: customerId, userId } })
    const about = { action: 'customer.joined', subject: `user:${userId}` } as const
    await audit(tx, { actorId, ...about, details: { customer: customerId } })
  })
}

const ofAnother = () => new MatineeError('CONFLICT', { detail: say('billing.othersCustomer') })

async function findCustomer(stripe: Stripe, id: string): Promise<Stripe.Customer | null> {
  try {
    const customer = await stripe.customers.retrieve(id)
    return customer.deleted ? null : customer
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

const mostShown = 20
/** Events that say that money came. */
const paying = ['checkout.session.completed', 'invoice.paid', 'charge.succeeded']

/**
 * Customers who paid in the last while and who are nobody's here, with the account whose e-mail
 * address fits, if its owner has proved that it is theirs.
 *
 * @throws what the Stripe SDK throws
 */
export async function unclaimedCustomers({
  database,
  stripe,
}: BillingDeps): Promise<UnclaimedCustomer[]> {
  const rows = await database.$queryRaw<{ id: string; at: Date }[]>`
    select substr(e.subject, 10) as id, max(e."createdAt") as at from "StripeEvent" e
    where e.type = any(${paying}) and e.subject like 'customer:%' and e.status = 'processed'
      and not exists (select 1 from "StripeCustomer" c where c.id = substr(e.subject, 10))
    group by e.subject order by at desc limit ${mostShown}`
  const found = await Promise.all(
    rows.map(async ({ id, at }) => ({ at, customer: await findCustomer(stripe, id) })),
  )
  const emails = found.flatMap(({ customer }) => customer?.email?.toLowerCase() ?? [])
  const users = await database.user.findMany({
    where: { email: { in: emails }, emailVerifiedAt: { not: null } },
    select: { id: true, email: true },
  })
  return found.flatMap(({ customer, at }) =>
    customer === null
      ? []
      : [
          {
            customerId: customer.id,
            email: customer.email,
            name: customer.name ?? null,
            lastEventAt: at.toISOString(),
            fits: users.find(({ email }) => email === customer.email?.toLowerCase()) ?? null,
          },
        ],
  )
}
