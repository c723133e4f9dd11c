import t from 'tap'
import { at, checkoutFor, shop, stand } from '../stand.ts'

/** A browser without scripts: it reads pages, sends forms, and does not follow. */
async function visit(url: string, form?: Record<string, string>) {
  const response = await fetch(url, {
    redirect: 'manual',
    ...(form
      ? {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(form).toString(),
        }
      : {}),
  })
  return {
    status: response.status,
    location: response.headers.get('location'),
    policy: response.headers.get('content-security-policy') ?? '',
    text: await response.text(),
  }
}

t.test(
  'the checkout shows what is bought, and leads back to the shop when it is paid',
  async (t) => {
    const { stripe } = await stand(t)
    const { monthly, customer } = await shop(stripe)
    const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
    const page = await visit(session.url ?? '')
    t.equal(page.status, 200)
    t.match(page.text, /Premium.*\$9\.99 per month.*Pay \$9\.99/s)
    t.match(page.text, 'viewer@example.com')
    t.match(page.text, 'href="http://shop.test/plans"')
    const paid = await visit(session.url ?? '', { action: 'pay', number: '4242 4242 4242 4242' })
    t.equal(paid.status, 303)
    t.equal(paid.location, `http://shop.test/thanks?session=${session.id}`)
    const again = await visit(session.url ?? '', { action: 'pay', number: '4242 4242 4242 4242' })
    t.equal(again.location, paid.location, 'a second press leads to the same place')
    t.match((await visit(session.url ?? `${page}`)).text, 'This checkout is done')
    t.equal((await stripe.subscriptions.list({ customer: customer.id })).data.length, 1)
  },
)

t.test('a declined card comes back with the reason and what was typed', async (t) => {
  const { stripe } = await stand(t)
  const { monthly } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id)
  const form = { action: 'pay', number: '4000 0000 0000 0002', email: '"x"@example.com' }
  const refused = await visit(session.url ?? '', form)
  t.equal(refused.status, 402)
  t.match(refused.text, /role="alert">Your card was declined\./)
  t.match(refused.text, 'value="4000 0000 0000 0002"')
  t.match(refused.text, 'value="&quot;x&quot;@example.com"')
  const unknown = await visit(session.url ?? '', { ...form, number: '1234' })
  t.match(unknown.text, 'Only test cards work here')
})

t.test('a button fills in a test card without paying', async (t) => {
  const { stripe } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  const filled = await visit(session.url ?? '', { fill: '5555 5555 5555 4444', number: '1' })
  t.equal(filled.status, 200)
  t.match(filled.text, 'value="5555 5555 5555 4444"')
  t.equal((await stripe.checkout.sessions.retrieve(session.id)).status, 'open')
})

t.test('the bank’s question stands between such a card and the payment', async (t) => {
  const { stripe } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  const url = session.url ?? ''
  const asked = await visit(url, { action: 'pay', number: '4000 0025 0000 3155' })
  t.equal(asked.status, 303)
  t.match((await visit(url)).text, 'Your bank asks')
  const refused = await visit(`${url}/confirm`, { outcome: 'fail' })
  t.equal(refused.status, 402)
  t.match(refused.text, 'unable to authenticate')
  await visit(url, { action: 'pay', number: '4000 0025 0000 3155' })
  const paid = await visit(`${url}/confirm`, { outcome: 'succeed' })
  t.match(paid.location, /^http:\/\/shop\.test\/thanks/)
})

t.test('promotion codes are typed, refused, applied and taken off', async (t) => {
  const { stripe } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const coupon = await stripe.coupons.create({ percent_off: 50, duration: 'once', name: 'Opening' })
  await stripe.promotionCodes.create({
    promotion: { type: 'coupon', coupon: coupon.id },
    code: 'OPENING',
  })
  const session = await checkoutFor(stripe, monthly.id, {
    customer: customer.id,
    allow_promotion_codes: true,
  })
  const url = session.url ?? ''
  t.match((await visit(`${url}/promotion`, { promotion_code: 'NOPE' })).text, /role="alert"/)
  await visit(`${url}/promotion`, { promotion_code: 'opening' })
  t.match((await visit(url)).text, /Opening.*Pay \$4\.99/s)
  t.equal((await stripe.checkout.sessions.retrieve(session.id)).amount_total, 499)
  await visit(`${url}/promotion`, { promotion_code: '' })
  t.match((await visit(url)).text, 'Pay $9.99')
})

t.test('an address is asked for when the shop wants it, and kept', async (t) => {
  const { stripe } = await stand(t)
  const { monthly, customer } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, {
    customer: customer.id,
    billing_address_collection: 'required',
    customer_update: { address: 'auto' },
  })
  t.match((await visit(session.url ?? '')).text, 'Postal code')
  await visit(session.url ?? '', { number: '4242', country: 'de', postal_code: '10115' })
  t.match(await stripe.customers.retrieve(customer.id), {
    address: { country: 'DE', postal_code: '10115' },
  })
})

