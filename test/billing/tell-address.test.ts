import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'
import { until } from '../fixtures/until.ts'
import { password } from '../fixtures/visitor.ts'

t.test('receipts go to the address that an account has now', async (t) => {
  const { signUp, stripe, mails } = await openBilling(t)
  const ana = await signUp()
  await ana.subscribe('standard')
  const email = 'new-address@films.example'
  const asked = await ana.post('/api/me/email', { email, password })
  t.equal(asked.status, 202)
  await until('the mail', async () => mails.some(({ to }) => to === email))
  const token = mails.find(({ to }) => to === email)?.text.match(/#token=([\w-]+)/)?.[1]
  const customerId = await ana.customer()
  const confirm = async () => {
    t.equal((await ana.post('/api/auth/email/confirm', { token })).status, 204)
    await until('Stripe knows', async () => {
      const customer = await stripe.customers.retrieve(customerId)
      return !customer.deleted && customer.email === email
    })
  }
  await confirm()
  // As if it had been out of reach.
  await stripe.customers.update(customerId, { email: 'old-address@films.example' })
  await confirm()
  t.match((await ana.get('/api/me')).body, { user: { email } })
})
