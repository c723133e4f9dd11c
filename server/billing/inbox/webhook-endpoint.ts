import Stripe from 'stripe'
import { say } from '../../../contract/words/server.ts'
import { audit } from '../../audit/audit.ts'
import { seal, unseal } from '../../clients/seal.ts'
import { allPages, isMissing } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'
import type { BillingDeps } from '../../services.ts'
import { pushPortal } from '../plans/push-portal.ts'
import { syncPlans } from '../plans/sync-plans.ts'
import { webhookEvents } from './event-subject.ts'

/** Names the endpoints that were made here among Stripe's. */
const mark = 'matinee_webhook'

const urlOf = ({ config }: Pick<BillingDeps, 'config'>) => `${config.PUBLIC_URL}/webhooks/stripe`

/** Whether Stripe's events can be believed when they come. */
export async function hasWebhook({
  config,
  database,
}: Pick<BillingDeps, 'config' | 'database'>): Promise<boolean> {
  if (config.STRIPE_WEBHOOK_SECRETS !== undefined) return true
  const keys = config.JWT_SECRETS.split(',')
  const rows = await database.webhookEndpoint.findMany({ where: { url: urlOf({ config }) } })
  return rows.some(({ secret }) => unseal(secret, keys) !== null)
}

/** Why no event comes, or is not believed when it does: there is no endpoint, or what is wrong with it. */
export type WebhookTrouble = 'none' | 'elsewhere' | 'sealed' | 'gone' | 'disabled'

/**
 * What is wrong with the endpoint for Stripe's events; null where nothing is. Secrets that were given by a
 * setting belong to an endpoint whose address nobody told us.
 */
export async function webhookTrouble(
  deps: Pick<BillingDeps, 'config' | 'database' | 'stripe'>,
): Promise<WebhookTrouble | null> {
  const { config, database, stripe } = deps
  if (config.STRIPE_WEBHOOK_SECRETS !== undefined) return null
  // A database that is away is told as that, and not as a fault of Stripe's.
  const rows = await database.webhookEndpoint.findMany().catch(() => null)
  if (rows === null) return null
  if (rows.length === 0) return 'none'
  const here = rows.filter(({ url }) => url === urlOf(deps))
  if (here.length === 0) return 'elsewhere'
  const keys = config.JWT_SECRETS.split(',')
  const believed = here.find(({ secret }) => unseal(secret, keys) !== null)
  if (believed === undefined) return 'sealed'
  const status = await stripe.webhookEndpoints.retrieve(believed.id).then(
    (endpoint) => endpoint.status,
    (error: unknown) => {
      if (isMissing(error)) return 'gone'
      // A restricted key need not be one that may read endpoints.
      if (error instanceof Stripe.errors.StripePermissionError) return 'enabled'
      throw error
    },
  )
  if (status === 'gone') return 'gone'
  return status === 'enabled' ? null : 'disabled'
}

/**
 * Makes in Stripe what a site needs there: an endpoint for its events, whose secret is kept sealed,
 * and the billing portal. Again, it changes nothing that is right.
 *
 * @throws MatineeError CONFLICT where Stripe does not take the address; what the Stripe SDK throws
 */
export const connectStripe = (deps: BillingDeps, actorId: string): Promise<void> =>
  deps.locks.hold('connect-stripe', async () => {
    await makeEndpoint(deps, actorId)
    await syncPlans(deps)
    await pushPortal(deps)
  })

async function makeEndpoint(deps: BillingDeps, actorId: string): Promise<void> {
  const { stripe, database, config } = deps
  const url = urlOf(deps)
  const keys = config.JWT_SECRETS.split(',')
  const all = await allPages(stripe.webhookEndpoints.list({ limit: 100 }))
  const ours = all.filter((one) => one.metadata[mark] !== undefined && one.url === url)
  for (const { id, status } of ours) {
    const row = await database.webhookEndpoint.findUnique({ where: { id } })
    if (row !== null && unseal(row.secret, keys) !== null) {
      const rest = {
        enabled_events: [...webhookEvents],
        ...(status !== 'enabled' && { disabled: false }),
      }
      await stripe.webhookEndpoints.update(id, rest)
      return
    }
    // Its secret was never kept, or cannot be read any more: nothing that it sends can be believed.
    await stripe.webhookEndpoints.del(id).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
  }
  const made = await stripe.webhookEndpoints
    .create({ url, enabled_events: [...webhookEvents], metadata: { [mark]: 'yes' } })
    .catch((error: unknown) => {
      const refused = error instanceof Stripe.errors.StripeInvalidRequestError
      if (!refused || error.param !== 'url') throw error
      throw new MatineeError('CONFLICT', {
        detail: say('billing.webhookAddress', { url }),
        cause: error,
      })
    })
  const secret = seal(made.secret ?? '', keys)
  await database.$transaction(async (tx) => {
    await tx.webhookEndpoint.deleteMany({ where: { url } })
    await tx.webhookEndpoint.create({ data: { id: made.id, url, secret } })
    const details = { endpoint: made.id, url }
    await audit(tx, { actorId, action: 'stripe.connected', subject: 'site', details })
  })
}
