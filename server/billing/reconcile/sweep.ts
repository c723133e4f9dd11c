import { isLiveKey } from '../../clients/stripe.ts'
import type { BillingDeps } from '../../services.ts'
import { syncPlans } from '../plans/sync-plans.ts'
import { type Drift, syncCustomer } from '../sync/sync.ts'
import { paced } from './pace.ts'

export interface SweepOptions {
  /** Only these customers. */
  customers?: readonly string[]
  /** Not those that were looked at since: a sweep that was cut anywhere so goes on where it was. */
  notSince?: Date
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
const requestsEach = 5
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
  { customers, notSince = deps.clock.now(), onProgress, onDrift, signal }: SweepOptions = {},
): Promise<SweepResult> {
  const { database, config, log } = deps
  await syncPlans(deps)
  const mode = isLiveKey(config.STRIPE_SECRET_KEY) ? 'live' : 'test'
  const pace = paced(requestsPerSecond[mode] / requestsEach)
  const total =
    customers?.length ?? (await database.stripeCustomer.count({ where: lookedAtBefore(notSince) }))
  const source = customers?.values() ?? allCustomers(deps, notSince)
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
  // It has ended when all have, those too who are still storing while another was stopped.
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker))
  signal?.throwIfAborted()
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return result
}

/** In the order of their ids, a page at a time, without those that were looked at since. */
async function* allCustomers(
  { database }: BillingDeps,
  notSince: Date,
): AsyncGenerator<string, undefined> {
  let after = ''
  for (;;) {
    const page: { id: string }[] = await database.stripeCustomer.findMany({
      where: { id: { gt: after }, ...lookedAtBefore(notSince) },
      orderBy: { id: 'asc' },
      take: pageSize,
      select: { id: true },
    })
    for (const { id } of page) yield id
    const last = page.at(-1)
    if (last === undefined) return
    after = last.id
  }
}

const lookedAtBefore = (time: Date) => ({ OR: [{ syncedAt: null }, { syncedAt: { lte: time } }] })
