import type { Mail } from '../clients/mailer.ts'
import type { User } from '../clients/prisma/client.ts'
import type { BillingDeps } from '../services.ts'
import { graceUntil } from './subscription-terms.ts'

/** What someone is written when a renewal fails. */
export function paymentFailureMail(
  to: string,
  { since, graceDays, publicUrl }: { since: Date; graceDays: number; publicUrl: string },
): Mail {
  const until = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(
    graceUntil(since, graceDays),
  )
  const meanwhile =
    graceDays > 0
      ? `Films keep playing until ${until}.`
      : 'Until it is paid, films of your plan do not play.'
  return {
    to,
    subject: 'Your payment did not go through',
    text: `We could not collect the payment for your plan. ${meanwhile}

Update your card here, and everything goes on as before:
${publicUrl}/account

If you have changed your card already, there is nothing to do: the payment is tried again.
`,
  }
}

/** A process that has not sent a mail by then has died. */
const sendingMs = 5 * 60_000

/**
 * Writes to everyone, or to one person, who owes a payment and has not been told of it: once for
 * each payment that fails. A mail that cannot be sent now, or whose process dies before it has gone
 * out, is sent another time; only a process that dies right after sending has it sent twice.
 */
export async function tellOfPaymentFailures(deps: BillingDeps, userId?: string): Promise<void> {
  const owing = await deps.database.subscription.findMany({
    where: {
      status: 'past_due',
      pastDueSince: { not: null },
      user: { disabledAt: null },
      ...(userId && { userId }),
    },
    include: { user: true },
  })
  for (const { user, pastDueSince } of owing) {
    if (pastDueSince !== null) await tell(deps, user, pastDueSince)
  }
}

async function tell(
  { database, mailer, clock, config, log }: BillingDeps,
  { id, email }: Pick<User, 'id' | 'email'>,
  since: Date,
): Promise<void> {
  const now = clock.now()
  const untold = { OR: [{ paymentFailureToldOf: null }, { paymentFailureToldOf: { lt: since } }] }
  const unclaimed = {
    OR: [{ paymentFailureMailBy: null }, { paymentFailureMailBy: { lte: now } }],
  }
  // Whoever changes the row sends the mail, so that it goes out once.
  const { count } = await database.user.updateMany({
    where: { id, AND: [untold, unclaimed] },
    data: { paymentFailureMailBy: new Date(now.getTime() + sendingMs) },
  })
  if (count === 0) return
  const { PAST_DUE_GRACE_DAYS: graceDays, PUBLIC_URL: publicUrl } = config
  const sent = await mailer
    .send(paymentFailureMail(email, { since, graceDays, publicUrl }))
    .then(() => true)
    .catch((err: unknown) => {
      log.warn({ err, userId: id }, 'a mail about a failed payment could not be sent')
      return false
    })
  await database.user.update({
    where: { id },
    data: { paymentFailureMailBy: null, ...(sent && { paymentFailureToldOf: since }) },
  })
}
