import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

const count = async (billing: Awaited<ReturnType<typeof openBilling>>) =>
  (await billing.stripe.subscriptions.list({ status: 'all' })).data.length

t.test('two clicks and two tabs get one page and one customer', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const priceId = await billing.priceOf('standard')
  const ids = await Promise.all([1, 2, 3, 4].map(() => member.checkout({ priceId })))
  t.equal(new Set(ids).size, 1)
  t.equal((await billing.stripe.customers.list()).data.length, 1)
})

t.test('who pays in one tab is refused in the other', async (t) => {
  const billing = await openBilling(t)
  await billing.webhooks({ mode: 'drop' })
  const member = await billing.signUp()
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  await member.pay(sessionId)
  const other = { priceId: await billing.priceOf('premium') }
  const { status, body } = await member.post('/api/billing/checkout', other)
  t.equal(status, 409)
  t.match(body, { code: 'ALREADY_SUBSCRIBED', offers: [{ kind: 'portal' }] })
  t.equal(await member.access(), 'subscription', 'and has what was paid for')
  t.equal(await count(billing), 1)
})

t.test('choosing another plan closes the page of the first', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const first = await member.checkout({ priceId: await billing.priceOf('standard') })
  const second = await member.checkout({ priceId: await billing.priceOf('premium') })
  t.not(first, second)
  t.match(await member.pay(first), { error: {} }, 'the first page is dead')
  await member.pay(second)
  await billing.settle()
  t.equal(await count(billing), 1)
  t.match((await member.get('/api/me')).body.subscription, { planId: 'premium' })
})

t.test('while the first page cannot be closed no second one is opened', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.checkout({ priceId: await billing.priceOf('standard') })
  const other = { priceId: await billing.priceOf('premium') }
  for (const status of [429, 500, 403]) {
    billing.proxy.refuse = ({ path }) =>
      path.endsWith('/expire') ? { status, error: { type: 'api_error' } } : null
    t.match(await member.post('/api/billing/checkout', other), { status: 502 })
  }
  billing.proxy.refuse = () => null
  t.equal((await billing.stripe.checkout.sessions.list({ status: 'open' })).data.length, 1)
  await member.checkout(other)
  t.equal((await billing.stripe.checkout.sessions.list({ status: 'open' })).data.length, 1)
})

t.test('who pays the first page in the moment in which it is closed gets no second', async (t) => {
  const billing = await openBilling(t)
  await billing.webhooks({ mode: 'drop' })
  const member = await billing.signUp()
  const first = await member.checkout({ priceId: await billing.priceOf('standard') })
  billing.proxy.refuse = ({ path }) =>
    path.endsWith('/expire') ? member.pay(first).then(() => null) : null
  const other = { priceId: await billing.priceOf('premium') }
  t.match(await member.post('/api/billing/checkout', other), {
    status: 409,
    body: { code: 'ALREADY_SUBSCRIBED' },
  })
  t.equal(await member.access(), 'subscription')
})

t.test('a page that has expired is replaced by a fresh one', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const priceId = await billing.priceOf('standard')
  const first = await member.checkout({ priceId })
  await billing.stripe.checkout.sessions.expire(first)
  const second = await member.checkout({ priceId })
  t.not(second, first)
  await member.pay(second)
  await billing.settle()
  t.equal(await member.access(), 'subscription')
})

t.test('after a cancelled subscription another can be bought', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('standard')
  await billing.cancelNow()
  await member.subscribe('premium')
  t.equal(await member.access(), 'subscription')
})

t.test('a trial is given once to a person', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  await member.subscribe('premium')
  t.match((await member.get('/api/me')).body.subscription, { status: 'trialing' })
  await billing.cancelNow()
  await member.subscribe('premium')
  t.match((await member.get('/api/me')).body.subscription, { status: 'active' })
})

t.test('a checkout belongs to whoever opened it', async (t) => {
  const billing = await openBilling(t)
  const [alice, bob] = [await billing.signUp(), await billing.signUp()]
  const sessionId = await alice.checkout({ priceId: await billing.priceOf('standard') })
  await alice.pay(sessionId)
  const asBob = await bob.post('/api/billing/confirm', { sessionId })
  t.match(asBob, { status: 404, body: { code: 'NOT_FOUND' } })
  t.equal(await bob.access(), 'not_entitled')
  const unknown = await alice.post('/api/billing/confirm', { sessionId: 'cs_test_nothing' })
  t.equal(unknown.status, 404)
})

