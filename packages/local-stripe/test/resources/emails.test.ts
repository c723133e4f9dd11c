import t from 'tap'
import { checkoutFor, fault, shop, stand } from '../stand.ts'

const refused = { statusCode: 400, code: 'email_invalid', message: /^Invalid email address: / }

for (const email of [
  'a..b@example.com',
  '.a@example.com',
  'josé@example.com',
  'a@example',
  'a b@c.de',
]) {
  t.test(`${email} is no e-mail address`, async (t) => {
    const { stripe } = await stand(t)
    const { customer, monthly } = await shop(stripe)
    t.match(await fault(stripe.customers.create({ email })), { ...refused, param: 'email' })
    t.match(await fault(stripe.customers.update(customer.id, { email })), refused)
    t.match(await fault(checkoutFor(stripe, monthly.id, { customer_email: email })), {
      ...refused,
      param: 'customer_email',
    })
  })
}

t.test('what is unusual and right is taken, and so is none', async (t) => {
  const { stripe } = await stand(t)
  for (const email of ["o'neil+films@sub.example.co.uk", 'A_b-c.d@xn--bcher-kva.example']) {
    t.match(await stripe.customers.create({ email }), { email })
  }
  t.match(await stripe.customers.create({ email: '' }), { email: null })
})

t.test('what is typed on the hosted page is held to the same', async (t) => {
  const { stripe, server } = await stand(t)
  const { monthly } = await shop(stripe)
  const session = await checkoutFor(stripe, monthly.id)
  const answer = await fetch(`${server.url}/c/pay/${session.id}`, {
    method: 'POST',
    body: new URLSearchParams({ action: 'pay', number: '4242', email: 'a..b@example.com' }),
  })
  t.match(await answer.text(), /Invalid email address/)
  t.match(await stripe.checkout.sessions.retrieve(session.id), { status: 'open' })
})
