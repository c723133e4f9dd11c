import type { Subscription } from '../../contract/accounts.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Mailer } from '../clients/mailer.ts'

/** What the routes of accounts work with. */
export interface AccountOptions {
  database: Database
  mailer: Mailer
  clock: Clock
  publicUrl: string
  siteName: string
  /** AUTH_ATTEMPTS_PER_MINUTE, by account and by client address. */
  attemptsPerMinute: number
  /** What billing knows of the account; null without a subscription. */
  subscriptionOf(userId: string): Promise<Subscription | null>
}
