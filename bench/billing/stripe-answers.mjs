// As much of Stripe's API as a sweep asks, for any number of customers, holding none of them: what
// grows during a sweep then grows in Matinee.
import { createServer } from 'node:http'

const day = 86_400
const list = (data) => ({ object: 'list', data, has_more: false, url: '/v1' })

function subscriptionOf(customer) {
  const now = Math.floor(Date.now() / 1000)
  const start = now - 10 * day
  return {
    id: `sub_${customer.slice(4)}`,
    object: 'subscription',
    status: 'active',
    cancel_at_period_end: false,
    cancel_at: null,
    canceled_at: null,
    ended_at: null,
    trial_start: null,
    trial_end: null,
    created: 1_790_000_000,
    customer,
    pause_collection: null,
    latest_invoice: null,
    discounts: [],
    currency: 'usd',
    metadata: {},
    schedule: null,
    items: list([
      {
        id: `si_${customer.slice(4)}`,
        object: 'subscription_item',
        quantity: 1,
        price: { id: 'price_bench', object: 'price', product: 'prod_bench' },
        current_period_start: start - (start % day),
        current_period_end: start - (start % day) + 30 * day,
      },
    ]),
  }
}

function answer({ pathname, searchParams }) {
  const [, , kind, id] = pathname.split('/')
  if (kind === 'customers') return { id, object: 'customer', metadata: {} }
  if (kind === 'subscriptions') return list([subscriptionOf(searchParams.get('customer'))])
  return list([])
}

/** @returns its address, and the most requests that came within one second */
export async function startStripeAnswers() {
  const times = []
  let most = 0
  let count = 0
  const server = createServer((request, response) => {
    const now = performance.now()
    times.push(now)
    while (times[0] < now - 1000) times.shift()
    most = Math.max(most, times.length)
    count += 1
    const body = JSON.stringify(answer(new URL(request.url, 'http://stripe')))
    response.writeHead(200, { 'content-type': 'application/json', 'request-id': `req_${count}` })
    response.end(body)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests: () => ({ count, mostInASecond: most }),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}
