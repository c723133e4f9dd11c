import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { endSubscription } from '../billing/end.ts'
import { addIntervals } from '../billing/periods.ts'
import { recurringOf } from '../billing/subscribe.ts'
import { invalid } from '../http/faults.ts'
import { page, paging } from '../http/pages.ts'
import { type Input, required, shape, text, timestamp } from '../http/params.ts'
import { del, get, idIn, nothing, type PathIds, post } from '../http/route.ts'
import { newId } from '../ids.ts'
import { find } from '../store/find.ts'

const createInput = shape<Stripe.TestHelpers.TestClockCreateParams>()({
  frozen_time: required(timestamp()),
  name: text(300),
})

const advanceInput = shape<Stripe.TestHelpers.TestClockAdvanceParams>()({
  frozen_time: required(timestamp()),
})

export const testClockRoutes = [
  post('/v1/test_helpers/test_clocks', createInput, createClock),
  get(
    '/v1/test_helpers/test_clocks',
    shape<Stripe.TestHelpers.TestClockListParams>()(paging),
    (account, input) => page(account.tables.testClocks, input, '/v1/test_helpers/test_clocks'),
  ),
  get('/v1/test_helpers/test_clocks/:id', nothing, (account, _, ids) =>
    findClock(account, idIn(ids)),
  ),
  del('/v1/test_helpers/test_clocks/:id', nothing, (account, _, ids) =>
    deleteClock(account, findClock(account, idIn(ids))),
  ),
  post('/v1/test_helpers/test_clocks/:id/advance', advanceInput, beginAdvance),
]

const findClock = (account: Account, id: string): Stripe.TestHelpers.TestClock =>
  find(account.tables.testClocks, 'test_clock', id)

const daySeconds = 86_400

function createClock(account: Account, input: Input<typeof createInput>) {
  const now = account.wallClock
  return account.create<Stripe.TestHelpers.TestClock>(
    account.tables.testClocks,
    {
      id: newId('clock'),
      object: 'test_helpers.test_clock',
      created: now,
      deletes_after: now + 30 * daySeconds,
      frozen_time: input.frozen_time,
      livemode: false,
      name: input.name ?? null,
      status: 'ready',
      status_details: {},
    },
    'test_helpers.test_clock.created',
  )
}

/** Deletes what lives by the clock, as Stripe does: its customers, and their subscriptions end. */
function deleteClock(account: Account, clock: Stripe.TestHelpers.TestClock) {
  for (const subscription of account.tables.subscriptions.by('test_clock', clock.id)) {
    if (subscription.ended_at === null) {
      endSubscription(account, subscription, 'cancellation_requested')
    }
  }
  for (const customer of account.tables.customers.by('test_clock', clock.id)) {
    account.store.remove(account.tables.customers, customer.id)
    account.put<Stripe.DeletedCustomer>(account.tables.deletedCustomers, {
      id: customer.id,
      object: 'customer',
      deleted: true,
    })
    account.emit('customer.deleted', customer)
  }
  account.store.remove(account.tables.testClocks, clock.id)
  account.emit('test_helpers.test_clock.deleted', clock)
  return { id: clock.id, object: 'test_helpers.test_clock', deleted: true }
}

/**
 * Answers `advancing`, as Stripe does; the time passes right after the answer, before the next
 * call is looked at. Clients still have to ask until the clock is `ready`.
 */
function beginAdvance(account: Account, input: Input<typeof advanceInput>, ids: PathIds) {
  const clock = findClock(account, idIn(ids))
  const target = input.frozen_time
  if (clock.status !== 'ready') {
    throw invalid('Test clock advancement is already underway.', { code: 'test_clock_advancing' })
  }
  if (target <= clock.frozen_time) {
    throw invalid('`frozen_time` must be after the test clock’s current frozen time.', {
      param: 'frozen_time',
    })
  }
  if (target > furthest(account, clock)) {
    throw invalid(
      'Cannot advance a test clock more than two intervals into the future from the shortest subscription on it.',
      { param: 'frozen_time' },
    )
  }
  return account.update(
    account.tables.testClocks,
    clock,
    { status: 'advancing', status_details: { advancing: { target_frozen_time: target } } },
    'test_helpers.test_clock.advancing',
  )
}

/** "Not more than two intervals of the shortest subscription"; two years without any. */
function furthest(account: Account, clock: Stripe.TestHelpers.TestClock): number {
  const ends = account.tables.subscriptions
    .by('test_clock', clock.id)
    .filter(({ ended_at }) => ended_at === null)
    .flatMap(({ items }) =>
      items.data.map(({ price }) => addIntervals(clock.frozen_time, recurringOf(price), 2)),
    )
  const twoYears = addIntervals(clock.frozen_time, { interval: 'year', interval_count: 1 }, 2)
  return Math.min(twoYears, ...ends)
}

/** Lets the time of advancing clocks pass; `run` carries out what falls due on every clock. */
export function finishAdvances(
  account: Account,
  run: (testClock: string, until: number) => void,
): void {
  for (const { id, frozen_time, status_details } of account.tables.testClocks.values()) {
    const target = status_details.advancing?.target_frozen_time
    run(id, target ?? frozen_time)
    if (target === undefined) continue
    account.transaction(() => {
      const clock = account.tables.testClocks.get(id)
      if (!clock) return
      account.update(
        account.tables.testClocks,
        clock,
        { frozen_time: target, status: 'ready', status_details: {} },
        'test_helpers.test_clock.ready',
      )
    })
  }
}