t.test('what cannot be sold is refused', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const post = (body: object) => member.post('/api/billing/checkout', body)
  const priceId = await billing.priceOf('standard')
  t.match(await post({}), { status: 400, body: { code: 'BAD_REQUEST' } })
  t.match(await post({ priceId, videoId: billing.video, kind: 'buy' }), { status: 400 })
  t.match(await post({ videoId: billing.video }), { status: 400 })
  t.match(await post({ videoId: billing.video, kind: 'lend' }), { status: 400 })
  t.match(await post({ videoId: 'film', kind: 'buy' }), { status: 400 })
  t.match(await post({ priceId: "price_1' or 1=1" }), { status: 400 })
  t.match(await post({ priceId: 'price_unknown' }), { status: 404 })
  t.match(await post({ videoId: member.id, kind: 'buy' }), { status: 404 })
  await billing.services.database.video.update({
    where: { id: billing.video },
    data: { rentAmount: null },
  })
  t.match(await post({ videoId: billing.video, kind: 'rent' }), { status: 404 })
  await billing.services.database.price.update({ where: { id: priceId }, data: { active: false } })
  t.match(await post({ priceId }), { status: 404 })
  t.equal((await billing.stripe.customers.list()).data.length, 0, 'and nobody became a customer')
})

t.test('strangers are asked to sign in', async (t) => {
  const { app } = await openBilling(t)
  const paths = ['checkout', 'portal', 'confirm', 'refresh']
  for (const path of paths) {
    const answer = await app.inject({ method: 'POST', url: `/api/billing/${path}` })
    t.equal(answer.json().code, 'SIGN_IN_REQUIRED', path)
  }
})

t.test('while Stripe is down buying says so, and what is stored still plays', async (t) => {
  const billing = await openBilling(t)
  const [alice, bob] = [await billing.signUp(), await billing.signUp()]
  await alice.subscribe('standard')
  const priceId = await billing.priceOf('standard')
  await billing.door('/_local/trouble', { status: 503, count: 1_000 })
  const { status, body } = await bob.post('/api/billing/checkout', { priceId })
  t.match({ status, code: body.code }, { status: 502, code: 'PAYMENT_PROVIDER_UNAVAILABLE' })
  t.match(await alice.post('/api/billing/portal'), { status: 502 })
  t.equal(await alice.access(), 'subscription')
})

t.test('the way back from the portal stores what was changed there', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  t.same((await member.post('/api/billing/refresh')).body, { subscription: null })
  await member.subscribe('standard')
  await billing.webhooks({ mode: 'drop' })
  const { id } = await billing.subscription()
  await billing.stripe.subscriptions.update(id, { cancel_at_period_end: true })
  // Within ten seconds of the last look the answer is still that one's.
  billing.services.clock.advance(11)
  const { body } = await member.post('/api/billing/refresh')
  t.match(body.subscription, { status: 'active', cancelAtPeriodEnd: true })
  t.equal(await member.access(), 'subscription')
})

t.test('a promotion code lowers what is paid, for plans and for films', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const coupon = await billing.stripe.coupons.create({ percent_off: 50, duration: 'once' })
  await billing.stripe.promotionCodes.create({
    code: 'HALF',
    promotion: { type: 'coupon', coupon: coupon.id },
  })
  const redeem = async (sessionId: string) => {
    const body = new URLSearchParams({ promotion_code: 'HALF' })
    await fetch(`${billing.local.url}/c/pay/${sessionId}/promotion`, { method: 'POST', body })
    await member.pay(sessionId)
    await billing.settle()
  }
  await redeem(await member.checkout({ priceId: await billing.priceOf('standard') }))
  t.equal(await member.access(), 'subscription')
  const video = await member.checkout({ videoId: billing.video, kind: 'buy' })
  await redeem(video)
  const amounts = (await billing.stripe.charges.list()).data.map(({ amount }) => amount)
  t.same(amounts.toSorted(), [450, 649])
  const purchase = { where: { id: video } }
  t.match(await billing.services.database.purchase.findUnique(purchase), { amount: 649 })
})

t.test('where tax is on, both kinds of page work it out and ask for the address', async (t) => {
  const billing = await openBilling(t, { STRIPE_AUTOMATIC_TAX: 'true' })
  const member = await billing.signUp()
  const bodies = [
    { priceId: await billing.priceOf('standard') },
    { videoId: billing.video, kind: 'buy' as const },
  ]
  for (const body of bodies) {
    const session = await billing.stripe.checkout.sessions.retrieve(await member.checkout(body))
    t.match(session, {
      automatic_tax: { enabled: true },
      billing_address_collection: 'required',
      tax_id_collection: { enabled: true },
    })
  }
})

t.test('where tax is off, no address is asked for', async (t) => {
  const billing = await openBilling(t)
  const member = await billing.signUp()
  const sessionId = await member.checkout({ priceId: await billing.priceOf('standard') })
  t.match(await billing.stripe.checkout.sessions.retrieve(sessionId), {
    automatic_tax: { enabled: false },
    billing_address_collection: null,
  })
})
