import t from 'tap'
import { runUserCommand } from '../../server/cli/user.ts'
import { type Member, openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const { database, clock } = billing.services
const operator = await billing.signUp('admin')

t.test('a plan is cancelled to the end of what is paid for, and kept again', async (t) => {
  const member = await billing.signUp()
  t.equal((await member.post('/api/billing/cancel')).status, 409, 'without a plan')
  await member.subscribe('standard')
  const cancelled = await member.post('/api/billing/cancel', { reason: 'I saw it all.' })
  t.match(cancelled, {
    status: 200,
    body: { subscription: { cancelAtPeriodEnd: true, currentPeriodEnd: String } },
  })
  t.equal((await member.post('/api/billing/cancel')).status, 200, 'twice is the same as once')
  t.equal(await member.access(), 'subscription')
  const entries = await database.auditEntry.findMany({
    where: { action: 'subscription.cancelled', actorId: member.id },
  })
  t.match(entries, [{ details: { reason: 'I saw it all.' } }])
  t.equal(entries.length, 1)
  const { cancellation_details } = await billing.stripe.subscriptions.retrieve(
    (await billing.subscription()).id,
  )
  t.match(cancellation_details, { comment: 'I saw it all.' })
  const kept = await member.post('/api/billing/resume')
  t.match(kept, { status: 200, body: { subscription: { cancelAtPeriodEnd: false } } })
  await member.post('/api/billing/cancel')
  clock.advance(32 * 86_400)
  billing.local.catchUp()
  await billing.settle()
  t.equal(await member.access(), 'subscription_ended')
})

t.test('an account that is closed is charged for nothing more', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const page = await member.checkout({ videoId: billing.video, kind: 'buy' })
  t.match((await operator.get(`/api/studio/users/${member.id}`)).body, {
    subscription: { status: 'active' },
  })
  const { id } = await database.subscription.findFirstOrThrow({ where: { userId: member.id } })
  t.equal((await operator.patch(`/api/studio/users/${member.id}`, { disabled: true })).status, 200)
  t.equal((await billing.stripe.subscriptions.retrieve(id)).status, 'canceled')
  t.equal((await billing.stripe.checkout.sessions.retrieve(page)).status, 'expired')
  const payment = await database.payment.findFirstOrThrow({ where: { userId: member.id } })
  t.equal(payment.amountRefunded, 0)
})

t.test('on closing, the last payment goes back where the operator wants it', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const closing = { disabled: true, refund: true, reason: 'A mistake.' }
  t.equal((await operator.patch(`/api/studio/users/${member.id}`, closing)).status, 200)
  const payment = await database.payment.findFirstOrThrow({ where: { userId: member.id } })
  t.equal(payment.amountRefunded, 900)
})

t.test('who cancels a plan that was to end later has it end with what is paid for', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await database.subscription.findFirstOrThrow({ where: { userId: member.id } })
  const later = Math.floor(clock.now().getTime() / 1000) + 75 * 86_400
  await billing.stripe.subscriptions.update(id, { cancel_at: later })
  await member.post('/api/billing/refresh')
  t.equal((await member.post('/api/billing/cancel')).status, 200)
  t.match(await billing.stripe.subscriptions.retrieve(id), { cancel_at_period_end: true })
  t.equal((await member.post('/api/billing/cancel')).status, 200, 'twice is the same as once')
  const where = { action: 'subscription.cancelled', subject: `user:${member.id}` }
  t.equal(await database.auditEntry.count({ where }), 1)
})

t.test('an owner who cannot be closed keeps what they pay for', async (t) => {
  const owners = [await billing.signUp('admin'), await billing.signUp('admin')]
  for (const owner of owners) await owner.subscribe('standard')
  const others = await database.user.findMany({
    where: { role: 'admin', id: { notIn: owners.map(({ id }) => id) } },
  })
  const away = { data: { disabledAt: billing.services.clock.now() } }
  const which = { where: { id: { in: others.map(({ id }) => id) } } }
  await database.user.updateMany({ ...which, ...away })
  t.teardown(() => database.user.updateMany({ ...which, data: { disabledAt: null } }))
  const [ana, ben] = owners as [Member, Member]
  const answers = await Promise.all([
    ana.patch(`/api/studio/users/${ben.id}`, { disabled: true }),
    ben.patch(`/api/studio/users/${ana.id}`, { disabled: true }),
  ])
  t.equal(answers.filter(({ status }) => status === 200).length, 1, 'one closed the other')
  const running = await database.subscription.findMany({
    where: { userId: { in: owners.map(({ id }) => id) }, status: 'active' },
    include: { user: true },
  })
  t.match(running, [{ user: { disabledAt: null } }], 'who is left has their plan')
  const email = running[0]?.user?.email ?? ''
  await t.rejects(
    runUserCommand({ ...billing.services, say: () => undefined }, ['disable', email]),
    /last operator/,
  )
  const left = await billing.stripe.subscriptions.retrieve(running[0]?.id ?? '')
  t.equal(left.status, 'active')
})

t.test('an account is not closed while Stripe cannot be told', async (t) => {
  const member = await billing.signUp()
  await member.subscribe('standard')
  billing.proxy.refuse = ({ method }) =>
    method === 'DELETE' ? { status: 400, error: { type: 'invalid_request_error' } } : null
  t.equal((await operator.patch(`/api/studio/users/${member.id}`, { disabled: true })).status, 502)
  billing.proxy.refuse = () => null
  t.equal((await member.get('/api/me')).status, 200)
})
