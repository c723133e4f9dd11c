import type { Mail } from '../clients/mailer.ts'
import type { BillingContext } from './context.ts'
import { graceUntil } from './grace.ts'

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

/**
 * Writes to everyone, or to one person, who owes a payment and has not been told of it: once for
 * each payment that fails. A mail that cannot be sent now is sent another time.
 */
export async function tellOfPaymentFailures(
  { database, mailer, config, log }: BillingContext,
  userId?: string,
): Promise<void> {
  const owing = await database.subscription.findMany({
    where: { status: 'past_due', pastDueSince: { not: null }, ...(userId && { userId }) },
    include: { user: true },
  })
  for (const { user, pastDueSince } of owing) {
    if (pastDueSince === null || user.disabledAt !== null) continue
    const { id, email, paymentFailureToldOf: before } = user
    if (before !== null && before >= pastDueSince) continue
    // Whoever changes the row sends the mail, so that it goes out once.
    const { count } = await database.user.updateMany({
      where: { id, paymentFailureToldOf: before },
      data: { paymentFailureToldOf: pastDueSince },
    })
    if (count === 0) continue
    const mail = paymentFailureMail(email, {
      since: pastDueSince,
      graceDays: config.PAST_DUE_GRACE_DAYS,
      publicUrl: config.PUBLIC_URL,
    })
    await mailer.send(mail).catch(async (err: unknown) => {
      log.warn({ err, userId: id }, 'a mail about a failed payment could not be sent')
      await database.user.updateMany({
        where: { id, paymentFailureToldOf: pastDueSince },
        data: { paymentFailureToldOf: before },
      })
    })
  }
}
