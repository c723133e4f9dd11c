import Stripe from 'stripe'
import t from 'tap'
import { checkoutFor, fault, sdk, secretKey, shop, stand } from '../stand.ts'

interface Answer {
  status: number
  headers: Headers
  body: { error?: Record<string, unknown>; [name: string]: unknown }
}

/** A call without the SDK, which would not let these mistakes through. */
async function raw(url: string, init: RequestInit & { key?: string | null } = {}): Promise<Answer> {
  const { key = secretKey, ...rest } = init
  const response = await fetch(url, {
    ...rest,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      'content-type': 'application/x-www-form-urlencoded',
      ...rest.headers,
    },
  })
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer['body'],
  }
}

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  raw(url, { method: 'POST', body, headers })

t.test('a call without a key, or with another key, is refused', async (t) => {
  const { server } = await stand(t)
  const none = await raw(`${server.url}/v1/customers`, { key: null })
  t.equal(none.status, 401)
  t.match(none.body.error, { type: 'invalid_request_error', message: /did not provide an API key/ })
  const other = await fault(sdk(server.url, 'sk_test_51ThisIsNotTheKey').customers.list())
  t.match(other, { type: 'StripeAuthenticationError', statusCode: 401 })
  t.match(other.message, 'Invalid API Key provided: sk_test_')
  t.notMatch(other.message, 'ThisIsNotTheKey')
})

t.test('the key may come as the user name of Basic authentication', async (t) => {
  const { server } = await stand(t)
  const basic = Buffer.from(`${secretKey}:`).toString('base64')
  const { status } = await raw(`${server.url}/v1/customers`, {
    key: null,
    headers: { authorization: `Basic ${basic}` },
  })
  t.equal(status, 200)
})

t.test('an unknown path answers 404 in Stripe’s JSON', async (t) => {
  const { server } = await stand(t)
  const { status, body } = await raw(`${server.url}/v1/unheard_of`)
  t.equal(status, 404)
  t.match(body.error, {
    type: 'invalid_request_error',
    message: /^Unrecognized request URL \(GET: \/v1\/unheard_of\)/,
  })
})

t.test('every answer names its request and the API version', async (t) => {
  const { stripe, server } = await stand(t)
  const customer = await stripe.customers.create()
  t.match(customer.lastResponse.requestId, /^req_/)
  t.equal(customer.lastResponse.apiVersion, Stripe.API_VERSION)
  const refused = await raw(`${server.url}/v1/customers/cus_none`)
  t.match(refused.headers.get('request-id'), /^req_/)
})

for (const [what, path, body, error] of [
  [
    'an unknown parameter',
    '/v1/customers',
    'emial=a@b.c',
    { code: 'parameter_unknown', param: 'emial', message: 'Received unknown parameter: emial' },
  ],
  [
    'two unknown parameters',
    '/v1/customers',
    'a=1&b=2',
    { code: 'parameter_unknown', message: 'Received unknown parameters: a, b' },
  ],
  [
    'an unknown parameter inside a list',
    '/v1/checkout/sessions',
    'mode=payment&success_url=https://a.b&line_items[0][prize]=x',
    { code: 'parameter_unknown', param: 'line_items[0][prize]' },
  ],
  [
    'a missing parameter',
    '/v1/products',
    'description=x',
    { code: 'parameter_missing', param: 'name', message: 'Missing required param: name.' },
  ],
  [
    'a word for a number',
    '/v1/prices',
    'currency=usd&unit_amount=ten',
    { code: 'parameter_invalid_integer', param: 'unit_amount', message: 'Invalid integer: ten' },
  ],
  [
    'a negative price',
    '/v1/prices',
    'currency=usd&unit_amount=-1',
    { code: 'parameter_invalid_integer', param: 'unit_amount' },
  ],
  ['a word for a truth value', '/v1/products', 'name=x&active=maybe', { param: 'active' }],
  [
    'an empty value where there must be one',
    '/v1/products',
    'name=',
    { code: 'parameter_invalid_empty', param: 'name' },
  ],
  ['an unknown currency', '/v1/prices', 'currency=zzz&unit_amount=1', { param: 'currency' }],
  [
    'a value that is not on the list',
    '/v1/prices',
    'currency=usd&unit_amount=1&recurring[interval]=fortnight',
    { param: 'recurring[interval]', message: /must be one of day, week, month, or year/ },
  ],
  [
    'an address that is none',
    '/v1/checkout/sessions',
    'mode=payment&success_url=thanks.html',
    { code: 'url_invalid', param: 'success_url' },
  ],
  ['text where a hash belongs', '/v1/customers', 'metadata[a][b]=1', { param: 'metadata[a]' }],
  ['a name with unclosed brackets', '/v1/customers', 'metadata[a=1', { param: 'metadata[a' }],
  [
    'an object that is not there, named in a parameter',
    '/v1/prices',
    'currency=usd&unit_amount=1&product=prod_none',
    { code: 'resource_missing', param: 'product', message: "No such product: 'prod_none'" },
  ],
] as const) {
  t.test(`${what} is refused with 400, and nothing is made`, async (t) => {
    const { server, eventTypes } = await stand(t)
    const answer = await post(`${server.url}${path}`, body)
    t.equal(answer.status, 400)
    t.match(answer.body.error, { type: 'invalid_request_error', ...error })
    t.strictSame(await eventTypes(), [])
  })
}