t.test('an expired checkout says so', async (t) => {
  const { stripe } = await stand(t)
  const { monthly } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id)
  await stripe.checkout.sessions.expire(session.id)
  const page = await visit(session.url ?? '')
  t.equal(page.status, 410)
  t.match(page.text, 'has expired')
})

t.test(
  'names in pages are text, and nothing but the page’s own style may load or run',
  async (t) => {
    const { stripe } = await stand(t)
    const product = await stripe.products.create({ name: '<script>alert(1)</script>' })
    const price = await stripe.prices.create({
      product: product.id,
      currency: 'usd',
      unit_amount: 100,
      recurring: { interval: 'month' },
    })
    const session = await checkoutFor(stripe, price.id)
    const page = await visit(session.url ?? '')
    t.notMatch(page.text, '<script')
    t.match(page.text, '&lt;script&gt;')
    t.match(page.policy, "default-src 'none'")
    t.match(page.policy, /style-src 'sha256-/)
    t.notMatch(page.text, /(?:src|href)="https?:\/\/(?!shop\.test)/)
  },
)

/** A portal of somebody with a paid subscription. */
async function portal(t: Parameters<typeof stand>[0], params: object = {}) {
  const made = await stand(t)
  const { stripe, door } = made
  const { monthly, customer, product } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id, { customer: customer.id })
  const { body } = await door(`/_local/checkout/sessions/${session.id}/pay`, { card: '4242' })
  const subscription = String(body.subscription)
  const { url } = await stripe.billingPortal.sessions.create({
    customer: customer.id,
    return_url: 'http://shop.test/account',
    ...params,
  })
  return { ...made, monthly, customer, product, subscription, url }
}

t.test('the portal shows the plan, the card and the invoices, and leads back', async (t) => {
  const { url } = await portal(t)
  const { text, status } = await visit(url)
  t.equal(status, 200)
  t.match(text, /Premium.*Renews on 15 February 2026.*VISA ending in 4242.*-0001/s)
  t.match(text, 'href="http://shop.test/account"')
})

t.test(
  'a cancellation in the portal sets cancel_at and leaves cancel_at_period_end false',
  async (t) => {
    const { url, stripe, subscription } = await portal(t)
    const page = await visit(url, { action: 'cancel', subscription })
    t.match(page.text, 'Ends on 15 February 2026')
    t.match(await stripe.subscriptions.retrieve(subscription), {
      status: 'active',
      cancel_at: at('2026-02-15T10:00:00Z'),
      cancel_at_period_end: false,
    })
    await visit(url, { action: 'resume', subscription })
    t.match(await stripe.subscriptions.retrieve(subscription), {
      cancel_at: null,
      canceled_at: null,
    })
  },
)

t.test('a cancellation at once ends the subscription', async (t) => {
  const { url, stripe, subscription } = await portal(t)
  t.match(
    (await visit(url, { action: 'cancel_now', subscription })).text,
    'You have no subscription',
  )
  t.equal((await stripe.subscriptions.retrieve(subscription)).status, 'canceled')
  t.match(
    (await visit(url, { action: 'cancel_now', subscription })).text,
    'That subscription has already ended',
  )
})

t.test(
  'another card becomes the default, after its holder has confirmed it if need be',
  async (t) => {
    const { url, stripe, subscription, server } = await portal(t)
    const last4 = async () => {
      const { default_payment_method } = await stripe.subscriptions.retrieve(subscription, {
        expand: ['default_payment_method'],
      })
      return (default_payment_method as { card: { last4: string } }).card.last4
    }
    await visit(url, { action: 'card', number: '5555555555554444' })
    t.equal(await last4(), '4444')
    const declined = await visit(url, { action: 'card', number: '4000000000000002' })
    t.equal(declined.status, 402)
    t.equal(await last4(), '4444')
    const asked = await visit(url, { action: 'card', number: '4000002760003155' })
    t.match(asked.location, /^\/confirm\/seti_.*\?back=\/p\/session\//)
    const question = await visit(`${server.url}${asked.location}`)
    t.match(question.text, 'Your bank asks')
    const [path, query] = (asked.location ?? '').split('?back=')
    const done = await visit(`${server.url}${path}`, { outcome: 'succeed', back: query ?? '' })
    t.equal(`${server.url}${done.location}`, url)
    t.equal(await last4(), '3155')
  },
)

t.test('after a confirmation nobody is sent to another site', async (t) => {
  const { stripe, server } = await stand(t)
  const intent = await stripe.paymentIntents.create({
    amount: 100,
    currency: 'usd',
    payment_method: 'pm_card_authenticationRequired',
    confirm: true,
  })
  const url = `${server.url}/confirm/${intent.id}`
  t.notMatch((await visit(`${url}?back=https://evil.test`)).text, 'evil.test')
  const done = await visit(url, { outcome: 'succeed', back: '//evil.test' })
  t.equal(done.location, null)
  t.equal((await visit(url)).status, 404, 'the question is answered once')
})

t.test('a plan is changed after its cost was shown', async (t) => {
  const { url, stripe, subscription, product } = await portal(t)
  const dearer = await stripe.prices.create({
    product: product.id,
    currency: 'usd',
    unit_amount: 1999,
    recurring: { interval: 'month' },
  })
  const offer = await visit(url, { action: 'switch', subscription, price: dearer.id })
  t.match(offer.text, /Change the plan\?.*\$10\.00/s)
  t.match(await stripe.subscriptions.retrieve(subscription), {
    items: { data: [{ price: { unit_amount: 999 } }] },
  })
  await visit(url, { action: 'confirm_switch', subscription, price: dearer.id })
  t.match(await stripe.subscriptions.retrieve(subscription), {
    items: { data: [{ price: { unit_amount: 1999 } }] },
  })
  const [invoice] = (await stripe.invoices.list({ subscription })).data
  t.equal(invoice?.amount_paid, 1000)
})

t.test('a portal shows what its configuration allows, and does nothing else', async (t) => {
  const made = await portal(t)
  const { stripe, customer, subscription } = made
  const configuration = await stripe.billingPortal.configurations.create({
    features: {
      subscription_cancel: { enabled: false },
      invoice_history: { enabled: true },
    },
  })
  const { url } = await stripe.billingPortal.sessions.create({
    customer: customer.id,
    configuration: configuration.id,
  })
  const { text } = await visit(url)
  t.match(text, 'Invoices')
  t.notMatch(text, 'Cancel')
  t.notMatch(text, 'Use another card')
  await visit(url, { action: 'cancel_now', subscription })
  await visit(url, { action: 'card', number: '5555555555554444' })
  t.match(await stripe.subscriptions.retrieve(subscription), { status: 'active', cancel_at: null })
  t.equal((await stripe.customers.listPaymentMethods(customer.id)).data.length, 1)
})

t.test('cancelling at once is there beside the way that the configuration has', async (t) => {
  const { stripe, customer, subscription } = await portal(t)
  const { id } = await stripe.billingPortal.configurations.create({
    features: { subscription_cancel: { enabled: true, mode: 'at_period_end' } },
  })
  const session = { customer: customer.id, configuration: id }
  const { url } = await stripe.billingPortal.sessions.create(session)
  const { text } = await visit(url)
  t.match(text, 'Cancel at the end of the period')
  t.match(text, 'Cancel now')
  await visit(url, { action: 'cancel_now', subscription })
  t.match(await stripe.subscriptions.retrieve(subscription), { status: 'canceled' })
})

t.test('a flow does one thing, then leads back', async (t) => {
  const made = await portal(t)
  const { stripe, customer, subscription } = made
  const { url } = await stripe.billingPortal.sessions.create({
    customer: customer.id,
    flow_data: {
      type: 'subscription_cancel',
      subscription_cancel: { subscription },
      after_completion: { type: 'redirect', redirect: { return_url: 'http://shop.test/sorry' } },
    },
  })
  t.notMatch((await visit(url)).text, 'Use another card')
  const done = await visit(url, { action: 'cancel', subscription })
  t.equal(done.location, 'http://shop.test/sorry')
})

t.test('an open invoice can be paid on its page', async (t) => {
  const { stripe } = await stand(t)
  const customer = await stripe.customers.create({ email: 'viewer@example.com' })
  await stripe.invoiceItems.create({ customer: customer.id, amount: 300, currency: 'usd' })
  const { id } = await stripe.invoices.create({
    customer: customer.id,
    pending_invoice_items_behavior: 'include',
  })
  const { hosted_invoice_url: url } = await stripe.invoices.finalizeInvoice(id)
  t.match((await visit(url ?? '')).text, 'Pay $3.00')
  t.equal((await visit(url ?? '', { number: '4000000000000002' })).status, 402)
  t.equal((await visit(url ?? '', { number: '4242424242424242' })).status, 303)
  t.equal((await stripe.invoices.retrieve(id)).status, 'paid')
  t.match((await visit(url ?? '')).text, 'Paid')
})

t.test('links that lead nowhere say so', async (t) => {
  const { server } = await stand(t)
  for (const path of [
    '/c/pay/cs_none',
    '/p/session/none',
    '/invoice/in_none',
    '/confirm/pi_none',
  ]) {
    const { status, text } = await visit(`${server.url}${path}`)
    t.equal(status, 404)
    t.match(text, 'There is nothing here')
  }
})
