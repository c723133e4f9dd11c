import { isLiveKey } from '../clients/stripe.ts'
import type { BillingDeps } from '../services.ts'
import { paced } from './pace.ts'
import { type Drift, syncCustomer } from './sync.ts'
import { syncPlans } from './sync-plans.ts'

export interface SweepOptions {
  /** Only these customers. */
  customers?: readonly string[]
  /** Told after each customer. */
  onProgress?: (done: number, total: number) => void
  /** Told of each customer of whom something stored differed from Stripe, and has been put right. */
  onDrift?: (customer: string, changes: Drift[]) => void
  signal?: AbortSignal
}

export interface SweepResult {
  customersChecked: number
  customersDrifted: number
  customersFailed: number
}

/** Requests for a customer with nothing out of the ordinary. */
const requestsEach = 4
/**
 * Stripe answers 100 requests a second in live mode and 25 in test mode; viewers who are buying
 * meanwhile need some of them.
 */
const requestsPerSecond = { live: 40, test: 12 }
const atOnce = 4
const pageSize = 200

/**
 * Makes everything that is stored equal to Stripe: plans, and each customer in turn. A customer who
 * fails is counted and passed over. Needs no more memory for many customers than for few.
 *
 * @throws what the Stripe SDK throws while plans are fetched
 */
export async function sweep(
  deps: BillingDeps,
  { customers, onProgress, onDrift, signal }: SweepOptions = {},
): Promise<SweepResult> {
  const { database, config, log } = deps
  await syncPlans(deps)
  const mode = isLiveKey(config.STRIPE_SECRET_KEY) ? 'live' : 'test'
  const pace = paced(requestsPerSecond[mode] / requestsEach)
  const total =
    customers?.length ?? (await database.user.count({ where: { stripeCustomerId: { not: null } } }))
  const source = customers?.values() ?? allCustomers(deps)
  const result = { customersChecked: 0, customersDrifted: 0, customersFailed: 0 }

  const worker = async () => {
    for (;;) {
      signal?.throwIfAborted()
      const { value: customer, done } = await source.next()
      if (done) return
      await pace(signal)
      try {
        const { changes } = await syncCustomer(deps, customer)
        if (changes.length > 0) {
          result.customersDrifted += 1
          onDrift?.(customer, changes)
        }
      } catch (err) {
        log.warn({ err, customer }, 'a customer could not be reconciled')
        result.customersFailed += 1
      }
      result.customersChecked += 1
      onProgress?.(result.customersChecked, total)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return result
}

/** In the order of the users' ids, a page at a time. */
async function* allCustomers({ database }: BillingDeps): AsyncGenerator<string, undefined> {
  let after: string | undefined
  for (;;) {
    const page: { id: string; stripeCustomerId: string | null }[] = await database.user.findMany({
      where: { stripeCustomerId: { not: null }, ...(after && { id: { gt: after } }) },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true, stripeCustomerId: true },
    })
    for (const { stripeCustomerId } of page) if (stripeCustomerId) yield stripeCustomerId
    after = page.at(-1)?.id
    if (after === undefined) return
  }
}