t.test('an object that is not there, named in the path, is 404', async (t) => {
  const { stripe } = await stand(t)
  for (const call of [
    stripe.customers.retrieve('cus_none'),
    stripe.subscriptions.retrieve('sub_none'),
    stripe.invoices.retrieve('in_none'),
    stripe.checkout.sessions.retrieve('cs_none'),
    stripe.events.retrieve('evt_none'),
    stripe.prices.retrieve('price_none'),
    stripe.disputes.retrieve('du_none'),
    stripe.testHelpers.testClocks.retrieve('clock_none'),
  ]) {
    t.match(await fault(call), { statusCode: 404, code: 'resource_missing', param: 'id' })
  }
})

t.test('metadata is added to, its keys are taken away by emptying them', async (t) => {
  const { stripe } = await stand(t)
  const { id } = await stripe.customers.create({ metadata: { a: '1', b: '2' } })
  t.strictSame((await stripe.customers.update(id, { metadata: { b: '', c: '3' } })).metadata, {
    a: '1',
    c: '3',
  })
  t.strictSame((await stripe.customers.update(id, { metadata: '' })).metadata, {})
  t.match(await fault(stripe.customers.update(id, { metadata: { k: 'x'.repeat(501) } })), {
    param: 'metadata[k]',
  })
})

t.test('members are expanded to four levels, in lists as well', async (t) => {
  const { stripe, door } = await stand(t)
  const { monthly, customer, product } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  await door(`/_local/checkout/sessions/${session.id}/pay`, { card: '4242' })
  const deep = await stripe.checkout.sessions.retrieve(session.id, {
    expand: ['subscription.latest_invoice.payments', 'line_items.data.price.product', 'customer'],
  })
  t.match(deep, {
    customer: { id: customer.id, email: 'viewer@example.com' },
    subscription: { latest_invoice: { payments: { data: [{ status: 'paid' }] } } },
    line_items: { data: [{ price: { product: { id: product.id } } }] },
  })
  const listed = await stripe.subscriptions.list({
    expand: ['data.customer', 'data.latest_invoice'],
  })
  t.match(listed.data[0], { customer: { id: customer.id }, latest_invoice: { status: 'paid' } })
  t.type((await stripe.subscriptions.list()).data[0]?.customer, 'string')

  const wrong = (expand: string[]) => fault(stripe.customers.retrieve(customer.id, { expand }))
  t.match(await wrong(['favourite_colour']), {
    statusCode: 400,
    message: 'This property cannot be expanded (favourite_colour).',
  })
  t.match(await wrong(['a.b.c.d.e']), { message: /more than 4 levels/ })
})

t.test('a key makes a call happen once', async (t) => {
  const { stripe, eventTypes, restart } = await stand(t)
  const create = (email: string) => stripe.customers.create({ email }, { idempotencyKey: 'once' })
  const first = await create('a@example.com')
  const second = await create('a@example.com')
  t.equal(second.id, first.id)
  t.equal(second.lastResponse.headers['idempotent-replayed'], 'true')
  t.equal(second.lastResponse.headers['original-request'], first.lastResponse.requestId)
  t.strictSame(await eventTypes(), ['customer.created'])
  t.match(await fault(create('b@example.com')), {
    type: 'StripeIdempotencyError',
    statusCode: 400,
    message: /same parameters/,
  })
  await restart()
})

