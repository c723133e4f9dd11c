// A sweep over many customers at its real pace: whether memory grows, and how near it comes to what
// Stripe allows. A second for every ten customers.

import { sweep } from '../../dist/server/billing/reconcile/sweep.js'
import { progressBar } from '../../dist/server/cli/reconcile.js'
import { round, table } from '../measure.mjs'
import { openSetup } from './setup.mjs'
import { startStripeAnswers } from './stripe-answers.mjs'

const megabyte = 1024 * 1024
/** Stripe's limit in live mode. */
const limit = 100

async function addCustomers(database, count) {
  const size = 1_000
  for (let from = 0; from < count; from += size) {
    const users = await database.user.createManyAndReturn({
      data: Array.from({ length: Math.min(size, count - from) }, (_, index) => ({
        email: `${from + index}@example.com`,
        passwordHash: 'none',
        stripeCustomerId: `cus_${from + index}`,
      })),
      select: { id: true, stripeCustomerId: true },
    })
    await database.stripeCustomer.createMany({
      data: users.map(({ id, stripeCustomerId }) => ({ id: stripeCustomerId, userId: id })),
    })
  }
}

/** Of what lives, after a collection: what a leak would add to. */
function liveHeap() {
  if (globalThis.gc === undefined) throw new Error('start node with --expose-gc')
  globalThis.gc()
  return process.memoryUsage().heapUsed / megabyte
}

export async function measureSweep({ customers = 10_000 } = {}) {
  const stripe = await startStripeAnswers()
  const setup = await openSetup({ STRIPE_API_BASE: stripe.url })
  await addCustomers(setup.services.database, customers)
  const every = Math.max(1, Math.floor(customers / 20))
  const heaps = []
  let shown = 0
  const begun = performance.now()
  const result = await sweep(setup.services, {
    onProgress: (done, total) => {
      if (done % every !== 0) return
      heaps.push(liveHeap())
      shown += 1
      process.stderr.write(`\r${progressBar(done, total)}`)
    },
  })
  process.stderr.write('\n')
  const seconds = (performance.now() - begun) / 1000
  const { count, mostInASecond } = stripe.requests()
  const stored = await setup.services.database.subscription.count()
  await setup.close()
  await stripe.close()
  // From the first tenth on, by when everything has been loaded and compiled.
  const settled = heaps.slice(Math.floor(heaps.length / 10))
  const growth = Math.max(...settled) - settled[0]
  const verdict = (good) => (good ? 'pass' : 'MISS')
  return table(
    ['a sweep', 'measured', 'target', ''],
    [
      [
        'customers checked, and stored',
        `${result.customersChecked}, ${stored}`,
        customers,
        verdict(result.customersChecked === customers && stored === customers),
      ],
      ['customers that failed', result.customersFailed, 0, verdict(result.customersFailed === 0)],
      ['seconds', round(seconds, 0), '', ''],
      ['requests to Stripe', count, '', ''],
      ['most requests in any second', mostInASecond, `≤ ${limit}`, verdict(mostInASecond <= limit)],
      ['live heap after a tenth, MB', round(settled[0]), '', ''],
      ['growth from there, MB', round(growth), '≤ 8', verdict(growth <= 8)],
      ['times progress was shown', shown, '≥ 20', verdict(shown >= 20)],
    ],
  )
}
