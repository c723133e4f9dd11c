import t from 'tap'
import { runUserCommand } from '../../server/cli/user.ts'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const { stripe } = billing
const { database } = billing.services
const operator = await billing.signUp('admin')

/** Someone who paid by a link that the operator made in the dashboard. */
async function elsewhere(email: string): Promise<string> {
  const { id: customer } = await stripe.customers.create({ email })
  const { id: card } = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  const items = [{ price: await billing.priceOf('standard') }]
  await stripe.subscriptions.create({ customer, items, default_payment_method: card })
  await billing.settle()
  return customer
}

t.test('a customer from elsewhere is listed with whom it fits, and joined', async (t) => {
  const member = await billing.signUp()
  await member.pay(await member.checkout({ videoId: billing.video, kind: 'rent' }))
  await billing.settle()
  const customerId = await elsewhere(member.email.toUpperCase())
  t.equal(await member.access(), 'rented')
  const unclaimed = async () =>
    (await operator.get('/api/studio/payments/unclaimed')).body.customers as unknown[]
  t.match(await unclaimed(), [{ customerId, fits: null }], 'an address that anyone may have typed')
  const tooSoon = await operator.post(`/api/studio/users/${member.id}/customers`, { customerId })
  t.match(tooSoon, { status: 409, body: { detail: /not confirmed/ } })
  t.equal(await member.access(), 'rented', 'what they paid for themselves waits for nothing')
  await database.user.update({
    where: { id: member.id },
    data: { emailVerifiedAt: billing.services.clock.now() },
  })
  t.match(await unclaimed(), [{ customerId, fits: { id: member.id } }])
  const join = (id: string, body: object) =>
    operator.post(`/api/studio/users/${id}/customers`, body)
  t.match(await join(member.id, { customerId: 'cus_nobody' }), { status: 404 })
  t.match(await join(member.id, { customerId }), { status: 201, body: { customerId } })
  t.match(await join(member.id, { customerId }), { status: 201 }, 'again changes nothing')
  t.equal(await member.access(), 'subscription')
  t.same(await unclaimed(), [])
  t.equal((await join((await billing.signUp()).id, { customerId })).status, 409, 'another’s')
  t.equal(await database.auditEntry.count({ where: { action: 'customer.joined' } }), 1)
  t.equal(
    (await member.post(`/api/studio/users/${member.id}/customers`, { customerId })).status,
    403,
  )
  t.equal(
    (await member.post('/api/billing/checkout', { priceId: await billing.priceOf('standard') }))
      .status,
    409,
    'nobody pays twice',
  )
  t.equal((await member.post('/api/billing/cancel')).status, 200, 'it is theirs to cancel')
  t.equal((await member.get('/api/me/payments')).status, 200)
})

t.test('of two who join one customer to different people at once one is refused', async (t) => {
  const customerId = await elsewhere('both@films.example')
  const people = [await billing.signUp(), await billing.signUp()]
  const emailVerifiedAt = billing.services.clock.now()
  const ids = people.map(({ id }) => id)
  await database.user.updateMany({ where: { id: { in: ids } }, data: { emailVerifiedAt } })
  const answers = await Promise.all(
    ids.map((id) => operator.post(`/api/studio/users/${id}/customers`, { customerId })),
  )
  t.same(answers.map(({ status }) => status).sort(), [201, 409])
  const { userId } = await database.stripeCustomer.findUniqueOrThrow({ where: { id: customerId } })
  const customer = await stripe.customers.retrieve(customerId)
  t.match(customer, { metadata: { matinee_user: userId } }, 'Stripe says the same')
})

t.test('written into the customer in the dashboard, it does the same', async (t) => {
  const member = await billing.signUp()
  await member.pay(await member.checkout({ videoId: billing.video, kind: 'rent' }))
  await billing.settle()
  const customer = await elsewhere(member.email)
  await stripe.customers.update(customer, { metadata: { matinee_user: member.id } })
  await billing.settle()
  t.equal(await member.access(), 'subscription')
})

t.test('the command line joins a customer too, and the audit log says so', async (t) => {
  const member = await billing.signUp()
  await database.user.update({
    where: { id: member.id },
    data: { emailVerifiedAt: billing.services.clock.now() },
  })
  const customer = await elsewhere('somebody@example.com')
  const lines: string[] = []
  const deps = { ...billing.services, say: (line: string) => lines.push(line) }
  await runUserCommand(deps, ['customer', member.email, customer])
  t.match(lines, [`${customer} belongs to ${member.email} now, with all that it paid for.`])
  t.equal(await member.access(), 'subscription')
  t.match(
    await database.auditEntry.findFirst({
      where: { action: 'customer.joined', subject: `user:${member.id}` },
    }),
    { actorId: null, details: { customer } },
  )
  await t.rejects(runUserCommand(deps, ['customer', member.email, 'nobody']))
})