t.test('a key outlives a restart, and is forgotten after a day', async (t) => {
  const made = await stand(t)
  const create = () => made.stripe.customers.create({}, { idempotencyKey: 'once' })
  const first = await create()
  await made.restart()
  t.equal((await create()).id, first.id)
  made.clock.pass({ hours: 24 })
  t.not((await create()).id, first.id)
})

t.test(
  'a call refused for its parameters leaves the key free; a declined card does not',
  async (t) => {
    const { stripe } = await stand(t)
    const product = (name: string) => stripe.products.create({ name }, { idempotencyKey: 'first' })
    t.match(await fault(product('')), { code: 'parameter_invalid_empty' })
    t.equal((await product('Premium')).name, 'Premium')

    const pay = () =>
      stripe.paymentIntents.create(
        {
          amount: 100,
          currency: 'usd',
          payment_method: 'pm_card_visa_chargeDeclined',
          confirm: true,
        },
        { idempotencyKey: 'second' },
      )
    const declined = await fault(pay())
    t.match(declined, { type: 'StripeCardError', code: 'card_declined' })
    t.equal((await fault(pay())).payment_intent?.id, declined.payment_intent?.id)
    t.equal((await stripe.paymentIntents.list()).data.length, 1)
  },
)

t.test('calls beyond the account’s limit are 429', async (t) => {
  const { stripe, door, clock } = await stand(t)
  await door('/_local/settings', { rateLimit: 2 })
  await stripe.customers.list()
  await stripe.customers.list()
  t.match(await fault(stripe.customers.list()), { type: 'StripeRateLimitError', statusCode: 429 })
  clock.pass({ seconds: 1 })
  await stripe.customers.list()
})

t.test('trouble can be ordered: before a call, after it, or instead of an answer', async (t) => {
  const { stripe, door } = await stand(t)
  await door('/_local/trouble', { status: 503, count: 2, path: '/v1/customers' })
  await stripe.products.list()
  t.match(await fault(stripe.customers.list()), { type: 'StripeAPIError', statusCode: 503 })
  t.match(await fault(stripe.customers.list()), { statusCode: 503 })
  t.strictSame((await stripe.customers.list()).data, [])

  // The SDK itself tries once more when a connection is cut.
  await door('/_local/trouble', { status: 0, after: true, count: 2 })
  const key = { idempotencyKey: 'lost answer' }
  t.match(await fault(stripe.customers.create({}, key)), { type: 'StripeConnectionError' })
  await stripe.customers.create({}, key)
  t.equal((await stripe.customers.list()).data.length, 1)
})

t.test('the SDK’s own retries get through passing trouble', async (t) => {
  const { stripe, door } = await stand(t)
  await door('/_local/trouble', { status: 500, count: 1, after: true })
  await stripe.customers.create({ email: 'once@example.com' }, { maxNetworkRetries: 1 })
  t.equal((await stripe.customers.list()).data.length, 1)
})

t.test('a body that cannot be read is refused, not crashed on', async (t) => {
  const { server } = await stand(t)
  const { status, body } = await post(`${server.url}/v1/customers`, 'x'.repeat(2 * 1024 * 1024))
  t.equal(status, 400)
  t.match(body.error, { type: 'invalid_request_error' })
})

t.test('doors say what is wrong with what they are given', async (t) => {
  const { door } = await stand(t)
  for (const [path, body] of [
    ['/_local/webhooks', { mode: 'sometimes' }],
    ['/_local/webhooks', { duplicate: -1 }],
    ['/_local/webhooks', { delayMs: 'soon' }],
    ['/_local/webhooks', { colour: 'red' }],
    ['/_local/settings', { retryDays: ['soon'] }],
    ['/_local/settings', { afterRetries: 'forgive' }],
    ['/_local/settings', { rateLimit: -1 }],
    ['/_local/trouble', { status: 99 }],
    ['/_local/trouble', { count: 1.5 }],
  ] as const) {
    const { status, body: answer } = await door(path, body)
    t.equal(status, 400, JSON.stringify(body))
    t.match(answer, { error: { type: 'invalid_request_error' } })
  }
  t.equal((await door('/_local/checkout/sessions/cs_none/pay', { card: '4242' })).status, 404)
})
