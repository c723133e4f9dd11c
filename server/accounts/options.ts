import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignedInUser, Subscription } from '../../contract/accounts.ts'
import type { Clock } from '../clients/clock.ts'
import type { Database } from '../clients/database.ts'
import type { Mailer } from '../clients/mailer.ts'
import type { CodeTries } from './code-tries.ts'
import type { SignedIn } from './sign-in.ts'
import type { SignInBrake } from './sign-in-brake.ts'

/** What the routes of accounts are given. */
export interface AccountOptions {
  database: Database
  mailer: Mailer
  clock: Clock
  publicUrl: string
  /** As it is called now. */
  readonly siteName: string
  /** Of mails to those who have chosen none. */
  readonly siteLanguage: string
  /** JWT_SECRETS */
  secrets: readonly string[]
  /** AUTH_ATTEMPTS_PER_MINUTE, by account and by client address. */
  attemptsPerMinute: number
  /** STREAM_LEASE_SECONDS: how long a silent player still plays. */
  streamLeaseSeconds: number
  /** What billing knows of the account; null without a subscription. */
  subscriptionOf(userId: string): Promise<Subscription | null>
  /** Has the payment provider write to the account's present address. */
  tellAddress(userId: string): Promise<void>
  /** Ends whatever goes on being charged. */
  endPayments(userId: string): Promise<void>
}

/** What they share. */
export interface AccountDeps extends AccountOptions {
  brake: SignInBrake
  codeTries: CodeTries
  /** Runs what an answer must not wait for. */
  inBackground(work: () => Promise<void>): void
  /** Gives the browser its cookies. */
  letIn(request: FastifyRequest, reply: FastifyReply, entered: SignedIn): Promise<SignedInUser>
}
