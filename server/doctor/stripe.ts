import { type WebhookTrouble, webhookTrouble } from '../billing/inbox/webhook-endpoint.ts'
import { allPages, isLiveKey, isMissing } from '../clients/stripe.ts'
import type { Services } from '../services.ts'
import type { Todo } from './finding.ts'

/** Products can be read with every key that Matinee can work with; none on sale is no failure yet. */
export async function lookAtStripe(services: Services): Promise<string | Todo> {
  const { stripe, config } = services
  const mode = isLiveKey(config.STRIPE_SECRET_KEY) ? 'live' : 'test'
  const products = await allPages(stripe.products.list({ active: true, limit: 100 }))
  const plans = products.filter(({ metadata }) => metadata.matinee_plan !== undefined)
  await refuseOtherAccount(services, mode)
  const onSale = plans.length === 1 ? '1 plan is on sale' : `${plans.length} plans are on sale`
  const advice =
    plans.length === 0 ? ': make one in the studio, or add some with `matinee plans push FILE`' : ''
  // Events that do not come, or are not believed, look like an account in which nobody pays or cancels.
  const trouble = await webhookTrouble(services)
  const says = (more = '') => `answers in ${mode} mode; ${more}${onSale}${advice}`
  if (trouble === null) return says()
  const sentence = webhookTroubles[trouble](`${config.PUBLIC_URL}/webhooks/stripe`)
  if (trouble === 'none') return { todo: says(`${sentence}; `) }
  throw new Error(sentence)
}

const connect = 'press Connect Stripe in the studio'
const webhookTroubles: Record<WebhookTrouble, (url: string) => string> = {
  none: () => `no webhook is known: ${connect}, or set STRIPE_WEBHOOK_SECRETS`,
  elsewhere: (url) =>
    `no webhook leads to ${url}, though one led to another PUBLIC_URL: ${connect}`,
  sealed: () =>
    `the webhook’s secret cannot be opened with any of JWT_SECRETS any more: ${connect}`,
  gone: (url) => `Stripe has no webhook for ${url} any more: ${connect}`,
  disabled: (url) => `Stripe has switched off the webhook for ${url}: ${connect}`,
}

/** When Stripe knows none of the customers who were here last, its key is not of the same account. */
async function refuseOtherAccount({ stripe, database }: Services, mode: string): Promise<void> {
  const rows = await database.stripeCustomer
    .findMany({ where: { goneAt: null }, orderBy: { createdAt: 'desc' }, take: 3 })
    .catch(() => [])
  const found = await Promise.all(
    rows.map(({ id }) =>
      stripe.customers.retrieve(id).then(
        () => true,
        (error: unknown) => !isMissing(error),
      ),
    ),
  )
  if (found.length === 0 || found.includes(true)) return
  throw new Error(
    `Stripe knows none of the customers in the database: STRIPE_SECRET_KEY is of another account, or its ${mode} mode is not the one that they paid in. Set the right key before anything is sold.`,
  )
}
