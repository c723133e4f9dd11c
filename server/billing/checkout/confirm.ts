import type { Subscription } from '../../../contract/accounts.ts'
import { say } from '../../../contract/words/server.ts'
import { idOf, isMissing, type Stripe } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'
import type { HolderDeps } from '../held.ts'
import { syncCustomer } from '../sync/sync.ts'

/** What a checkout has given. `pending`: completed, but the money has not come yet. */
export type Confirmation = { pending: boolean } & (
  | { subscription: Subscription | null }
  | { purchase: { id: string; videoId: string; kind: 'rent' | 'buy' } | null }
)

/**
 * What a person gets on return from checkout, at once, whether or not an event has come: stores what
 * Stripe says now and answers what the checkout gave.
 *
 * @throws MatineeError NOT_FOUND for a session that is not the user's own; what the SDK throws
 */
export async function confirmCheckout(
  deps: HolderDeps,
  userId: string,
  sessionId: string,
): Promise<Confirmation> {
  const { database, stripe } = deps
  const session = await findSession(stripe, sessionId)
  const customer = idOf(session?.customer)
  if (session === null || customer === null) {
    throw new MatineeError('NOT_FOUND', { detail: say('none.payment') })
  }
  const user = await database.user.findUniqueOrThrow({ where: { id: userId } })
  const owner = await database.stripeCustomer.findUnique({ where: { id: customer } })
  if (owner?.userId !== userId && user.stripeCustomerId !== customer) {
    throw new MatineeError('NOT_FOUND', {
      detail: say('billing.otherAccount'),
      members: { otherAccount: true },
    })
  }
  await syncCustomer(deps, customer)
  const pending = session.status === 'complete' && session.payment_status === 'unpaid'
  if (session.mode === 'subscription') {
    return { pending, subscription: (await deps.heldBy(userId)).subscription }
  }
  const purchase = await database.purchase.findFirst({
    where: { userId, OR: [{ id: session.id }, { id: { startsWith: `${session.id}:` } }] },
    orderBy: { id: 'asc' },
    select: { id: true, videoId: true, kind: true },
  })
  return { pending, purchase }
}

async function findSession(stripe: Stripe, id: string): Promise<Stripe.Checkout.Session | null> {
  try {
    return await stripe.checkout.sessions.retrieve(id)
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
