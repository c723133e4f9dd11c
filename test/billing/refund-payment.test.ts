import t from 'tap'
import { openBilling } from '../fixtures/stripe.ts'

const billing = await openBilling(t)
const { services, stripe, proxy } = billing
const operator = await billing.signUp('admin')
t.afterEach(() => {
  proxy.refuse = () => null
})

async function paid() {
  const member = await billing.signUp()
  await member.subscribe('standard')
  const { id } = await services.database.payment.findFirstOrThrow({ where: { userId: member.id } })
  const refund = (body: object) => operator.post(`/api/studio/payments/${id}/refund`, body)
  return { member, id, refund }
}

t.test('one refund that is asked for many times at once is told once', async (t) => {
  const { member, id, refund } = await paid()
  const answers = await Promise.all(Array.from({ length: 8 }, () => refund({ amount: 100 })))
  t.same(new Set(answers.map(({ status }) => status)), new Set([200]))
  t.equal((await stripe.refunds.list({ charge: id })).data.length, 1)
  const where = { action: 'payment.refunded', subject: `user:${member.id}` }
  t.equal(await services.database.auditEntry.count({ where }), 1)
  t.match(await refund({ amount: 50 }), { status: 200, body: { amountRefunded: 150 } })
  t.equal(await services.database.auditEntry.count({ where }), 2)
})

t.test('of refunds at once what is left decides, and is said', async (t) => {
  const { id, refund } = await paid()
  const answers = await Promise.all([350, 450, 600].map((amount) => refund({ amount })))
  const back = (await stripe.refunds.list({ charge: id })).data
  t.ok(back.reduce((sum, { amount }) => sum + amount, 0) <= 900)
  t.ok(
    answers.every(({ status }) => [200, 400].includes(status)),
    'what is too much is refused with what is left',
  )
  t.equal(answers.filter(({ status }) => status === 200).length, back.length)
})

t.test('a refund that the bank sent back is made anew', async (t) => {
  const { id, refund } = await paid()
  t.match(await refund({ amount: 100 }), { status: 200 })
  // As Stripe has it then: what was refunded is less again, and the refund has failed.
  await services.database.payment.update({ where: { id }, data: { amountRefunded: 0 } })
  const data = [{ id: 're_failed', object: 'refund', status: 'failed' }]
  const list = { object: 'list', data, has_more: false, url: '/v1/refunds' }
  proxy.refuse = ({ method, path }) =>
    method === 'GET' && path.startsWith('/v1/refunds') ? { status: 200, body: list } : null
  t.match(await refund({ amount: 100 }), { status: 200 })
  proxy.refuse = () => null
  t.equal((await stripe.refunds.list({ charge: id })).data.length, 2)
})

t.test('a plan that a schedule manages ends with its period too', async (t) => {
  const { member, refund } = await paid()
  const subscription = await billing.subscription()
  let released = false
  proxy.refuse = ({ method, path }) => {
    if (path.startsWith('/v1/subscription_schedules/sub_sched_1/release')) {
      released = true
      return { status: 200, body: { id: 'sub_sched_1', object: 'subscription_schedule' } }
    }
    if (!path.startsWith(`/v1/subscriptions/${subscription.id}`) || released) return null
    return method === 'GET'
      ? { status: 200, body: { ...subscription, schedule: 'sub_sched_1' } }
      : { status: 400, error: { type: 'invalid_request_error' } }
  }
  t.match(await refund({ amount: 100, cancel: 'period_end' }), { status: 200 })
  t.ok(released)
  t.match((await member.get('/api/billing')).body.plan, { endsAt: String })
})

t.test('what was paid back is stored also where the plan could not be ended', async (t) => {
  const { id, refund } = await paid()
  proxy.refuse = ({ method, path }) =>
    method === 'DELETE' && path.startsWith('/v1/subscriptions')
      ? { status: 500, error: { type: 'api_error' } }
      : null
  t.match(await refund({ amount: 100, cancel: 'now' }), { status: 502 })
  const row = await services.database.payment.findUniqueOrThrow({ where: { id } })
  t.equal(row.amountRefunded, 100)
})
