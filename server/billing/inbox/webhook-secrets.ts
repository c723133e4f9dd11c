import { unseal } from '../../clients/seal.ts'
import type { BillingDeps } from '../../services.ts'

type SecretDeps = Pick<BillingDeps, 'config' | 'clock' | 'database'>

/** Strangers can send what nobody has signed: it is not to cost a query each. */
const askEveryMs = 1_000

export interface WebhookSecrets {
  /** What this process knows. */
  known(): readonly string[]
  /** What is stored now, or was within the last second. */
  newest(): Promise<readonly string[]>
}

/** The secrets of STRIPE_WEBHOOK_SECRETS, and of the endpoints that were made from the studio. */
export function openWebhookSecrets({ config, clock, database }: SecretDeps): WebhookSecrets {
  const given = config.STRIPE_WEBHOOK_SECRETS?.split(',') ?? []
  let known = given
  let askedAt = Number.NEGATIVE_INFINITY
  let asking: Promise<readonly string[]> = Promise.resolve(given)

  async function ask(): Promise<readonly string[]> {
    const rows = await database.webhookEndpoint.findMany()
    const keys = config.JWT_SECRETS.split(',')
    known = [...given, ...rows.flatMap(({ secret }) => unseal(secret, keys) ?? [])]
    return known
  }

  return {
    known: () => known,
    newest() {
      // Those who come meanwhile wait for the same answer.
      if (clock.monotonic() - askedAt < askEveryMs) return asking
      askedAt = clock.monotonic()
      asking = ask()
      return asking
    },
  }
}
