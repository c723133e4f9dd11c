import type { MailWording } from '../../../contract/mail-texts.ts'
import { defaultSite } from '../../../contract/site-defaults.ts'
import { say } from '../../../contract/words/server.ts'
import { isRefusedAddress, type Mail } from '../../clients/mailer.ts'
import type { BillingDeps } from '../../services.ts'
import { ownWording } from '../../site/mail-texts.ts'
import { filled, spokenIn, usualWording } from '../../site/mail-wording.ts'
import { graceUntil } from '../subscription-terms.ts'

interface Failure {
  since: Date
  graceDays: number
  publicUrl: string
  /** Stripe's page on which the payment can be confirmed, or made with another card. */
  confirmUrl: string | null
  kind: OwedKind
  /** What they read. */
  language: string
  siteName: string
  /** The operator's own words, where there are any. */
  own: MailWording | null
}

type OwedKind = 'paymentFailed' | 'confirmationNeeded'

/** Where only its owner can say yes to it, no other card is asked for. */
const kindOf = ({ needsConfirmation, confirmUrl }: Untold): OwedKind =>
  needsConfirmation && confirmUrl !== null ? 'confirmationNeeded' : 'paymentFailed'

/** What someone is written when a renewal fails, or waits for them. */
export function paymentFailureMail(
  to: string,
  { since, graceDays, publicUrl, confirmUrl, kind, language, siteName, own }: Failure,
): Mail {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const until = graceDays > 0 ? date.format(graceUntil(since, graceDays)) : null
  const words = say.in(language)
  const account = `${publicUrl}/account`
  const meanwhile = words('mails.paymentFailed.meanwhile', { until })
  const confirm = confirmUrl === null ? '' : words('mails.paymentFailed.confirm', { confirmUrl })
  const values: Record<string, string> =
    kind === 'paymentFailed'
      ? { siteName, link: account, meanwhile, confirm }
      : { siteName, link: confirmUrl ?? account, meanwhile, account }
  return { to, ...spokenIn(own, language), ...filled(own ?? usualWording(kind, language), values) }
}

/** A mail that has not gone out by then is tried again: its process has died, or the mail server would not have it. */
const sendingMs = 5 * 60_000
const batchSize = 100

interface Untold {
  userId: string
  email: string
  since: Date
  confirmUrl: string | null
  needsConfirmation: boolean
  language: string
  siteName: string | null
}

/**
 * Writes to everyone, or to one person, who owes a payment and has not been told of it: once for
 * each payment that fails. A mail that cannot be sent now, or whose process dies before it has gone
 * out, is sent another time; only a process that dies right after sending has it sent twice. Where no
 * mail server is set, nobody counts as told.
 *
 * @param signal ends it between two mails
 */
export async function tellOfPaymentFailures(
  deps: BillingDeps,
  userId?: string,
  signal?: AbortSignal,
): Promise<void> {
  if (deps.mailer.sends === false) return
  for (;;) {
    const by = sentBy(deps)
    const batch = await claimUntold(deps, userId ?? null, by)
    for (const untold of batch) {
      if (signal?.aborted) return
      await tell(deps, untold, by)
    }
    if (batch.length < batchSize) return
  }
}

const sentBy = ({ clock }: BillingDeps) => new Date(clock.now().getTime() + sendingMs)

/** Takes those who are to be told, so that no other process tells them meanwhile. */
function claimUntold(
  { database, clock }: BillingDeps,
  userId: string | null,
  by: Date,
): Promise<Untold[]> {
  const now = clock.now()
  return database.$queryRaw<Untold[]>`
    with owing as (
      select u.id, u.email,
        coalesce(u.language, (select language from "SiteSetting"), 'en') as language, max(s."pastDueSince") as since, max(s."confirmUrl") as "confirmUrl",
        bool_or(s."needsConfirmation") as "needsConfirmation",
        (select name from "SiteSetting") as "siteName"
      from "Subscription" s join "User" u on u.id = s."userId"
      where s."pastDueSince" is not null and s.status in ('past_due', 'active')
        and (${userId}::uuid is null or s."userId" = ${userId}::uuid)
        and u."disabledAt" is null
        and (u."paymentFailureToldOf" is null or u."paymentFailureToldOf" < s."pastDueSince")
        and (u."paymentFailureMailBy" is null or u."paymentFailureMailBy" <= ${now}::timestamptz)
      group by u.id limit ${batchSize}
    ), claimed as (
      update "User" u set "paymentFailureMailBy" = ${by}::timestamptz from owing
      where u.id = owing.id
        and (u."paymentFailureMailBy" is null or u."paymentFailureMailBy" <= ${now}::timestamptz)
      returning u.id
    )
    select id as "userId", email, language, since, "confirmUrl", "needsConfirmation", "siteName" from owing join claimed using (id)`
}

/** Each mail has its time, also the last of a batch. @returns false where another process has taken it */
async function begin(deps: BillingDeps, id: string, claimedBy: Date): Promise<boolean> {
  const { count } = await deps.database.user.updateMany({
    where: { id, paymentFailureMailBy: claimedBy },
    data: { paymentFailureMailBy: sentBy(deps) },
  })
  return count > 0
}

async function tell(deps: BillingDeps, untold: Untold, claimedBy: Date): Promise<void> {
  const { database, mailer, config, log } = deps
  const { userId: id, email, since, confirmUrl, language, siteName } = untold
  const kind = kindOf(untold)
  const { PAST_DUE_GRACE_DAYS: graceDays, PUBLIC_URL: publicUrl } = config
  const failure = { since, graceDays, publicUrl, confirmUrl, kind, language }
  const own = await ownWording(database, kind)
  const name = siteName ?? defaultSite.name
  if (!(await begin(deps, id, claimedBy))) return
  try {
    await mailer.send(paymentFailureMail(email, { ...failure, siteName: name, own }))
  } catch (err) {
    log.warn({ err, userId: id }, 'a mail about a failed payment could not be sent')
    // There is no such mailbox: trying again would only be refused again.
    if (!isRefusedAddress(err)) return
  }
  await database.user.update({
    where: { id },
    data: { paymentFailureMailBy: null, paymentFailureToldOf: since },
  })
}
